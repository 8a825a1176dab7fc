import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { packageRoot } from '../../harness/config/package-root';
import { generatedPages } from './pages';

describe('the generated pages', () => {
  it('say what the code says', async () => {
    for (const { file, text } of await generatedPages()) {
      const path = join(packageRoot, file);
      const written = existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : '';
      assert.equal(firstDifference(written, text), undefined, `${file} is not current: npm run docs`);
    }
  });
});

/** Short enough to read, where a page has thousands of lines. */
function firstDifference(written: string, expected: string): string | undefined {
  const lines = written.split('\n');
  const at = expected.split('\n').findIndex((line, index) => line !== lines[index]);
  if (at >= 0) return `line ${at + 1}: "${lines[at] ?? ''}" instead of "${expected.split('\n')[at]}"`;
  return written === expected ? undefined : 'lines that should not be there';
}

/** Writes the pages of docs/ that are made from the code: `npm run docs`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../harness/config/package-root';
import { generatedPages } from './pages';

async function writePages(): Promise<void> {
  const pages = await generatedPages();
  for (const { file, text } of pages) {
    const path = join(packageRoot, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  console.log(`${pages.length} pages written below docs/`);
}

void writePages();

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Loads every unit and property test into one process: node:test would start one per file, and compile anew in each.
 * Arguments narrow the choice: a test runs where its path holds one of them.
 */
const ROOTS = ['protocol', 'reference-impl', 'harness', 'steps', 'fixtures', 'scripts'];
const wanted = process.argv.slice(2);

/** All that tests write for a while goes in here, and goes with the process. */
const folder = mkdtempSync(join(tmpdir(), 'flowproof-unit-'));
process.env.TMPDIR = folder;
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

for (const root of ROOTS) {
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !file.endsWith('.test.ts')) continue;
    if (wanted.length === 0 || wanted.some((part) => file.includes(part))) require(resolve(file));
  }
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../config/package-root';

const FOLDER = join(packageRoot, 'reports/selftest');

/** A part of what the selftest found, beside what other runs write; for people and for CI. */
export function writeSelftestReport(name: string, report: unknown): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
}

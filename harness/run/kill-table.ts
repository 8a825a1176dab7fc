import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../config/package-root';

/** Which scenarios catch which fault: names of scenarios by name of the fault. */
export type KillTable = ReadonlyMap<string, readonly string[]>;

const LINE_WIDTH = 110;
const FILE = join(packageRoot, 'fixtures/kill-table.json');

/** The table as `flowproof selftest --update` last wrote it; empty where it never did. */
export function readKillTable(file: string = FILE): KillTable {
  if (!existsSync(file)) return new Map();
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof content !== 'object' || content === null) return new Map();
  const rows = Object.entries(content).map(([fault, scenarios]): [string, readonly string[]] => [
    fault,
    Array.isArray(scenarios) ? scenarios.map(String) : [],
  ]);
  return new Map(rows);
}

/** In alphabetical order, so that a change of one fault is a change of one row. */
export function writeKillTable(table: KillTable, file: string = FILE): void {
  const rows = [...table].sort(([one], [other]) => (one < other ? -1 : 1));
  writeFileSync(file, `{\n${rows.map(rowOf).join(',\n')}\n}\n`);
}

/** As the formatter of this repository has it: on one line where it fits. */
function rowOf([fault, scenarios]: readonly [string, readonly string[]]): string {
  const names = [...scenarios].sort().map((name) => JSON.stringify(name));
  const line = `  ${JSON.stringify(fault)}: [${names.join(', ')}]`;
  if (line.length < LINE_WIDTH) return line;
  return `  ${JSON.stringify(fault)}: [\n    ${names.join(',\n    ')}\n  ]`;
}

/** Looks up the faults that a scenario is known to catch, by its name. */
export function faultsByScenario(
  table: KillTable,
): (scenario: { readonly name: string }) => readonly string[] {
  const faults = new Map<string, string[]>();
  for (const [fault, scenarios] of table) {
    for (const name of scenarios) faults.set(name, [...(faults.get(name) ?? []), fault]);
  }
  return ({ name }) => faults.get(name) ?? [];
}

/** What the rows of an outline share. */
export function outlineOf({
  file,
  scenarioLine,
}: {
  readonly file: string;
  readonly scenarioLine: number;
}): string {
  return `${file}:${scenarioLine}`;
}

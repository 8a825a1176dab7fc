import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentNamed } from '../../harness/config/documents';
import { packageRoot } from '../../harness/config/package-root';
import { faultsByScenario, readKillTable } from '../../harness/run/kill-table';
import type { PlannedScenario } from '../../harness/run/planned-scenario';
import { loadSuite } from '../../harness/run/suite';
import type { RequirementRow } from '../../harness/verdict/catalogue';
import { code, document, prose, table } from './markdown';
import { generatedFrom, type Page } from './page';

type FaultsOf = ReturnType<typeof faultsByScenario>;

interface Evidence {
  readonly scenarios: readonly PlannedScenario[];
  readonly faultsOf: FaultsOf;
}

/** One page per document: every requirement with what tests it and what proves the test. */
export async function requirementPages(): Promise<readonly Page[]> {
  const { rows, scenarios } = await loadSuite();
  const evidence = { scenarios, faultsOf: faultsByScenario(readKillTable()) };
  const documents = [...new Set(rows.map((row) => row.document))];
  return documents.map((key) => {
    const ofDocument = rows.filter((row) => row.document === key);
    return { file: `docs/requirements/${key}.md`, text: requirementsPage(key, ofDocument, evidence) };
  });
}

function requirementsPage(key: string, rows: readonly RequirementRow[], evidence: Evidence): string {
  const source = `${documentNamed(key)?.folder}/requirements.yaml`;
  const titles = familyTitles(source);
  const families = [...new Set(rows.map(familyOf))];
  return document([
    generatedFrom(`${source}, the features and fixtures/kill-table.json`),
    `# Requirements of ${key}`,
    `${rows.length} requirements: ${counts(rows)}. The same for one of them, on the command line: ${code(`npx flowproof explain ${rows[0]?.id ?? ''}`)}.`,
    'A reading such as X-SOM-11 leads to the record of how an ambiguity of the document was settled.',
    table(
      ['Family', 'About', 'Rows', 'Tested'],
      families.map((family) => familyCells(family, rows, titles, evidence)),
    ),
    ...families.flatMap((family) => [
      `## ${family}: ${titles.get(family) ?? ''}`,
      ...rows.filter((row) => familyOf(row) === family).map((row) => requirement(row, evidence)),
    ]),
  ]);
}

function counts(rows: readonly RequirementRow[]): string {
  const levels = ['must', 'should', 'may', 'info'] as const;
  const found = levels.map((level) => [level, rows.filter((row) => row.level === level).length] as const);
  return found
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${count} ${level}`)
    .join(', ');
}

function familyOf({ id }: RequirementRow): string {
  return id.split('-')[1] ?? id;
}

/** The catalogue heads each family with a comment: `# RET retrieve, DEL delete`. */
function familyTitles(file: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(packageRoot, file), 'utf8');
  const comments = [...text.matchAll(/^ +# (.*)$/gm)].flatMap(([, comment = '']) =>
    comment.split(/, (?=[A-Z]{2,5} )/),
  );
  return new Map(
    comments.map((comment) => [comment.split(' ')[0] ?? '', comment.split(' ').slice(1).join(' ')]),
  );
}

function familyCells(
  family: string,
  rows: readonly RequirementRow[],
  titles: ReadonlyMap<string, string>,
  { scenarios }: Evidence,
): readonly string[] {
  const ofFamily = rows.filter((row) => familyOf(row) === family);
  const tested = ofFamily.filter(({ id }) => scenarios.some(({ requirements }) => requirements.includes(id)));
  return [family, titles.get(family) ?? '', String(ofFamily.length), String(tested.length)];
}

function requirement(row: RequirementRow, { scenarios, faultsOf }: Evidence): string {
  const claiming = scenarios.filter(({ requirements }) => requirements.includes(row.id));
  const faults = [...new Set(claiming.flatMap(faultsOf))].sort();
  const lines = [
    `### ${row.id}\n\n${prose(row.text)}\n`,
    `- ${row.level}, binds ${row.role}, ${row.ics === undefined ? 'mandatory' : `where the target declares ${row.ics.map(code).join(', ')}`}`,
    `- source: ${row.document} ${prose(row.source)}`,
    ...(row.ambiguity === undefined
      ? []
      : [`- readings: ${row.ambiguity.map((id) => `[${id}](../decisions/README.md#readings)`).join(', ')}`]),
    `- tested by: ${testedBy(row, claiming)}`,
    ...(faults.length === 0 ? [] : [`- proved by: ${faults.map(code).join(', ')}`]),
  ];
  return lines.join('\n');
}

/** Rows of an outline share a title. */
function testedBy({ reason, observable }: RequirementRow, claiming: readonly PlannedScenario[]): string {
  const titles = [
    ...new Set(claiming.map(({ title, file }) => `"${prose(title)}" (${file.split('/').at(-1)})`)),
  ];
  if (titles.length > 0) return titles.join('; ');
  return `no scenario. ${prose(reason ?? `Observable: ${observable}.`)}`;
}

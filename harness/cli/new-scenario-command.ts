import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../config/config-error';
import { documentNamed } from '../config/documents';
import { didYouMean } from '../config/nearest';
import { packageRoot } from '../config/package-root';
import { loadSuite, type Suite } from '../run/suite';
import type { RequirementRow } from '../verdict/catalogue';
import { ExitCode } from '../verdict/exit-code';
import type { Terminal } from './terminal';

export interface NewScenarioOptions {
  /** Name of the feature file, without folder and ending. */
  readonly feature: string;
  readonly name?: string;
}

/** `flowproof new scenario`: writes the stub of a scenario and says what else makes it count. */
export async function newScenarioCommand(
  requirement: string,
  options: NewScenarioOptions,
  terminal: Terminal,
): Promise<number> {
  const suite = await loadSuite();
  const row = findRow(requirement, suite);
  const name = options.name ?? row.text.replace(/\.$/, '');
  refuseUnusable(options.feature, name, suite);
  const file = `${documentNamed(row.document)?.folder}/${options.feature}.feature`;
  const path = join(packageRoot, file);
  if (existsSync(path)) appendFileSync(path, `\n${scenarioStub(row, name)}`);
  else writeFileSync(path, `${featureStub(row, options.feature)}\n${scenarioStub(row, name)}`);
  for (const line of nextSteps(row, file, name)) terminal.line(line);
  return ExitCode.conformant;
}

function featureStub(row: RequirementRow, feature: string): string {
  const title = feature.replaceAll('-', ' ');
  return `@role-${row.role}\nFeature: ${title.charAt(0).toUpperCase()}${title.slice(1)}\n  ${row.source}\n`;
}

/** The steps are undefined on purpose: until they are written, the scenario is an ERROR and not a silent pass. */
function scenarioStub(row: RequirementRow, name: string): string {
  const tags = [`@${row.id}`, ...(row.ics ?? []).map((item) => `@ics-${item}`)];
  return [
    `  ${tags.join(' ')}`,
    `  Scenario: ${name}`,
    '    Given <what has to be there>',
    '    When <the one stimulus>',
    '    Then <the answer, as a literal code>',
    '    And <the consequence on the other side>',
    '',
  ].join('\n');
}

function nextSteps(row: RequirementRow, file: string, name: string): readonly string[] {
  return [
    `written   ${file}: "${name}"`,
    `demands   ${row.text}`,
    '1. write the steps; `npx flowproof list` shows how others say it',
    `2. see it pass on the reference: npx flowproof run ${row.id}`,
    '3. add a fault that it catches to harness/faults/, and see it caught: npx flowproof selftest --update',
    `4. ${row.ics === undefined ? 'the requirement is mandatory: no ICS item is needed' : `it applies where ${row.ics.join(', ')} is declared`}`,
    '5. no waiting in real time: durations are steps',
  ];
}

function findRow(requirement: string, suite: Suite): RequirementRow {
  const row = suite.rows.find((candidate) => candidate.id === requirement.toUpperCase());
  if (row !== undefined) return row;
  const advice =
    didYouMean(
      requirement.toUpperCase(),
      suite.rows.map(({ id }) => id),
    ) ?? '`flowproof list --requirements`';
  throw new ConfigError('There is no such requirement', [
    { where: requirement, path: '', message: 'is in no catalogue', advice },
  ]);
}

function refuseUnusable(feature: string, name: string, suite: Suite): void {
  const problems = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(feature)) {
    problems.push({
      where: feature,
      path: '',
      message: 'expected a name in kebab-case, without folder and ending',
    });
  }
  if (suite.scenarios.some((scenario) => scenario.name === name)) {
    problems.push({
      where: name,
      path: '',
      message: 'a scenario of this name exists',
      advice: 'give another --name',
    });
  }
  if (problems.length > 0) throw new ConfigError('The scenario cannot be written', problems);
}

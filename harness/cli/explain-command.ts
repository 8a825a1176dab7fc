import { ConfigError } from '../config/config-error';
import { didYouMean } from '../config/nearest';
import { faultsByScenario, readKillTable } from '../run/kill-table';
import { loadSuite, type Suite } from '../run/suite';
import type { RequirementRow } from '../verdict/catalogue';
import { ExitCode } from '../verdict/exit-code';
import type { Terminal } from './terminal';

/** `flowproof explain SOM-FAN-012`: one requirement, where it stands, and what tests it. */
export async function explainCommand(id: string, terminal: Terminal): Promise<number> {
  const suite = await loadSuite();
  const row = suite.rows.find((candidate) => candidate.id === id.toUpperCase());
  if (row === undefined) throw unknownRequirement(id, suite);
  const { paint } = terminal;
  terminal.line(`${paint.strong(row.id)}  ${row.document} ${row.source}`);
  terminal.line(row.text);
  terminal.line();
  for (const [label, text] of properties(row)) terminal.line(`${paint.faint(label.padEnd(11))} ${text}`);
  printScenarios(row, suite, terminal);
  return ExitCode.conformant;
}

function properties(row: RequirementRow): readonly (readonly [string, string])[] {
  const seen = { wire: 'on the wire', inspect: 'by inspection of the target', no: 'not at all' }[
    row.observable
  ];
  return [
    ['level', row.level],
    ['binds', row.role],
    ['observable', row.reason === undefined ? seen : `${seen}: ${row.reason}`],
    [
      'applies',
      row.ics === undefined ? 'always (mandatory)' : `where the target declares ${row.ics.join(', ')}`,
    ],
    ...(row.ambiguity ? [['readings', row.ambiguity.join(', ')] as const] : []),
  ];
}

function printScenarios(row: RequirementRow, suite: Suite, terminal: Terminal): void {
  const claiming = suite.scenarios.filter((scenario) => scenario.requirements.includes(row.id));
  const faultsOf = faultsByScenario(readKillTable());
  const faults = [...new Set(claiming.flatMap(faultsOf))];
  const { paint } = terminal;
  if (claiming.length === 0) terminal.line(`${paint.faint('tested by')}   no scenario`);
  for (const scenario of claiming) {
    terminal.line(`${paint.faint('tested by')}   ${scenario.name}  ${paint.faint(scenario.location)}`);
  }
  if (faults.length > 0) terminal.line(`${paint.faint('proved by')}   the faults ${faults.join(', ')}`);
  if (claiming.length > 0) terminal.line(`\nnpx flowproof run ${row.id}`);
}

function unknownRequirement(id: string, suite: Suite): ConfigError {
  const ids = suite.rows.map((row) => row.id);
  const advice = didYouMean(id.toUpperCase(), ids) ?? '`flowproof list --requirements` prints all of them';
  return new ConfigError('There is no such requirement', [
    { where: id, path: '', message: 'is in no catalogue', advice },
  ]);
}

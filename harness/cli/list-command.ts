import { plural } from '../report/text/plural';
import type { PlannedScenario } from '../run/planned-scenario';
import { selectScenarios } from '../run/select-scenarios';
import { loadSuite, type Suite } from '../run/suite';
import type { RequirementRow } from '../verdict/catalogue';
import { ExitCode } from '../verdict/exit-code';
import type { Terminal } from './terminal';

export interface ListOptions {
  readonly json: boolean;
  /** The ICS items instead of the scenarios. */
  readonly ics: boolean;
  /** The requirements instead of the scenarios. */
  readonly requirements: boolean;
}

/** `flowproof list`: what there is to run, by feature. */
export async function listCommand(
  selectors: readonly string[],
  options: ListOptions,
  terminal: Terminal,
): Promise<number> {
  const suite = await loadSuite();
  const scenarios = selectScenarios(suite.scenarios, selectors);
  if (options.json) terminal.line(JSON.stringify(asJson(suite, scenarios), null, 2));
  else if (options.ics) for (const item of suite.icsItems) terminal.line(item);
  else if (options.requirements) printRequirements(suite, terminal);
  else printScenarios(scenarios, terminal);
  return ExitCode.conformant;
}

function asJson(suite: Suite, scenarios: readonly PlannedScenario[]): object {
  return { scenarios, requirements: suite.rows, icsItems: suite.icsItems };
}

function printRequirements(suite: Suite, terminal: Terminal): void {
  for (const row of suite.rows) terminal.line(requirementLine(row));
  terminal.line(plural(suite.rows.length, 'requirement'));
}

function requirementLine(row: RequirementRow): string {
  return `${row.id.padEnd(12)} ${row.level.padEnd(6)} ${row.observable.padEnd(7)} ${row.text}`;
}

function printScenarios(scenarios: readonly PlannedScenario[], terminal: Terminal): void {
  let file = '';
  for (const scenario of scenarios) {
    if (scenario.file !== file) {
      file = scenario.file;
      terminal.line(`${terminal.paint.strong(scenario.feature)}  ${terminal.paint.faint(file)}`);
    }
    terminal.line(
      `  ${String(scenario.line).padStart(4)}  ${scenario.name}  ${terminal.paint.faint(scenario.requirements.join(' '))}`,
    );
  }
  terminal.line(plural(scenarios.length, 'scenario'));
}

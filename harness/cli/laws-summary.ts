import { duration, plural } from '../report/text/plural';
import { visibleLine } from '../report/text/visible-text';
import { VERDICT_WORDS } from '../report/verdict-words';
import type { ScenarioResult } from '../verdict/scenario-result';
import { failureBlock } from './failure-block';
import type { FinishedRun } from './finished-run';
import { printVerdict } from './run-summary';
import type { Terminal } from './terminal';

/** The longest name of a law. */
const NAME_WIDTH = 20;

/** One line for a law that has been tried, or that does not concern the target. */
export function printLaw(result: ScenarioResult, terminal: Terminal): void {
  const { verdict, law, reason = '', durationMilliseconds } = result;
  const { paint } = terminal;
  const name = (law?.name ?? result.name).padEnd(NAME_WIDTH);
  const colour = verdict === 'PASS' ? paint.good : isBad(result) ? paint.bad : paint.unsure;
  const played = `${plural(law?.played ?? 0, 'story', 'stories')} (${duration(durationMilliseconds)})`;
  const told = verdict === 'NOT_APPLICABLE' ? visibleLine(reason) : played;
  const sign = colour(VERDICT_WORDS[verdict].sign);
  terminal.line(`${sign} ${name} ${verdict === 'PASS' ? '' : `${verdict}  `}${told}`);
}

/** What broke which law, each with the story that shows it as a scenario, then the verdict. */
export function printLaws(finished: FinishedRun, terminal: Terminal): void {
  const { run } = finished;
  for (const result of run.scenarios.filter((one) => isBad(one) || one.verdict === 'INCONCLUSIVE')) {
    const { verdict, deviation, reason } = result;
    const cause = {
      verdict,
      ...(deviation && { detail: deviation }),
      ...(reason !== undefined && { reason }),
    };
    terminal.line();
    for (const line of failureBlock({ ...cause, scenarios: [result] }, finished, terminal))
      terminal.line(line);
    printStory(result, terminal);
  }
  printVerdict(run, terminal);
  terminal.line(`report    ${finished.reportDir}/index.html`);
}

function printStory({ law }: ScenarioResult, terminal: Terminal): void {
  if (law?.scenario === undefined) return;
  const which = law.isSmallest ? 'the smallest story' : 'the smallest story found in time';
  terminal.line(`  ${terminal.paint.faint(`${which}, as a scenario for any feature file:`)}`);
  terminal.line();
  for (const line of law.scenario.split('\n')) terminal.line(line);
}

function isBad({ verdict }: ScenarioResult): boolean {
  return verdict === 'FAIL' || verdict === 'ERROR';
}

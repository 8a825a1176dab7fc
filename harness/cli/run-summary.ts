import { groupCauses } from '../report/group-causes';
import { headlineOf } from '../report/headline';
import { duration, plural } from '../report/text/plural';
import { visibleLine } from '../report/text/visible-text';
import type { RunResult } from '../verdict/run-result';
import type { ScenarioResult } from '../verdict/scenario-result';
import type { Verdict } from '../verdict/verdict';
import { failureBlock } from './failure-block';
import type { FinishedRun } from './finished-run';
import type { Terminal } from './terminal';

const SHOWN_CAUSES = 10;
const SHOWN_WARNINGS = 5;
const SHOWN_RERUNS = 3;
const BLOCKS: ReadonlySet<Verdict> = new Set(['ERROR', 'FAIL', 'UNEXPECTED_PASS', 'INCONCLUSIVE']);

/** What a person reads at the end of a run: causes first, each once, then the verdict. It decides nothing. */
export function printSummary(finished: FinishedRun, terminal: Terminal): void {
  const { run } = finished;
  printCauses(finished, terminal);
  printMinor(run, terminal);
  printVerdict(run, terminal);
  const failed = run.scenarios.filter((scenario) => BLOCKS.has(scenario.verdict));
  if (failed.length > 0) terminal.line(`rerun     ${rerunFailures(failed, finished)}`);
  if (run.interrupted) terminal.line(`resume    ${resumeCommand(finished)}`);
  terminal.line(`report    ${finished.reportDir}/index.html`);
}

function printCauses(finished: FinishedRun, terminal: Terminal): void {
  const { run } = finished;
  const causes = groupCauses(run.scenarios).filter((cause) => BLOCKS.has(cause.verdict));
  for (const cause of causes.slice(0, SHOWN_CAUSES)) {
    terminal.line();
    for (const line of failureBlock(cause, finished, terminal)) terminal.line(line);
  }
  const hidden = causes.length - SHOWN_CAUSES;
  if (hidden > 0) terminal.line(`\n${plural(hidden, 'more cause')} in the report`);
}

function printMinor(run: RunResult, terminal: Terminal): void {
  const blocked = run.counts.BLOCKED;
  if (blocked > 0) terminal.line(`\n${plural(blocked, 'scenario')} blocked by a cause above`);
  const warnings = run.scenarios.filter((scenario) => scenario.verdict === 'WARN');
  if (warnings.length > 0) terminal.line();
  for (const scenario of warnings.slice(0, SHOWN_WARNINGS)) {
    const ids = scenario.requirements.join(' ');
    terminal.line(
      `${terminal.paint.unsure('▲ WARN')}  ${ids}  ${visibleLine(scenario.reason ?? scenario.name)}`,
    );
  }
  if (warnings.length > SHOWN_WARNINGS)
    terminal.line(`  and ${plural(warnings.length - SHOWN_WARNINGS, 'more warning')}`);
}

/** How the run ended, in a line or two. */
export function printVerdict(run: RunResult, terminal: Terminal): void {
  const { paint } = terminal;
  const headline = headlineOf(run);
  const colour = { good: paint.good, bad: paint.bad, unsure: paint.unsure }[headline.tone];
  terminal.line();
  terminal.line(
    `${colour(paint.strong(headline.title))}  ${headline.sentence} (${duration(run.durationMilliseconds)})`,
  );
  if (!run.certifiable) terminal.line(`not certifiable: ${run.obstacles.join('; ')}`);
}

/** The failures and nothing else: by name as long as that fits on a line. */
function rerunFailures(failed: readonly ScenarioResult[], finished: FinishedRun): string {
  const { run, reportDir } = finished;
  const locations = failed.map((scenario) => scenario.location).join(' ');
  if (failed.length <= SHOWN_RERUNS) return commandLine(`run ${locations}`, run, `--seed ${run.seed}`);
  return commandLine('run', run, `--report-dir ${reportDir} --failed --seed ${run.seed}`);
}

function resumeCommand({ reportDir, run }: FinishedRun): string {
  return commandLine('run', run, `--report-dir ${reportDir} --resume`);
}

function commandLine(command: string, { target: { file } }: RunResult, options: string): string {
  const target = file === undefined ? '' : ` --target ${file}`;
  return `npx flowproof ${command}${target} ${options}`;
}

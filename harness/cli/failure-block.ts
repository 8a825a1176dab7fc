import { requestWords, responseWords } from '../report/diagram/message-line';
import type { Cause } from '../report/group-causes';
import { rerunCommand } from '../report/rerun-command';
import { clip } from '../report/text/clip';
import { visibleLine } from '../report/text/visible-text';
import { VERDICT_WORDS } from '../report/verdict-words';
import type { RunResult } from '../verdict/run-result';
import type { ScenarioResult } from '../verdict/scenario-result';
import type { FinishedRun } from './finished-run';
import type { Terminal } from './terminal';

const VALUE_LENGTH = 300;
const LISTED_CONSEQUENCES = 3;

/**
 * One cause with its first scenario, in at most 15 lines: requirement and clause, expected, actual, the message that
 * shows it, what the reference does, and how to run just this again. Whatever the target sent is shown harmlessly.
 */
export function failureBlock(cause: Cause, finished: FinishedRun, terminal: Terminal): readonly string[] {
  const { run } = finished;
  const [scenario, ...others] = cause.scenarios;
  if (scenario === undefined) return [];
  const { paint } = terminal;
  const sign = VERDICT_WORDS[cause.verdict].sign;
  const colour = cause.verdict === 'FAIL' || cause.verdict === 'ERROR' ? paint.bad : paint.unsure;
  const rows = [...findings(cause, scenario), ...circumstances(scenario, others), rerun(scenario, finished)];
  return [
    `${colour(`${sign} ${cause.verdict}`)}  ${paint.strong(title(scenario))}`,
    ...citations(scenario, run).map((line) => `  ${paint.faint(line)}`),
    ...rows.map(([label, text]) => `  ${paint.faint(label.padEnd(9))} ${text}`),
  ];
}

type Row = readonly [label: string, text: string];

function title(scenario: ScenarioResult): string {
  return clip(visibleLine(scenario.name), 120);
}

/** At most two requirements, each with its clause and level. */
function citations(scenario: ScenarioResult, run: RunResult): readonly string[] {
  const rows = run.requirements
    .filter(({ row }) => scenario.requirements.includes(row.id))
    .map(({ row }) => row);
  const shown = rows.slice(0, 2).map((row) => `${row.id}  ${row.document} ${row.source} (${row.level})`);
  return rows.length > 2 ? [...shown, `and ${rows.length - 2} more requirements`] : shown;
}

function findings(cause: Cause, scenario: ScenarioResult): readonly Row[] {
  const rows: Row[] = [];
  if (scenario.failedStep !== undefined) rows.push(['step', value(scenario.failedStep)]);
  if (cause.detail !== undefined) {
    rows.push(['looked at', value(cause.detail.what)]);
    rows.push(['expected', value(cause.detail.expected)]);
    rows.push(['actual', value(cause.detail.actual)]);
  }
  if (scenario.reason !== undefined && (cause.detail === undefined || cause.verdict !== 'WARN')) {
    rows.push(['reason', value(scenario.reason)]);
  }
  const message = shownMessage(scenario);
  if (message !== undefined) rows.push(['message', message]);
  return rows;
}

function circumstances(scenario: ScenarioResult, others: readonly ScenarioResult[]): readonly Row[] {
  const rows: Row[] = [];
  if (scenario.control === 'passes')
    rows.push(['control', 'the reference passes this scenario: the target is at fault']);
  if (scenario.control === 'not-run') rows.push(['control', 'was not run']);
  if (others.length > 0) rows.push(['also in', consequences(others)]);
  return rows;
}

function consequences(others: readonly ScenarioResult[]): string {
  const listed = others.slice(0, LISTED_CONSEQUENCES).map((other) => other.location);
  const more = others.length - listed.length;
  return `${listed.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function rerun(scenario: ScenarioResult, { run }: FinishedRun): Row {
  return ['rerun', rerunCommand(scenario, run)];
}

/** `#7 AE1 → the CSE  RETRIEVE /cse/pumps/fopt  4000 (HTTP 400)` */
function shownMessage(scenario: ScenarioResult): string | undefined {
  const exchange = scenario.exchanges.find((candidate) => candidate.id === scenario.deviation?.exchange);
  if (exchange === undefined) return undefined;
  const { request, response, failure } = exchange;
  const answer = response === undefined ? (failure ?? 'no answer') : responseWords(response).join(' ').trim();
  const text = `#${exchange.id} ${exchange.from} → ${exchange.to}  ${requestWords(request).join(' ')}  ${answer}`;
  return value(text);
}

function value(text: string): string {
  return clip(visibleLine(text), VALUE_LENGTH);
}

import type { RunResult } from '../verdict/run-result';
import { VERDICTS } from '../verdict/verdict';
import { type Cause, groupCauses } from './group-causes';
import { headlineOf } from './headline';
import { rerunCommand } from './rerun-command';
import { markdownCode, markdownText } from './text/markdown-text';
import { duration, plural } from './text/plural';
import { isTested, VERDICT_WORDS } from './verdict-words';

/** The page of a CI job: how it ended, why, and what to do next. Short, because it is read between other things. */
const LISTED_CAUSES = 20;
const LONGEST_TEXT = 300;

export function summaryMd(run: RunResult): string {
  const causes = groupCauses(run.scenarios);
  const sections = [title(run), counts(run), certification(run), causeTable(causes, run), coverage(run)];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function title(run: RunResult): string {
  const { title: ended, sentence } = headlineOf(run);
  const link = `over ${text(run.target.link)}, seed ${run.seed}, ${duration(run.durationMilliseconds)}`;
  return `## ${text(run.target.name)}: ${text(ended)}\n\n${text(sentence)} (${link})`;
}

function counts(run: RunResult): string {
  const present = VERDICTS.filter((verdict) => run.counts[verdict] > 0);
  if (present.length === 0) return '';
  const rows = present.map((verdict) => {
    const { sign, label, meaning } = VERDICT_WORDS[verdict];
    return `| ${sign} ${label} | ${run.counts[verdict]} | ${meaning} |`;
  });
  return ['| Verdict | Scenarios | Meaning |', '|---|---:|---|', ...rows].join('\n');
}

function certification(run: RunResult): string {
  if (run.certifiable) return '**Certifiable.**';
  return `**Not certifiable:** ${run.obstacles.map(text).join('; ')}`;
}

function causeTable(causes: readonly Cause[], run: RunResult): string {
  if (causes.length === 0) return '';
  const rest = causes.length - LISTED_CAUSES;
  return [
    `### ${plural(causes.length, 'cause')}`,
    ...causes.slice(0, LISTED_CAUSES).map((cause, index) => causeItem(cause, index + 1, run)),
    ...(rest > 0 ? [`${plural(rest, 'further cause')}: see index.html.`] : []),
  ].join('\n\n');
}

function causeItem(cause: Cause, number: number, run: RunResult): string {
  const { detail, reason, scenarios, verdict } = cause;
  const ids = [...new Set(scenarios.flatMap(({ requirements }) => requirements))].slice(0, 10).map(text);
  const first = scenarios[0];
  return [
    `${number}. **${VERDICT_WORDS[verdict].label}** ${ids.join(', ')} (${plural(scenarios.length, 'scenario')})`,
    ...(reason === undefined ? [] : [`   - ${text(reason)}`]),
    ...(detail === undefined
      ? []
      : [
          `   - ${text(detail.what)}`,
          `   - expected: ${text(detail.expected)}`,
          `   - actual: ${text(detail.actual)}`,
        ]),
    ...(first === undefined ? [] : [`   - rerun: ${markdownCode(rerunCommand(first, run), LONGEST_TEXT)}`]),
  ].join('\n');
}

function coverage({ requirements }: RunResult): string {
  const tested = requirements.filter(({ verdict }) => isTested(verdict));
  const proven = tested.filter(({ faults }) => faults.length > 0);
  return `${tested.length} of ${plural(requirements.length, 'requirement')} tested, ${proven.length} by a test proven to catch a fault.`;
}

function text(value: string): string {
  return markdownText(value, LONGEST_TEXT);
}

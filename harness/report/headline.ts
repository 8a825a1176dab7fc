import type { RunResult } from '../verdict/run-result';
import { VERDICTS } from '../verdict/verdict';
import { plural } from './text/plural';
import { VERDICT_WORDS } from './verdict-words';

/** The one line by which people, badges and job pages say how a run ended. Knows no format. */
export interface Headline {
  readonly tone: 'good' | 'bad' | 'unsure';
  readonly title: string;
  /** Counts by verdict, worst first. */
  readonly sentence: string;
}

const TITLES: { readonly [exitCode: number]: string } = {
  0: 'Conformant',
  1: 'Not conformant',
  2: 'Inconclusive',
  3: 'Not started',
  4: 'Harness error',
  5: 'Known failures out of date',
  6: 'Nothing ran',
  7: 'Verification failed',
};

/** Nothing new went wrong, which is not the same as conformant. */
const AS_KNOWN = 'Only known failures';

export function headlineOf(run: RunResult): Headline {
  return { tone: toneOf(run), title: titleOf(run), sentence: sentenceOf(run) };
}

function toneOf(run: RunResult): Headline['tone'] {
  if (run.exitCode === 1) return 'bad';
  return run.exitCode === 0 && !run.interrupted && run.counts.EXPECTED_FAIL === 0 ? 'good' : 'unsure';
}

function titleOf(run: RunResult): string {
  const title =
    run.exitCode === 0 && run.counts.EXPECTED_FAIL > 0
      ? AS_KNOWN
      : (TITLES[run.exitCode] ?? `Exit code ${run.exitCode}`);
  if (run.interrupted) return run.exitCode === 0 ? 'Interrupted' : `${title}, interrupted`;
  const partial = run.exitCode === 0 && run.selectors.length > 0;
  return partial ? `${title} in what was selected` : title;
}

function sentenceOf(run: RunResult): string {
  const present = VERDICTS.filter((verdict) => run.counts[verdict] > 0);
  const counts = present.map(
    (verdict) => `${run.counts[verdict]} ${VERDICT_WORDS[verdict].label.toLowerCase()}`,
  );
  const laws = run.scenarios.filter(({ law }) => law !== undefined);
  const isOfLaws = laws.length > 0 && laws.length === run.scenarios.length;
  const total = plural(run.scenarios.length, isOfLaws ? 'law' : 'scenario');
  return counts.length === 0 ? total : `${total}: ${counts.join(', ')}`;
}

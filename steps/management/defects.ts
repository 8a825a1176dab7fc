import type { Habits } from '../../harness/cast/management/habits';
import type { Outgoing } from '../../harness/cast/management/syncml-messages';
import { MESSAGE_DEFECTS } from './defects-of-messages';
import { OCTET_DEFECTS } from './defects-of-octets';
import { WBXML_DEFECTS } from './defects-of-wbxml';
import type { DefectRow } from './spoiling';

/** What is wrong with a message that a tester sends on purpose. */
export interface Defect {
  readonly text: string;
  /** It is sent a second time as it is. */
  readonly twice: boolean;
  change(outgoing: Outgoing): Outgoing;
}

const ROWS: readonly DefectRow[] = [
  ...MESSAGE_DEFECTS,
  ...OCTET_DEFECTS,
  ...WBXML_DEFECTS,
  { words: 'that comes twice', change: (outgoing) => outgoing },
];

export const DEFECT_PATTERN = ROWS.map(({ words }) => words)
  .sort((one, other) => other.length - one.length)
  .join('|')
  .replace(/(?<!\\)\((?!\?)/g, '(?:');

export function defectOf(text: string): Defect {
  for (const { words, change } of ROWS) {
    const match = new RegExp(`^(?:${words})$`).exec(text);
    if (match === null) continue;
    const [, value = ''] = match;
    return { text, twice: text === 'that comes twice', change: (outgoing) => change(outgoing, value) };
  }
  throw new Error(`no tester knows how to send a message "${text}"`);
}

/** Habits with which the first message that it is meant for has the defect, and no other. */
export function habitsWith(defect: Defect, isMeant: (outgoing: Outgoing) => boolean): Pick<Habits, 'change'> {
  let isDone = false;
  const change: Habits['change'] = (outgoing) => {
    if (isDone || !isMeant(outgoing)) return outgoing;
    isDone = true;
    return defect.change(outgoing);
  };
  return { change };
}

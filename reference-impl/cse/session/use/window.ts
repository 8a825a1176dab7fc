import { inBoth, keyOf, openingFrom, readEntry, type ScheduleEntry } from './schedule-entry';

/** When requests may pass: in every second that is in any of the entries. Knows nothing of policies. */
export type Window = readonly ScheduleEntry[];

/** Entries of one policy at most, and combinations of one entry of each of several. */
export const MOST_ENTRIES = 16;
const MOST_COMBINATIONS = 256;

/** `undefined` for an empty list, one that is too long, and one with an entry that is none. */
export function readWindow(texts: readonly string[]): Window | undefined {
  if (texts.length === 0 || texts.length > MOST_ENTRIES) return undefined;
  const entries: ScheduleEntry[] = [];
  for (const text of texts) {
    const entry = readEntry(text);
    if (entry === undefined) return undefined;
    entries.push(entry);
  }
  return distinct(entries);
}

/**
 * When all of them are open; `'too many'` where more of their entries would have to be combined than is bearable. Since all fields of
 * an entry must match, the time that two entries have in common is an entry.
 */
export function commonWindow(windows: readonly Window[]): Window | 'too many' {
  const combinations = windows.reduce((product, { length }) => product * length, 1);
  if (combinations > MOST_COMBINATIONS) return 'too many';
  const [first = [], ...others] = windows;
  return others.reduce<Window>(
    (common, other) => distinct(common.flatMap((one) => other.flatMap((entry) => inBoth(one, entry) ?? []))),
    first,
  );
}

/** The first instant from `instant` on at which the window is open; `undefined`: never again. */
export function nextOpening(window: Window, instant: number): number | undefined {
  let earliest: number | undefined;
  for (const entry of window) {
    const opening = openingFrom(entry, instant);
    if (opening !== undefined && (earliest === undefined || opening < earliest)) earliest = opening;
    if (earliest === instant) return instant;
  }
  return earliest;
}

function distinct(entries: Window): Window {
  return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()];
}

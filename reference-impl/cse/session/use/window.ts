import { inBoth, openingFrom, readEntry, type ScheduleEntry } from './schedule-entry';

/** When requests may pass: in every second that is in any of the entries. Knows nothing of policies. */
export type Window = readonly ScheduleEntry[];

/** Entries of one policy at most, and of what several have in common. */
export const MOST_ENTRIES = 16;
const MOST_COMMON_ENTRIES = 256;

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
 * When all of them are open; `'too many'` where that cannot be said in a bounded number of entries. Since all fields of
 * an entry must match, the time that two entries have in common is an entry.
 */
export function commonWindow(windows: readonly Window[]): Window | 'too many' {
  const [first = [], ...others] = windows;
  let common: Window = first;
  for (const other of others) {
    common = distinct(common.flatMap((one) => other.flatMap((entry) => inBoth(one, entry) ?? [])));
    if (common.length > MOST_COMMON_ENTRIES) return 'too many';
  }
  return common;
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
  return [...new Map(entries.map((entry) => [entry.text, entry])).values()];
}

/** From when a window is open, and from when it is not; milliseconds since the epoch, whole seconds. */
export interface Window {
  readonly opensAt: number;
  readonly closesAt: number;
}

const SECOND = 1000;

/** What may pass between the beginning of a second and the moment that counts as that. */
const SLACK = 200;

/** A window that opens at the first whole second that is so far away, and is open for whole seconds, one at least. */
export function windowFrom(now: number, opensIn: number, opensFor: number): Window {
  const opensAt = Math.ceil((now + opensIn - SLACK) / SECOND) * SECOND;
  return { opensAt, closesAt: opensAt + Math.max(1, Math.round(opensFor / SECOND)) * SECOND };
}

/** How long it is until a second begins. */
export function untilNextSecond(now: number): number {
  return (SECOND - (now % SECOND)) % SECOND;
}

/**
 * The schedule entries of a window: second, minute, hour, day, month, day of week, year, all in UTC. A window that
 * crosses minutes needs an entry for each. @see TS-0001 9.6.9, docs/profiles/service-sessions.md
 */
export function scheduleEntries({ opensAt, closesAt }: Window): readonly string[] {
  const entries: string[] = [];
  for (let from = opensAt; from < closesAt; ) {
    const end = Math.min(closesAt, nextMinute(from));
    entries.push(entryFor(new Date(from), new Date(end - SECOND)));
    from = end;
  }
  return entries;
}

function nextMinute(time: number): number {
  return (Math.floor(time / (60 * SECOND)) + 1) * 60 * SECOND;
}

/** Both lie in the same minute. */
function entryFor(first: Date, last: Date): string {
  const [from, to] = [first.getUTCSeconds(), last.getUTCSeconds()];
  const day = [first.getUTCDate(), first.getUTCMonth() + 1, '*', first.getUTCFullYear()];
  return [from === to ? from : `${from}-${to}`, first.getUTCMinutes(), first.getUTCHours(), ...day].join(' ');
}

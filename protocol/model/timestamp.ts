const BASIC_FORMAT = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(?:[,.](\d{1,9}))?$/;

/** m2m:timestamp: ISO 8601 basic format in UTC. @see TS-0004 table 6.3.3-1 */
export function formatTimestamp(milliseconds: number): string {
  const iso = new Date(milliseconds).toISOString();
  return iso.replace(/[-:]/g, '').replace('.', ',').replace('Z', '');
}

/** Milliseconds since the epoch, or `undefined` where the text is no m2m:timestamp. */
export function parseTimestamp(text: string): number | undefined {
  const match = BASIC_FORMAT.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '0'] = match;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
  const parsed = Date.parse(iso);
  return Number.isNaN(parsed) ? undefined : parsed;
}

/** m2m:absRelTimestamp: a point in time, or whole milliseconds from now. @see TS-0004 table 6.3.3-1 */
export function parseAbsRelTimestamp(text: string, now: number): number | undefined {
  return /^-?\d{1,15}$/.test(text) ? now + Number(text) : parseTimestamp(text);
}

const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/**
 * An xs:duration in milliseconds: days, hours, minutes, seconds. `undefined` for anything else, months and years
 * among them, whose length depends on the date. @see TS-0004 6.3.5.6
 */
export function parseDuration(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (match === null || !/\d/.test(text) || text.endsWith('T')) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  const wholeHours = (days ?? 0) * 24 + (hours ?? 0);
  return ((wholeHours * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1_000;
}

/** One field of a schedule entry: which numbers it may have. Knows nothing of calendars. @see TS-0004 m2m:scheduleEntry */
export interface ScheduleField {
  readonly name: string;
  readonly lowest: number;
  readonly highest: number;
}

/** In their order. Day of week 0 is Sunday. */
export const FIELDS: readonly ScheduleField[] = [
  { name: 'second', lowest: 0, highest: 59 },
  { name: 'minute', lowest: 0, highest: 59 },
  { name: 'hour', lowest: 0, highest: 23 },
  { name: 'day of month', lowest: 1, highest: 31 },
  { name: 'month', lowest: 1, highest: 12 },
  { name: 'day of week', lowest: 0, highest: 6 },
  { name: 'year', lowest: 1970, highest: 2199 },
];

/** `*`, a number or a range; all but the number with a step behind it, if there is one. */
const ITEM = /^(?:(?<number>\d{1,4})|(?:(?<all>\*)|(?<from>\d{1,4})-(?<to>\d{1,4}))(?:\/(?<step>\d{1,4}))?)$/;

/** The values that a text names, ascending; `undefined` where it is no such text. */
export function fieldValues(field: ScheduleField, text: string): readonly number[] | undefined {
  const values = new Set<number>();
  for (const item of text.split(',')) {
    const named = itemValues(field, item);
    if (named === undefined) return undefined;
    for (const value of named) values.add(value);
  }
  return [...values].sort((one, other) => one - other);
}

/** The shortest text is that of all values. */
export function fieldText({ lowest, highest }: ScheduleField, values: readonly number[]): string {
  return values.length === highest - lowest + 1 ? '*' : values.join(',');
}

function itemValues({ lowest, highest }: ScheduleField, item: string): readonly number[] | undefined {
  const { number, all, from, to, step = '1' } = ITEM.exec(item)?.groups ?? {};
  const first = Number(all === undefined ? (number ?? from) : lowest);
  const last = Number(all === undefined ? (number ?? to) : highest);
  const width = Number(step);
  const sound = first >= lowest && last <= highest && first <= last && width >= 1;
  if (!sound) return undefined;
  return Array.from({ length: Math.floor((last - first) / width) + 1 }, (_, index) => first + index * width);
}

import { Cron } from 'croner';
import { FIELDS, fieldText, fieldValues } from './schedule-field';

/**
 * A schedule entry: second, minute, hour, day of month, month, day of week and year, with blanks between them, all of
 * which must match, in UTC. It is the set of seconds whose fields are all among its values. The only place that knows
 * the library of calendars.
 * @see docs/profiles/service-sessions.md#policies, TS-0004 m2m:scheduleEntry
 */
export interface ScheduleEntry {
  /** Its values, field by field, in ascending order. */
  readonly fields: readonly (readonly number[])[];
  /** The same as an entry. Equal sets have equal texts. */
  readonly text: string;
}

/** Characters of an entry at most. */
const LONGEST_ENTRY = 256;
const SECOND = 1_000;
const MONTH = 4;
const DAY = 3;
const LONGEST_MONTHS = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What a text says; `undefined` for what is no entry. */
export function readEntry(text: string): ScheduleEntry | undefined {
  if (text.length > LONGEST_ENTRY) return undefined;
  const parts = text.split(/ +/);
  if (parts.length !== FIELDS.length) return undefined;
  const fields: (readonly number[])[] = [];
  for (const [index, field] of FIELDS.entries()) {
    const values = fieldValues(field, parts[index] ?? '');
    if (values === undefined) return undefined;
    fields.push(values);
  }
  return entryOf(fields);
}

/** The seconds that are in both; `undefined` where a field has no value in common. */
export function inBoth(one: ScheduleEntry, other: ScheduleEntry): ScheduleEntry | undefined {
  const fields = one.fields.map((values, index) => {
    const others = new Set(other.fields[index]);
    return values.filter((value) => others.has(value));
  });
  return fields.every((values) => values.length > 0) ? entryOf(fields) : undefined;
}

/** The first second of the entry that is not over at `instant`: milliseconds since the epoch, not before `instant`. */
export function openingFrom(entry: ScheduleEntry, instant: number): number | undefined {
  if (!hasSuchDay(entry)) return undefined;
  try {
    const calendar = new Cron(entry.text, { mode: '7-part', domAndDow: true, timezone: 'UTC' });
    if (calendar.match(new Date(instant - (instant % SECOND)))) return instant;
    return calendar.nextRun(new Date(instant))?.getTime();
  } catch {
    // The library gives up where it finds no such day in all years.
    return undefined;
  }
}

function entryOf(fields: readonly (readonly number[])[]): ScheduleEntry {
  const texts = FIELDS.map((field, index) => fieldText(field, fields[index] ?? []));
  return { fields, text: texts.join(' ') };
}

/** 31 April is in no year. */
function hasSuchDay({ fields }: ScheduleEntry): boolean {
  const [firstDay = 1] = fields[DAY] ?? [];
  return (fields[MONTH] ?? []).some((month) => firstDay <= (LONGEST_MONTHS[month] ?? 0));
}

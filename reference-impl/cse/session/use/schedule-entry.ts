import { Cron } from 'croner';
import { FIELDS, fieldText, fieldValues, type ScheduleField } from './schedule-field';

/**
 * A schedule entry: second, minute, hour, day of month, month, day of week and year, with blanks between them, all of
 * which must match, in UTC. It is the set of seconds whose fields are all among its values. The only place that knows
 * the library of calendars.
 * @see docs/profiles/service-sessions.md#policies, TS-0004 m2m:scheduleEntry
 */
export interface ScheduleEntry {
  /** Its values, field by field: bit n stands for the lowest value of the field and n more. */
  readonly fields: readonly bigint[];
}

/** Characters of an entry at most. */
const LONGEST_ENTRY = 256;
const SECOND = 1_000;
const NONE = BigInt(0);
const ONE = BigInt(1);
const MONTH = 4;
const DAY = 3;
const LONGEST_MONTHS = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What a text says; `undefined` for what is no entry. */
export function readEntry(text: string): ScheduleEntry | undefined {
  if (text.length > LONGEST_ENTRY) return undefined;
  const parts = text.split(/ +/);
  if (parts.length !== FIELDS.length) return undefined;
  const fields: bigint[] = [];
  for (const [index, field] of FIELDS.entries()) {
    const values = fieldValues(field, parts[index] ?? '');
    if (values === undefined) return undefined;
    fields.push(bitsOf(field, values));
  }
  return { fields };
}

/** The seconds that are in both; `undefined` where a field has no value in common. */
export function inBoth(one: ScheduleEntry, other: ScheduleEntry): ScheduleEntry | undefined {
  const fields: bigint[] = [];
  for (const [index, bits] of one.fields.entries()) {
    const common = bits & (other.fields[index] ?? NONE);
    if (common === NONE) return undefined;
    fields.push(common);
  }
  return { fields };
}

/** Equal sets of seconds have equal keys. */
export function keyOf({ fields }: ScheduleEntry): string {
  return fields.map((bits) => bits.toString(16)).join(' ');
}

/** The first second of the entry that is not over at `instant`: milliseconds since the epoch, not before `instant`. */
export function openingFrom(entry: ScheduleEntry, instant: number): number | undefined {
  if (!hasSuchDay(entry)) return undefined;
  try {
    const calendar = new Cron(textOf(entry), { mode: '7-part', domAndDow: true, timezone: 'UTC' });
    if (calendar.match(new Date(instant - (instant % SECOND)))) return instant;
    return calendar.nextRun(new Date(instant))?.getTime();
  } catch {
    // The library gives up where it finds no such day in all years.
    return undefined;
  }
}

/** The same as an entry. */
export function textOf({ fields }: ScheduleEntry): string {
  return FIELDS.map((field, index) => fieldText(field, valuesIn(field, fields[index] ?? NONE))).join(' ');
}

function bitsOf({ lowest }: ScheduleField, values: readonly number[]): bigint {
  return values.reduce((bits, value) => bits | (ONE << BigInt(value - lowest)), NONE);
}

function valuesIn({ lowest }: ScheduleField, bits: bigint): readonly number[] {
  const digits = [...bits.toString(2)].reverse();
  return digits.flatMap((digit, index) => (digit === '1' ? lowest + index : []));
}

/** 31 April is in no year. */
function hasSuchDay({ fields }: ScheduleEntry): boolean {
  const [days, months] = [FIELDS[DAY], FIELDS[MONTH]];
  if (days === undefined || months === undefined) return false;
  const [firstDay = 1] = valuesIn(days, fields[DAY] ?? NONE);
  return valuesIn(months, fields[MONTH] ?? NONE).some((month) => firstDay <= (LONGEST_MONTHS[month] ?? 0));
}

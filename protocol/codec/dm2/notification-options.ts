import {
  NOTIFICATION_OPTION_ROWS,
  type NotificationOptionName,
  optionNumber,
} from '../../tables/dm2/notification-options';
import type { Place } from '../place';
import { UnencodableError } from '../unencodable';

/** The options of a notification as octets: numbers as differences, lengths in four or twelve bits. @see dm2.md 7.1 */
export interface NotificationOption {
  readonly number: number;
  /** Where the value begins. */
  readonly start: number;
  readonly value: Uint8Array;
}

export const HEADER_LENGTH = 2;
const EXTENDED = 15;

/** Reads exactly `count` options, after which nothing may follow. */
export function readOptions(bytes: Uint8Array, count: number, place: Place): NotificationOption[] {
  const options: NotificationOption[] = [];
  let at = HEADER_LENGTH;
  let number = 0;
  for (let index = 0; index < count && place.sound; index++) {
    const option = readOption(bytes, at, number, place.at(index + 1));
    if (option === undefined) break;
    options.push(option);
    number = option.number;
    at = option.start + option.value.length;
  }
  if (place.sound && at < bytes.length)
    place.refuse('syntax', `expected nothing after ${count} options, found ${bytes.length - at} octets`);
  return options;
}

function readOption(
  bytes: Uint8Array,
  at: number,
  before: number,
  place: Place,
): NotificationOption | undefined {
  const first = bytes[at];
  if (first === undefined) return place.refuse('syntax', 'expected an option, found the end');
  const isExtended = (first & 15) === EXTENDED;
  const more = isExtended ? bytes[at + 1] : 0;
  if (more === undefined) return place.refuse('syntax', 'expected the length of an option, found the end');
  const length = (first & 15) + more;
  const start = at + (isExtended ? 2 : 1);
  const delta = first >> 4;
  if (delta === 0) return place.refuse('repeated', `expected each option once, found ${before} again`);
  if (start + length > bytes.length)
    return place.refuse('syntax', `expected ${length} octets, found ${bytes.length - start}`);
  return { number: before + delta, start, value: Uint8Array.from(bytes.subarray(start, start + length)) };
}

/** The value of an option of known length, if it is there. */
export function optionValue(
  options: readonly NotificationOption[],
  name: NotificationOptionName,
  place: Place,
): Uint8Array | undefined {
  const row = NOTIFICATION_OPTION_ROWS.find((candidate) => candidate.name === name);
  const value = options.find(({ number }) => number === row?.number)?.value;
  if (row === undefined || value === undefined) return undefined;
  const [minimum, maximum] = row.length;
  if (value.length >= minimum && value.length <= maximum) return value;
  return place
    .at(name)
    .refuse('wrong-shape', `expected ${minimum} to ${maximum} octets, found ${value.length}`);
}

/** In rising order of the numbers; those without value are left out. */
export function writeOptions(
  values: readonly (readonly [name: NotificationOptionName, value: Uint8Array | undefined])[],
): { readonly count: number; readonly octets: readonly number[] } {
  let before = 0;
  const written = values.flatMap(([name, value]) => {
    if (value === undefined) return [];
    const number = optionNumber(name);
    const head = headOf(number - before, value.length);
    before = number;
    return [[...head, ...value]];
  });
  return { count: written.length, octets: written.flat() };
}

function headOf(delta: number, length: number): readonly number[] {
  if (length > EXTENDED + 255) throw new UnencodableError(`no option has ${length} octets`);
  if (length < EXTENDED) return [(delta << 4) | length];
  return [(delta << 4) | EXTENDED, length - EXTENDED];
}

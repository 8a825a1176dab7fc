import { createHash } from 'node:crypto';
import type { DM2Scene } from '../../harness/cast/dm2/dm2-scene';
import { optionNumber } from '../../protocol/tables/dm2/notification-options';
import type { FlowproofWorld } from '../world';
import { playOf } from './play';

/** Notifications octet by octet, right or wrong, as the parts of a table want them. @see dm2.md 7 */

export type Part = readonly [name: string, value: string];

export interface WrittenNotification {
  readonly octets: Uint8Array;
  readonly number: number | undefined;
  readonly mediaType: string | undefined;
}

const DIGEST = optionNumber('SHA256-DIGEST');
const DIGEST_LENGTH = 32;

export function writeNotification(world: FlowproofWorld, parts: readonly Part[]): WrittenNotification {
  const { scene, earlier } = playOf(world);
  const said = new Map(parts);
  const named = said.get('NOTIFICATION-ID') ?? String(scene.asker.nextNumber());
  const number = named === 'that of before' ? earlier?.number : numberOf(named);
  const options = [...optionsOf(scene, said, number)].sort(([one], [other]) => one - other);
  const written = withHeader(options, said);
  const signed = sign(scene, written, said.get('SHA256-DIGEST') ?? 'right');
  return { octets: spoil(signed, said, earlier?.octets), number, mediaType: said.get('media type') };
}

function numberOf(text: string): number | undefined {
  return text === 'absent' ? undefined : Number(text);
}

type Option = readonly [number: number, value: readonly number[]];

function optionsOf(scene: DM2Scene, said: ReadonlyMap<string, string>, number: number | undefined): Option[] {
  const { serverID } = scene.stage.account;
  const connection = numberOf(said.get('PREFERRED-CON-TYPE') ?? 'absent');
  const made = madeAt(scene, said.get('TIMESTAMP') ?? 'now');
  const others = [...said].flatMap(([name, value]): Option[] => {
    const [, option] = /^Option (\d+)$/.exec(name) ?? [];
    return option === undefined ? [] : [[Number(option), [...hex(value)]]];
  });
  const digest: Option = [DIGEST, Array.from({ length: DIGEST_LENGTH }, () => 0)];
  return [
    [optionNumber('SERVER-ID'), [...new TextEncoder().encode(said.get('SERVER-ID') ?? serverID)]],
    ...only(connection, (value): Option => [optionNumber('PREFERRED-CON-TYPE'), [value]]),
    ...only(number, (value): Option => [optionNumber('NOTIFICATION-ID'), bigEndian(value, 2)]),
    ...(said.get('SHA256-DIGEST') === 'absent' ? [] : [digest]),
    ...only(made, (value): Option => [optionNumber('TIMESTAMP'), bigEndian(value, 4)]),
    ...(said.get('REQ-MOS') === 'there' ? [[optionNumber('REQ-MOS'), []] as const] : []),
    ...others,
  ];
}

function only<T>(value: number | undefined, option: (value: number) => T): T[] {
  return value === undefined ? [] : [option(value)];
}

const MINUTE = 60;

function madeAt({ stage }: DM2Scene, text: string): number | undefined {
  const now = Math.floor(stage.time.now() / 1000);
  const [, minutes, side] = /^(\d+) minutes? (ago|ahead)$/.exec(text) ?? [];
  if (minutes !== undefined) return now + (side === 'ago' ? -1 : 1) * Number(minutes) * MINUTE;
  return text === 'now' ? now : numberOf(text);
}

function bigEndian(value: number, length: number): number[] {
  return Array.from({ length }, (_, index) => Math.floor(value / 256 ** (length - 1 - index)) % 256);
}

function withHeader(options: readonly Option[], said: ReadonlyMap<string, string>): Uint8Array {
  const version = Number(said.get('VER') ?? 1);
  const count = Number(said.get('OC') ?? options.length);
  const reserved = Number(said.get('RESERVED') ?? 0);
  const header = (version << 12) | (count << 7) | reserved;
  let before = 0;
  const octets = options.flatMap(([number, value]) => {
    const delta = number - before;
    before = number;
    return [...head(delta, value.length), ...value];
  });
  return Uint8Array.from([header >> 8, header & 0xff, ...octets]);
}

function head(delta: number, length: number): number[] {
  return length < 15 ? [(delta << 4) | length] : [(delta << 4) | 15, length - 15];
}

/** The digest is the first run of zeros that is as long as one. */
function sign({ stage }: DM2Scene, octets: Uint8Array, how: string): Uint8Array {
  const at = Buffer.from(octets).indexOf(Buffer.alloc(DIGEST_LENGTH));
  if (how === 'absent' || how === 'of zeros' || at < 0) return octets;
  const { secret, data } = stage.account.notification;
  const key = how === 'of another secret' ? Buffer.from('flowproof-guessed-this') : secret;
  const digest = createHash('sha256').update(key).update(octets).update(data).digest();
  if (how === 'wrong') digest.reverse();
  const signed = Uint8Array.from(octets);
  signed.set(digest, at);
  return signed;
}

function spoil(
  octets: Uint8Array,
  said: ReadonlyMap<string, string>,
  before: Uint8Array | undefined,
): Uint8Array {
  const [bit, cut, others] = ['Flipped bit', 'Cut to', 'Octets'].map((name) => said.get(name));
  if (others !== undefined) return others === 'those of before' ? (before ?? octets) : hex(others);
  if (cut !== undefined) return octets.subarray(0, Number(cut));
  if (bit === undefined) return octets;
  const place = (Number(bit) + octets.length * 8) % (octets.length * 8);
  const flipped = Uint8Array.from(octets);
  flipped[place >> 3] = (flipped[place >> 3] ?? 0) ^ (0x80 >> (place & 7));
  return flipped;
}

function hex(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
}

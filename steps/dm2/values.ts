import type { DM2Scene } from '../../harness/cast/dm2/dm2-scene';
import type { NodeValue } from '../../protocol/model/dm2-object';

/** Values of nodes as the cells of a table say them. */

/** `(20 octets)`, as octets. */
export function octetsOf(cell: string): Uint8Array {
  const [, count] = /^\((\d+) octets\)$/.exec(cell) ?? [];
  if (count === undefined) return new TextEncoder().encode(charactersOf(cell) ?? cell);
  return Uint8Array.from({ length: Number(count) }, (_, index) => (index * 37 + 200) % 256);
}

export function nodeValue(scene: DM2Scene, cell: string): NodeValue {
  if (cell === '(its own name)') return scene.stage.account.deviceID;
  if (/^\(\d+ octets\)$/.test(cell)) return Buffer.from(octetsOf(cell)).toString('base64');
  return charactersOf(cell) ?? JSON.parse(cell);
}

function charactersOf(cell: string): string | undefined {
  const [, count] = /^\((\d+) characters\)$/.exec(cell) ?? [];
  return count === undefined
    ? undefined
    : 'flowproof '.repeat(Math.ceil(Number(count) / 10)).slice(0, Number(count));
}

/** What a lamp's root holds besides is no affair of a scenario. */
const LAMP_NODES = ['Level', 'Name', 'Photo', 'Effects'];

export function withoutOtherNodes(value: NodeValue | undefined): NodeValue | undefined {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => LAMP_NODES.includes(name)));
}

/** The order of children means nothing. */
export function sameValue(one: NodeValue | undefined, other: NodeValue | undefined): boolean {
  return sorted(one) === sorted(other);
}

function sorted(value: NodeValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, child]) => `${JSON.stringify(name)}:${sorted(child)}`);
  return `{${members.sort().join(',')}}`;
}

import type { ItemsCommand, ResultsCommand } from '../../protocol/model/syncml-command';
import { type Item, type ItemData, type Meta, octetsOf } from '../../protocol/model/syncml-item';
import type { Draft } from './client-draft';
import type { Room } from './client-packing';
import { beginningOf } from './item-data';

/** Cuts a command that is too large for a message: several items each by itself, one item as a large object. */
export function cut(draft: Draft, room: Room): readonly Draft[] {
  const { command } = draft;
  if (!('items' in command)) return [draft];
  const [item, second] = command.items;
  if (item === undefined) return [draft];
  if (second === undefined) return chunks(draft, item, room);
  if (command.kind !== 'Results' && command.kind !== 'Replace') return [draft];
  return oneByOne(draft, command, room);
}

function oneByOne(draft: Draft, command: ItemsCommand | ResultsCommand, room: Room): readonly Draft[] {
  const singles = command.items.map((item) => withItem(draft, item));
  const [first, ...others] = singles;
  if (first === undefined) return [draft];
  return fits(first, room) ? singles : [...cut(first, room), ...others];
}

/**
 * The first part tells the size of the whole, and each but the last that more comes. What the command settles is settled
 * by the last part. @see DM_Protocol 2.2
 */
function chunks(draft: Draft, item: Item, room: Room): readonly Draft[] {
  const { data, moreData: _, meta, ...described } = item;
  if (data === undefined || data.length < 2) return [draft];
  const { alert, ...part } = draft;
  const { size: _size, ...later } = meta ?? {};
  const first = draft.isContinued ? later : { ...later, size: octetsOf(data).length };
  const partWith = (start: ItemData): Draft =>
    withItem(part, { ...described, ...metaOf(first), data: start, moreData: true });
  const start = beginning(data, (candidate) => fits(partWith(candidate), room));
  const rest = { ...described, ...metaOf(later), data: data.slice(start.length) };
  return [partWith(start), { ...withItem(draft, rest), isContinued: true }];
}

function metaOf(meta: Meta): Pick<Item, 'meta'> {
  return Object.keys(meta).length === 0 ? {} : { meta };
}

/** At least one character, so that every part brings the object nearer to its end. */
function beginning(data: ItemData, isFitting: (part: ItemData) => boolean): ItemData {
  const shortest =
    typeof data === 'string' ? String.fromCodePoint(data.codePointAt(0) ?? 0) : data.slice(0, 1);
  return beginningOf(data, 1, isFitting) ?? shortest;
}

function fits({ command }: Draft, room: Room): boolean {
  return (room.sizeOf(command) ?? 0) <= room.octets;
}

function withItem(draft: Draft, item: Item): Draft {
  const { command } = draft;
  return 'items' in command ? { ...draft, command: { ...command, items: [item] } } : draft;
}

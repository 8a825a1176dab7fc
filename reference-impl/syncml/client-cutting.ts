import type { ItemsCommand, ResultsCommand } from '../../protocol/model/syncml-command';
import { type Item, type ItemData, octetsOf } from '../../protocol/model/syncml-item';
import type { Draft } from './client-draft';
import type { Room } from './client-packing';

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
  const { data, moreData: _, ...rest } = item;
  if (data === undefined || data.length < 2) return [draft];
  const { alert, ...part } = draft;
  const size = draft.isContinued ? {} : { size: octetsOf(data).length };
  const meta = { ...item.meta, ...size };
  const partOf = (length: number): Draft =>
    withItem(part, {
      ...rest,
      ...(Object.keys(meta).length > 0 && { meta }),
      data: data.slice(0, length),
      moreData: true,
    });
  const length = longest(data, (end) => fits(partOf(end), room));
  const { size: _size, ...laterMeta } = meta;
  const later = { ...rest, ...(Object.keys(laterMeta).length > 0 && { meta: laterMeta }) };
  return [partOf(length), { ...withItem(draft, { ...later, data: data.slice(length) }), isContinued: true }];
}

/** How much of the data fits; at least one character, so that every part brings the object nearer to its end. */
function longest(data: ItemData, isFitting: (length: number) => boolean): number {
  let [fitting, tooLong] = [1, data.length];
  while (tooLong - fitting > 1) {
    const middle = Math.floor((fitting + tooLong) / 2);
    if (isFitting(middle)) fitting = middle;
    else tooLong = middle;
  }
  return wholeCharacters(data, fitting);
}

function fits({ command }: Draft, room: Room): boolean {
  return (room.sizeOf(command) ?? 0) <= room.octets;
}

/** Half of a character outside of the basic plane would be none. */
function wholeCharacters(data: ItemData, length: number): number {
  if (typeof data !== 'string') return length;
  const code = data.charCodeAt(length - 1);
  if (code < 0xd800 || code > 0xdbff) return length;
  return length > 1 ? length - 1 : length + 1;
}

function withItem(draft: Draft, item: Item): Draft {
  const { command } = draft;
  return 'items' in command ? { ...draft, command: { ...command, items: [item] } } : draft;
}

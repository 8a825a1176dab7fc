import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { type Item, type ItemData, octetsOf } from '../../protocol/model/syncml-item';
import { beginningOf } from './item-data';
import type { ServerDraft } from './server-session-state';

/** What a message has room for, beside its header and the status of the header. */
export interface Room {
  readonly octets: number;
  sizeOf(command: SyncMLCommand): number;
  divide(draft: ServerDraft, item: Item, room: Room): readonly [ServerDraft, ServerDraft] | undefined;
}

export interface Packed {
  readonly packed: readonly ServerDraft[];
  readonly left: readonly ServerDraft[];
}

/** A part that is shorter would cost more than it brings. */
const SHORTEST_PART = 64;

/**
 * Takes from the front what fits, in its order. An object that does not fit goes in parts, and nothing goes after a part.
 * What fits in no message goes as it is, for there is no smaller way to say it.
 */
export function packQueue(queue: readonly ServerDraft[], room: Room): Packed {
  const packed: ServerDraft[] = [];
  let { octets } = room;
  for (const [index, draft] of queue.entries()) {
    const size = room.sizeOf(draft.command);
    if (size > octets) {
      const parts = divided(draft, { ...room, octets });
      if (parts !== undefined)
        return { packed: [...packed, parts[0]], left: [parts[1], ...queue.slice(index + 1)] };
      if (packed.length > 0) return { packed, left: queue.slice(index) };
    }
    octets -= size;
    packed.push(draft);
  }
  return { packed, left: [] };
}

/** An object can be divided where it is the only item of its command. @see DM_Protocol 2.2 */
export function divided(draft: ServerDraft, room: Room): readonly [ServerDraft, ServerDraft] | undefined {
  const { command } = draft;
  if (command.kind !== 'Add' && command.kind !== 'Replace') return undefined;
  const [item, second] = command.items;
  return item === undefined || second !== undefined ? undefined : room.divide(draft, item, room);
}

/**
 * The first part tells the size of the whole, each but the last that more comes; what is said of the object is repeated.
 * @see DM_Protocol 2.2
 */
export function divide(
  draft: ServerDraft,
  item: Item,
  room: Room,
): readonly [ServerDraft, ServerDraft] | undefined {
  const { data = '', ...described } = item;
  const part = { ...described, ...firstMeta(draft, item), moreData: true } as const;
  const partWith = (beginning: ItemData): ServerDraft => withItem(draft, { ...part, data: beginning });
  const beginning = beginningOf(data, SHORTEST_PART, (candidate) => {
    return room.sizeOf(partWith(candidate).command) <= room.octets;
  });
  if (beginning === undefined) return undefined;
  const rest = withItem(draft, { ...withoutSize(described), data: data.slice(beginning.length) });
  return [
    { ...partWith(beginning), isPart: true },
    { ...rest, isRest: true },
  ];
}

function firstMeta(draft: ServerDraft, { meta, data = '' }: Item): Pick<Item, 'meta'> {
  if (draft.isRest === true || meta?.size !== undefined) return {};
  return { meta: { ...meta, size: octetsOf(data).length } };
}

function withoutSize({ meta, ...item }: Item): Item {
  const { size: _, ...described } = meta ?? {};
  return { ...item, ...(Object.keys(described).length > 0 && { meta: described }) };
}

function withItem(draft: ServerDraft, item: Item): ServerDraft {
  const { command } = draft;
  return 'items' in command ? { ...draft, command: { ...command, items: [item] } } : draft;
}

import type { ItemsCommand } from '../../protocol/model/syncml-command';
import { type Item, type ItemData, octetsOf } from '../../protocol/model/syncml-item';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import { joinedData } from './item-data';

/** A large object of which not all has come. @see DM_Protocol 2.2 */
export interface ReceivedObject {
  readonly kind: ItemsCommand['kind'];
  readonly uri: string;
  readonly first: Item;
  /** Octets of the whole, as the first part said. */
  readonly size: number;
  readonly parts: ItemData[];
  /** Octets that have come. */
  received: number;
}

/** Where a session keeps the one object that may be under way. */
export interface ObjectKeeper {
  object?: ReceivedObject | undefined;
}

/** An item that is whole now, or the status of a part. */
export type Taken = { readonly item: Item } | { readonly code: number };

export function isChunk(item: Item): boolean {
  return item.moreData === true;
}

export function continues(object: ReceivedObject, command: ItemsCommand, item: Item | undefined): boolean {
  return object.kind === command.kind && item !== undefined && object.uri === item.target?.uri;
}

/**
 * Buffers the parts of a large object, at most `limit` octets, and hands it out whole: nothing happens to a node before.
 * A part that is none of the object under way begins another one.
 */
export function takeItem(keeper: ObjectKeeper, command: ItemsCommand, item: Item, limit: number): Taken {
  const { object } = keeper;
  if (object !== undefined && continues(object, command, item)) return addPart(keeper, object, item);
  keeper.object = undefined;
  return isChunk(item) ? begin(keeper, command, item, limit) : { item };
}

function begin(keeper: ObjectKeeper, command: ItemsCommand, first: Item, limit: number): Taken {
  const size = first.meta?.size ?? command.meta?.size;
  if (size === undefined) return { code: statusCode('SIZE_MISMATCH') };
  if (size > limit) return { code: statusCode('REQUEST_ENTITY_TOO_LARGE') };
  const object = { kind: command.kind, uri: first.target?.uri ?? '', first, size, parts: [], received: 0 };
  return addPart(keeper, object, first);
}

function addPart(keeper: ObjectKeeper, object: ReceivedObject, item: Item): Taken {
  const data = item.data ?? '';
  object.parts.push(data);
  object.received += octetsOf(data).length;
  const isWhole = !isChunk(item);
  const isWrong = isWhole ? object.received !== object.size : object.received > object.size;
  keeper.object = isWhole || isWrong ? undefined : object;
  if (isWrong) return { code: statusCode('SIZE_MISMATCH') };
  return isWhole ? { item: whole(object) } : { code: statusCode('CHUNKED_ITEM_ACCEPTED') };
}

function whole({ first, parts }: ReceivedObject): Item {
  const { moreData: _, meta, ...rest } = first;
  const { size: _size, ...described } = meta ?? {};
  return { ...rest, ...(Object.keys(described).length > 0 && { meta: described }), data: joinedData(parts) };
}

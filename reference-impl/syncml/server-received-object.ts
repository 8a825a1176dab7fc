import type {
  AlertCommand,
  ExecCommand,
  ItemsCommand,
  ResultsCommand,
  SyncMLCommand,
} from '../../protocol/model/syncml-command';
import { type Item, type ItemData, octetsOf } from '../../protocol/model/syncml-item';
import { ALERT_CODES } from '../../protocol/tables/syncml/alert-codes';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import { joinedData } from './item-data';
import { type ServerSession, UNNUMBERED } from './server-session-state';

/** Large objects of a device: they count once they are whole. @see DM_Protocol 2.2 */
export type CommandWithItems = ItemsCommand | ExecCommand | AlertCommand | ResultsCommand;

/** An object of which not all has come. */
export interface IncomingObject {
  /** The first command, with the items before the large one. */
  readonly command: CommandWithItems;
  /** Its first part. */
  readonly first: Item;
  readonly parts: ItemData[];
  /** Octets that have come. */
  received: number;
  /** What is wrong with it: the rest is passed over, with this status. */
  refusal?: number;
}

export type Taken = { readonly command: CommandWithItems } | { readonly code: number };

export function hasItems(command: SyncMLCommand): command is CommandWithItems {
  return 'items' in command && command.kind !== 'Status';
}

/** The end of the object that is under way is missing where anything else comes. */
export function takeObject(session: ServerSession, command: CommandWithItems): Taken {
  const { object } = session;
  if (object !== undefined && continues(object, command)) return addPart(session, object, command);
  reportMissingEnd(session);
  const [last, ...before] = [...command.items].reverse();
  if (before.some(isPart)) return { code: statusCode('BAD_REQUEST') };
  return last !== undefined && isPart(last) ? begin(session, command, last) : { command };
}

/** Also where a package ends. */
export function reportMissingEnd(session: ServerSession): void {
  const { object, procedures } = session;
  if (object === undefined) return;
  session.object = undefined;
  if (object.refusal !== undefined) return;
  session.queue = [...session.queue, { command: procedures.endOfDataMissing(object) }];
}

function isPart(item: Item): boolean {
  return item.moreData === true;
}

function continues({ command, first }: IncomingObject, next: CommandWithItems): boolean {
  const [item] = next.items;
  if (item === undefined || next.kind !== command.kind) return false;
  return item.source?.uri === first.source?.uri && item.target?.uri === first.target?.uri;
}

function begin(session: ServerSession, command: CommandWithItems, first: Item): Taken {
  const size = first.meta?.size;
  const before = { ...command, items: command.items.slice(0, -1) };
  const object: IncomingObject = { command: before, first, parts: [], received: 0 };
  if (size === undefined) object.refusal = statusCode('SIZE_MISMATCH');
  else if (size > session.limits.objectSize) object.refusal = statusCode('REQUEST_ENTITY_TOO_LARGE');
  session.object = object;
  return addPart(session, object, { ...command, items: [first] });
}

function addPart(session: ServerSession, object: IncomingObject, command: CommandWithItems): Taken {
  const [item, ...others] = command.items;
  const isWhole = item === undefined || !isPart(item);
  if (object.refusal === undefined) addData(object, item?.data ?? '', isWhole);
  if (isWhole) session.object = undefined;
  if (object.refusal !== undefined) return { code: object.refusal };
  if (!isWhole) return { code: statusCode('CHUNKED_ITEM_ACCEPTED') };
  return { command: { ...object.command, items: [...object.command.items, whole(object), ...others] } };
}

function addData(object: IncomingObject, data: ItemData, isWhole: boolean): void {
  const size = object.first.meta?.size ?? 0;
  object.received += octetsOf(data).length;
  if (object.received > size || (isWhole && object.received < size)) {
    object.refusal = statusCode('SIZE_MISMATCH');
    object.parts.length = 0;
  } else object.parts.push(data);
}

function whole({ first, parts }: IncomingObject): Item {
  const { moreData: _, meta, ...rest } = first;
  const { size: _size, ...described } = meta ?? {};
  return {
    ...rest,
    ...(Object.keys(described).length > 0 && { meta: described }),
    data: joinedData(parts),
  };
}

/** It names the object as the device did. */
export function endOfDataMissing({ first }: IncomingObject): AlertCommand {
  const { source, target } = first;
  const item = { ...(target !== undefined && { target }), ...(source !== undefined && { source }) };
  return { kind: 'Alert', commandID: UNNUMBERED, code: ALERT_CODES.NO_END_OF_DATA, items: [item] };
}

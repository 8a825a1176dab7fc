import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { cut } from './client-cutting';
import type { Draft } from './client-draft';

/** What a message has room for, beside its header and what is in it already. */
export interface Room {
  readonly octets: number;
  /** Of these what the next messages need to answer the wish for more. */
  readonly reserved: number;
  /** None where the command cannot be written. */
  sizeOf(command: SyncMLCommand): number | undefined;
}

export interface Packed {
  readonly packed: readonly Draft[];
  readonly left: readonly Draft[];
}

/**
 * Takes from the front what fits, in its order. A command that would fit in no message goes in parts; what cannot be
 * parted goes alone as it is, for there is no smaller way to say it. What cannot be written is left out.
 * @see DM_Protocol 2.1.1, 2.2
 */
export function pack(drafts: readonly Draft[], room: Room): Packed {
  const packed: Draft[] = [];
  let octets = room.octets;
  for (const [index, draft] of drafts.entries()) {
    const size = room.sizeOf(draft.command);
    if (size === undefined) continue;
    if (size > octets) return overflow(packed, drafts.slice(index), { ...room, octets });
    octets -= size;
    packed.push(draft);
  }
  return { packed, left: [] };
}

/** `rest` begins with the draft for which the room that is left is too small. */
function overflow(packed: readonly Draft[], rest: readonly Draft[], left: Room): Packed {
  const [draft, ...others] = rest;
  if (draft === undefined) return { packed, left: [] };
  const [part = draft, ...parts] = fitsLater(packed, draft, left) ? [draft] : cut(draft, left);
  const isPacked = packed.length === 0 || (left.sizeOf(part.command) ?? 0) <= left.octets;
  return isPacked ? { packed: [...packed, part], left: [...parts, ...others] } : { packed, left: rest };
}

/** Whether a message of its own has room for all of it. */
function fitsLater(packed: readonly Draft[], draft: Draft, { octets, reserved, sizeOf }: Room): boolean {
  const taken = packed.reduce((sum, { command }) => sum + (sizeOf(command) ?? 0), 0);
  return packed.length > 0 && (sizeOf(draft.command) ?? 0) <= octets + taken - reserved;
}

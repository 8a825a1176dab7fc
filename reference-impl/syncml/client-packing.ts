import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { cut } from './client-cutting';
import type { Draft } from './client-draft';

/** What a message has room for, beside its header and what is in it already. */
export interface Room {
  readonly octets: number;
  /** None where the command cannot be written. */
  sizeOf(command: SyncMLCommand): number | undefined;
}

export interface Packed {
  readonly packed: readonly Draft[];
  readonly left: readonly Draft[];
}

/**
 * Takes from the front what fits, in its order. A command that fits in no message goes in parts, the first of them in a
 * message of its own; what cannot be parted goes as it is, for there is no smaller way to say it. What cannot be written
 * is left out.
 * @see DM_Protocol 2.1.1, 2.2
 */
export function pack(drafts: readonly Draft[], room: Room): Packed {
  const packed: Draft[] = [];
  let octets = room.octets;
  for (const [index, draft] of drafts.entries()) {
    const size = room.sizeOf(draft.command);
    if (size === undefined) continue;
    octets -= size;
    if (octets < 0)
      return packed.length > 0 ? { packed, left: drafts.slice(index) } : parted(drafts.slice(index), room);
    packed.push(draft);
  }
  return { packed, left: [] };
}

function parted([first, ...others]: readonly Draft[], room: Room): Packed {
  if (first === undefined) return { packed: [], left: [] };
  const [part = first, ...rest] = cut(first, room);
  return { packed: [part], left: [...rest, ...others] };
}

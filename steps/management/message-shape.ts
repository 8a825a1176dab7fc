import type { MessageNote } from '../../harness/cast/management/message-notes';
import { check } from '../../harness/verdict/check';
import { deviationsFromDTD } from '../../protocol/codec/syncml/strict-check';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import type { FlowproofWorld } from '../world';
import type { LookedAt } from './message-parts';

/** What a strict reader would say of messages, which is worth a warning, and what must not be in them at all. */

/** True where the part is one of these. */
export function shapeHolds(
  world: FlowproofWorld,
  { messages, view }: LookedAt,
  part: string,
  value: string,
  what: string,
): boolean {
  const notes = messages.flatMap(({ arrival }) => arrival.notes);
  switch (part) {
    case 'order of elements':
      warn(
        world,
        what,
        value,
        notes.filter(({ habit }) => habit === 'order of elements'),
      );
      return true;
    case 'media type': {
      const odd = notes.filter(({ habit }) => habit === 'data synchronization media type');
      if (value === 'that of DM') warn(world, what, value, odd);
      const told = new Set(messages.map(({ arrival }) => arrival.serialization));
      check(told.size === 1, what, value, [...told].join(' and '));
      return true;
    }
    case 'commands':
      checkCommands(
        messages.flatMap(({ message }) => message.commands),
        value,
        what,
      );
      return true;
    case 'elements':
      checkElements({ messages, view }, value, what);
      return true;
    default:
      return false;
  }
}

function warn(world: FlowproofWorld, what: string, expected: string, notes: readonly MessageNote[]): void {
  const [first] = notes;
  if (first !== undefined) world.warnings.push({ what, expected, actual: first.detail });
}

/** A client sends nothing that only a server may. @see DM_RepPro 4.1.6 */
function checkCommands(commands: readonly SyncMLCommand[], value: string, what: string): void {
  const odd = commands.filter((command) => {
    if (command.kind === 'Replace')
      return command.items.some(
        ({ source, target }) => !/^\.?\/?DevInfo\//.test((source ?? target)?.uri ?? ''),
      );
    return !['Alert', 'Status', 'Results'].includes(command.kind);
  });
  check(odd.length === 0, what, value, odd.map(({ kind }) => kind).join(', '));
}

/** @see DM_RepPro 4.1.1 */
function checkElements({ messages }: Pick<LookedAt, 'messages' | 'view'>, value: string, what: string): void {
  for (const { arrival } of messages) {
    const read = deviationsFromDTD(arrival.octets, arrival.serialization);
    const odd = (read.ok ? read.value : []).find(({ kind }) => kind === 'not-in-dm' || kind === 'unknown');
    check(odd === undefined, what, value, odd?.detail ?? '');
  }
}

/** True where the part is the length of the body. */
export function octetsHold({ messages }: LookedAt, part: string, value: string, what: string): boolean {
  if (part !== 'octets') return false;
  const [, most = '0'] = /^at most (\d+)$/.exec(value) ?? [];
  const lengths = messages.map(({ arrival }) => arrival.octets.length);
  check(Math.max(...lengths) <= Number(most), what, value, lengths.join(', '));
  return true;
}

import { hasAlert } from '../../harness/cast/management/client-answers';
import type { MessageReaction } from '../../harness/cast/management/message-reaction';
import type { Arrival, Outgoing } from '../../harness/cast/management/syncml-messages';
import { ALERT_CODES } from '../../protocol/tables/syncml/alert-codes';
import { SYNCML_MEDIA_TYPES } from '../../protocol/tables/syncml/identifiers';
import { type ConductRow, type Player, row, withChange, withHabits } from './player';

/** How testers write and send their messages, and what they answer instead. */

/** Where a large object is to be broken off it has to be in parts. */
const PART_LENGTH = 100;

export const PACKAGE_CONDUCTS: readonly ConductRow[] = [
  row('divides? its package into (\\d+) messages', (player, count = '') =>
    withHabits(player, { messagesPerPackage: Number(count) }),
  ),
  row('divides? objects into parts of (\\d+) characters', (player, count = '') =>
    withHabits(player, { partLength: Number(count) }),
  ),
  row('announces? a MaxMsgSize of (\\d+)', (player, count = '') =>
    withHabits(player, { meta: { maxMessageSize: Number(count) } }),
  ),
  row('announces? a MaxObjSize of (\\d+)', (player, count = '') =>
    withHabits(player, { meta: { maxObjectSize: Number(count) } }),
  ),
  row('announces? a Size that is too big', (player) => withHabits(player, { sizeError: 1 })),
  row('breaks? off a large object', (player) =>
    withHabits(player, { breaksOff: true, partLength: PART_LENGTH }),
  ),
  // A gateway does it before it was asked for anything, a device when it should answer.
  row('aborts? the session', (player) => {
    withHabits(player, { aborts: player.gateway === undefined ? 'later' : 'at once' });
  }),
  row('answers? every message twice', (player) => withHabits(player, { repeatsMessages: true })),
  row('gives? another address for the next message', ({ server }) => {
    if (server) server.responsePath = '/elsewhere';
  }),
  row('drops? the connection', (player) => react(player, { kind: 'drop' })),
  row('stays? silent', (player) => react(player, { kind: 'silent' })),
  row('answers? with garbage', (player) => react(player, { kind: 'garbage' })),
  row('answers? with HTTP status (\\d+)', (player, status = '') =>
    react(player, { kind: 'http', status: Number(status) }),
  ),
  row('drops? the connection to the first alert', (player) => react(player, { kind: 'drop' }, isAlert)),
  row('uses? the media types of data synchronization', (player) =>
    withChange(player, (outgoing) => {
      return { ...outgoing, contentType: SYNCML_MEDIA_TYPES[outgoing.serialization].dataSynchronization };
    }),
  ),
  row('writes? WBXML 1.2', (player) => withSpoiling(player, (octets) => octets.with(0, WBXML_1_2))),
  row('puts? the header status last', (player) =>
    withChange(player, (outgoing) => {
      const isHeader = ({ kind, ...rest }: (typeof commands)[number]): boolean =>
        kind === 'Status' && 'command' in rest && rest.command === 'SyncHdr';
      const { commands } = outgoing.message;
      const moved = [...commands.filter((one) => !isHeader(one)), ...commands.filter(isHeader)];
      return { ...outgoing, message: { ...outgoing.message, commands: moved } };
    }),
  ),
  row('puts? Data before TargetRef', (player) => withSpoiling(player, dataFirst)),
];

/** The version octet. @see WAP-192 5.4 */
const WBXML_1_2 = 2;

function react({ server, name }: Player, reaction: MessageReaction, isFor = (_: Arrival) => true): void {
  if (!server) throw new Error(`${name} is asked nothing`);
  server.reactions = [...server.reactions, { reaction, isFor }];
}

function isAlert(arrival: Arrival): boolean {
  return arrival.kind === 'message' && hasAlert(arrival.message, ALERT_CODES.GENERIC_ALERT);
}

function withSpoiling(player: Player, spoil: (octets: Uint8Array) => Uint8Array): void {
  withChange(player, (outgoing: Outgoing) => ({ ...outgoing, spoil }));
}

function dataFirst(octets: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(octets);
  const moved = text.replace(
    /((?:<TargetRef>|<SourceRef>)(?:(?!<\/Status>).)*?)(<Data>\d+<\/Data>)/gs,
    '$2$1',
  );
  return new TextEncoder().encode(moved);
}

import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { ServerSession } from '../../reference-impl/syncml/server-session-state';
import type { Fault } from './fault';
import { managerFaults, type SessionProcedures } from './manager-faults';

const PACKAGE_2 = 'Package 2 answers package 1, with <manager> under test';
const STATUSES_DUE = 'Statuses only where they are due, with <manager> under test';

/** Deviations of a manager in packages 2 and 4. @see DM_Protocol 2.3.4, 2.3.6 */
export const MANAGER_PACKAGE_FAULTS: readonly Fault[] = managerFaults([
  {
    name: 'package-2-without-statuses',
    description: 'Says nothing of the alert and the DevInfo of its client.',
    catches: [PACKAGE_2],
    deviate: (own) => ({
      async takeCommands(session, message) {
        await own.takeCommands(session, message);
        return [];
      },
    }),
  },
  {
    name: 'session-id-of-the-server',
    description: 'Calls a session by another identifier than its client.',
    catches: ['The session identifier "<session>" is kept, with <manager> under test'],
    ofServer: ['Names and identifiers of the messages of <manager>'],
    deviate: (own) => ({
      serverHeader: (session, proof) => ({ ...own.serverHeader(session, proof), sessionID: 'ABCD' }),
    }),
  },
  {
    name: 'message-id-constant',
    description: 'Has the number 1 in every message.',
    catches: ['Media type, order and numbers of the messages of <manager>'],
    deviate: (own) => ({
      serverHeader: (session, proof) => ({ ...own.serverHeader(session, proof), messageID: 1 }),
    }),
  },
  {
    name: 'never-final',
    description: 'Never closes a package.',
    catches: [PACKAGE_2, 'The session ends with a package without commands, with <manager> under test'],
    deviate: (own) => ({
      sendFromQueue(session, mayClose) {
        const { message, ...rest } = own.sendFromQueue(session, mayClose);
        return { ...rest, message: { ...message, final: false } };
      },
    }),
  },
  {
    name: 'no-waiting-for-final',
    description: 'Goes on with the next package before its client has closed its own.',
    catches: ['A package 3 in three messages is taken whole, with <manager> under test'],
    deviate: (own) => ({ proceed: (session, message) => own.proceed(session, { ...message, final: true }) }),
  },
  {
    name: 'stuck-after-vanished-client',
    description: 'Ends in an internal error in every session after one that its client left.',
    catches: ['A client that vanishes in the middle does no harm, with <manager> under test'],
    deviate: (own) => stuckAfter(own, ({ over }) => over !== 'finished'),
  },
  {
    name: 'stuck-after-silent-end',
    description: 'Ends in an internal error in every session after one that no message of its client ended.',
    catches: ['A client that stops without a word is no failure, with <manager> under test'],
    deviate(own) {
      const ended = new WeakSet<ServerSession>();
      const stuck = stuckAfter(own, (session) => !ended.has(session));
      return {
        answerMessage(session, received) {
          if (session.over !== undefined) ended.add(session);
          return stuck.answerMessage(session, received);
        },
      };
    },
  },
  {
    name: 'statuses-out-of-turn',
    description: 'Answers the commands of a message in reverse order.',
    catches: [STATUSES_DUE],
    deviate: (own) => ({
      takeCommands: async (session, message) => [...(await own.takeCommands(session, message))].reverse(),
    }),
  },
  {
    name: 'parts-refused',
    description: 'Takes no object in parts.',
    catches: ['A value that <peer> sends in parts is gathered, with <manager> under test'],
    deviate: (own) => ({
      takeObject: (session, command) =>
        command.items.some(({ moreData }) => moreData === true)
          ? { code: statusCode('REQUEST_ENTITY_TOO_LARGE') }
          : own.takeObject(session, command),
    }),
  },
  {
    name: 'message-size-of-client-ignored',
    description: 'Does not look at the size of messages that its client takes.',
    catches: ['A command that is too large for <peer> comes in parts'],
    deviate: (own) => ({
      packQueue: (queue, room) => own.packQueue(queue, { ...room, octets: Number.POSITIVE_INFINITY }),
    }),
  },
]);

/** Has nothing to say to a client whose session before was left like this. */
function stuckAfter(own: SessionProcedures, isLeft: (before: ServerSession) => boolean) {
  const latest = new Map<string, ServerSession>();
  const answerMessage: SessionProcedures['answerMessage'] = async (session, received) => {
    const { deviceID } = session.account;
    const before = latest.get(deviceID) ?? session;
    if (before !== session && isLeft(before)) throw new Error(`a session of ${deviceID} did not end well`);
    latest.set(deviceID, session);
    return own.answerMessage(session, received);
  };
  return { answerMessage };
}

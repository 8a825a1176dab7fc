import { allCommands } from '../../protocol/model/syncml-identifiers';
import type { AuthenticationProcedures } from '../../reference-impl/syncml/authentication';
import type { ServerSessionProcedures } from '../../reference-impl/syncml/server-session-procedures';
import type { Fault } from './fault';

type SessionProcedures = ServerSessionProcedures & AuthenticationProcedures;

interface SessionDeviation extends Pick<Fault, 'name' | 'description' | 'catches'> {
  /** Entries that stand in place of those of sessions and authentication. */
  sessions(own: SessionProcedures): Partial<SessionProcedures>;
}

/**
 * Has the server end in an internal error in every session, once it has met what it should have lived with: nothing of
 * one client may be the end of others.
 */
function stoppedBy(
  own: SessionProcedures,
  isFatal: (message: Parameters<SessionProcedures['takeCommands']>[1]) => boolean,
): Partial<SessionProcedures> {
  let isStopped = false;
  return {
    async takeCommands(session, message) {
      isStopped ||= isFatal(message);
      if (isStopped) throw new Error('stopped by a message of before');
      return own.takeCommands(session, message);
    },
  };
}

const DEVIATIONS: readonly SessionDeviation[] = [
  {
    name: 'wrong-size-stops-server',
    description: 'Ends in an internal error at an object that is not as large as announced, and ever after.',
    catches: ['A value that is not as large as announced does no harm'],
    sessions(own) {
      let isStopped = false;
      return {
        takeObject(session, command) {
          const taken = own.takeObject(session, command);
          isStopped ||= 'code' in taken && taken.code >= 400;
          return taken;
        },
        async answerMessage(session, received) {
          if (isStopped) throw new Error('stopped by a value that was not as large as announced');
          return own.answerMessage(session, received);
        },
      };
    },
  },
  {
    name: 'crashes-without-devinfo',
    description: 'Ends in an internal error at a first message without DevInfo, and ever after.',
    catches: ['A client that says nothing of its device does no harm'],
    sessions: (own) =>
      stoppedBy(
        own,
        ({ header, commands }) => header.messageID === 1 && !commands.some(({ kind }) => kind === 'Replace'),
      ),
  },
  {
    name: 'bad-identifiers-stop-server',
    description: 'Ends in an internal error at commands that nobody can refer to, and ever after.',
    catches: ['A client whose message is <defect> is not heard twice'],
    sessions: (own) =>
      stoppedBy(own, ({ commands }) => {
        const identifiers = [...allCommands(commands)].map(({ commandID }) => commandID);
        return new Set(['', '0', ...identifiers]).size < identifiers.length + 2;
      }),
  },
  {
    name: 'server-uses-put',
    description: 'Sends a Put, which DM does not have, in each package with commands.',
    catches: ['The server sends nothing that DM does not use'],
    sessions: (own) => ({
      sendFromQueue(session, mayClose) {
        const outgoing = own.sendFromQueue(session, mayClose);
        const { commands } = outgoing.message;
        if (commands.every(({ kind }) => kind === 'Status')) return outgoing;
        const put = { kind: 'NotInDM', command: 'Put', commandID: '999' } as const;
        return { ...outgoing, message: { ...outgoing.message, commands: [...commands, put] } };
      },
    }),
  },
  {
    name: 'commands-after-abort',
    description: 'Goes on with its commands when the device has broken the session off.',
    catches: ['An abort is not answered with commands'],
    sessions: (own) => ({
      isAbort: () => false,
      sendFromQueue(session, mayClose) {
        const outgoing = own.sendFromQueue(session, mayClose);
        if (session.latest === undefined || !own.isAbort(session.latest.received.message)) return outgoing;
        const get = { kind: 'Get', commandID: '999', items: [{ target: { uri: './DevInfo' } }] } as const;
        return {
          ...outgoing,
          message: { ...outgoing.message, commands: [...outgoing.message.commands, get] },
        };
      },
    }),
  },
  {
    name: 'server-one-nonce',
    description: 'Gives the same nonce each time.',
    catches: ['Nonces of the server are new each time'],
    sessions: () => ({ freshNonce: () => new TextEncoder().encode('the-same-nonce-each-time') }),
  },
  {
    name: 'repetition-restarts',
    description: 'Ends a session in which a message comes again.',
    catches: ['A client that sends every message twice gets its commands once'],
    sessions(own) {
      const broken = new WeakSet<object>();
      return {
        isRepetition: () => false,
        isInTurn(session, header) {
          const isNext = own.isInTurn(session, header);
          if (!isNext) broken.add(session);
          return isNext;
        },
        async answerMessage(session, received) {
          if (broken.has(session)) throw new Error('ended by a message that came again');
          return own.answerMessage(session, received);
        },
      };
    },
  },
  {
    name: 'strict-devinfo',
    description: 'Refuses a DevInfo that names interior nodes.',
    catches: ['A client that <conduct> is served, with <manager> under test'],
    sessions: (own) => ({
      async answerMessage(session, received) {
        const { commands } = received.message;
        const isInterior = commands.some(
          (command) =>
            command.kind === 'Replace' && command.items.some(({ meta }) => meta?.format === 'node'),
        );
        if (isInterior) throw new Error('interior nodes of DevInfo are not taken');
        return own.answerMessage(session, received);
      },
    }),
  },
];

/** Deviations of the sessions of a server under test that its gateways do not share. @see DM_Protocol 2 */
export const SERVER_ONLY_SESSION_FAULTS: readonly Fault[] = DEVIATIONS.map(({ sessions, ...fault }) => ({
  ...fault,
  applyToManagementServer: (procedures) => ({
    ...procedures,
    sessions: { ...procedures.sessions, ...sessions(procedures.sessions) },
  }),
}));

import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { ClientSession } from '../../reference-impl/syncml/client-session-state';
import { clientFaults } from './client-faults';
import type { Fault } from './fault';

/** Deviations of packages 1 and 3: what a client says of itself, of commands, and when. @see DM_Protocol 2.1, 2.3 */
export const CLIENT_PACKAGE_FAULTS: readonly Fault[] = clientFaults([
  {
    name: 'device-answers-nothing',
    description: 'Says nothing of the commands, only of the header.',
    catches: [
      'The whole workflow, step by step, with <target> under test',
      'Each command has its status',
      'The values that were asked for come back',
    ],
    session: () => ({ answerCommands: async () => [] }),
  },
  {
    name: 'first-refusal-ends-package',
    description: 'Answers nothing behind a command that it refused.',
    catches: ['A command that is refused does not keep the others from being answered'],
    session: (own) => ({
      async answerCommands(session, message) {
        const drafts = await own.answerCommands(session, message);
        const at = drafts.findIndex(({ command }) => command.kind === 'Status' && command.code >= 400);
        return at === -1 ? drafts : drafts.slice(0, at + 1);
      },
    }),
  },
  {
    name: 'always-1201',
    description: 'Says of every session that the client wanted it.',
    catches: ['Package 1 answers a package 0, with <client> under test'],
    atGateway: ['Package 1 answers a package 0, with <client> under test'],
    session: (own) => ({ sessionAlert: (session) => own.sessionAlert({ ...session, initiator: 'client' }) }),
  },
  {
    name: 'always-1200',
    description: 'Says of every session that the server wanted it.',
    catches: ['A session of its own accord begins with Alert 1201, with <client> under test'],
    atGateway: ['A session of its own accord begins with Alert 1201, with <client> under test'],
    session: (own) => ({ sessionAlert: (session) => own.sessionAlert({ ...session, initiator: 'server' }) }),
  },
  {
    name: 'package-1-without-devinfo',
    description: 'Tells DevId and Man in package 1, and nothing else of DevInfo.',
    catches: ['Package 1 answers a package 0, with <client> under test'],
    atGateway: ['Package 1 answers a package 0, with <client> under test'],
    session: (own) => ({
      deviceInformation(session) {
        const command = own.deviceInformation(session);
        return { ...command, items: command.items.slice(0, 2) };
      },
    }),
  },
  {
    name: 'client-never-ends',
    description: 'Asks for more where the server wants nothing more.',
    catches: ['A package 2 without commands ends the session, with <client> under test'],
    atGateway: ['A package 2 without commands ends the session, with <client> under test'],
    session: (own) => ({
      isSessionOver: () => false,
      questionForMore: (session) => own.questionForMore({ ...session, isServerClosed: false }),
    }),
  },
  {
    name: 'second-round-refused',
    description: 'Refuses the commands of every package behind the first one that had some.',
    catches: ['Commands of a second round are carried out like those of the first'],
    session(own) {
      const served = new WeakSet<ClientSession>();
      return {
        async answerCommands(session, message) {
          if (served.has(session))
            return own.refuseCommands(session, message, statusCode('COMMAND_NOT_ALLOWED'));
          const drafts = await own.answerCommands(session, message);
          if (message.final && drafts.length > 0) served.add(session);
          return drafts;
        },
      };
    },
  },
  {
    name: 'closes-too-early',
    description: 'Closes its package while the server has not closed the one that it answers.',
    catches: ['A package 2 in three messages is asked on for, and answered when it is closed'],
    session: () => ({ closesPackage: ({ queue }) => queue.length === 0 }),
  },
  {
    name: 'answers-an-abort',
    description: 'Goes on with a session that the server broke off.',
    catches: ['After an abort the device says nothing more'],
    session: () => ({ isBrokenOff: () => false }),
  },
  {
    name: 'stuck-after-a-drop',
    description: 'Opens no session any more after one that did not come to its end.',
    catches: [
      'When the server <conduct> in the middle the device goes on',
      'When the server <conduct> the session ends, and the device goes on',
    ],
    session(own) {
      let isInSession = false;
      return {
        firstPackage(session) {
          isInSession = true;
          return own.firstPackage(session);
        },
        async receiveAnswer(session, received) {
          const end = await own.receiveAnswer(session, received);
          isInSession = end === undefined;
          return end;
        },
        nonceOfNotification: (party, received) =>
          isInSession ? undefined : own.nonceOfNotification(party, received),
      };
    },
  },
  {
    name: 'client-sends-get',
    description: 'Asks the server for its DevInfo in every message.',
    catches: ['The device sends nothing that a client does not send'],
    session: (own) => ({
      composeMessage(session) {
        const outgoing = own.composeMessage(session);
        const items = [{ target: { uri: './DevInfo' } }];
        const get: SyncMLCommand = { kind: 'Get', commandID: '999', items };
        return {
          ...outgoing,
          message: { ...outgoing.message, commands: [...outgoing.message.commands, get] },
        };
      },
    }),
  },
  {
    name: 'message-size-ignored',
    description: 'Makes messages as large as they come, whatever MaxMsgSize the server has.',
    catches: [
      'An answer that does not fit into one message is divided',
      'A value that is too large for one message comes in parts',
    ],
    session: (own) => ({
      packDrafts: (drafts, room) => own.packDrafts(drafts, { ...room, octets: Number.POSITIVE_INFINITY }),
    }),
  },
  {
    name: 'version-1-1',
    description: 'Calls itself a client of version 1.1.',
    catches: ['Names and identifiers of a message, with <client> under test'],
    atGateway: ['Names and identifiers of a message, with <client> under test'],
    session: (own) => ({
      clientHeader: (session, proof) => ({ ...own.clientHeader(session, proof), versionDTD: '1.1' }),
    }),
  },
  {
    name: 'message-identifiers-from-zero',
    description: 'Counts its messages from 0.',
    catches: ['Media type, order and numbers of messages, with <client> under test'],
    atGateway: ['Media type, order and numbers of messages, with <client> under test'],
    session() {
      const begun = new WeakSet<ClientSession>();
      return {
        nextMessageID(session) {
          if (begun.has(session)) return session.sent + 1;
          begun.add(session);
          return 0;
        },
      };
    },
  },
  {
    name: 'response-uri-ignored',
    description: 'Sends every message to the first address of the server.',
    catches: ['The next message goes where the server says, with <client> under test'],
    atGateway: ['The next message goes where the server says, with <client> under test'],
    session: (own) => ({
      learnFromServerHeader: (session, { responseURI: _ignored, ...header }) =>
        own.learnFromServerHeader(session, header),
    }),
  },
]);

import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { Fault } from './fault';
import { managerFaults } from './manager-faults';

const SESSIONS_CALLED_1 =
  'A client whose sessions are all called 1 is served each time, with <manager> under test';

const REFUSED_AT_ONCE = 'A first message <defect> is refused, with <manager> under test';
const SERVED = 'A client that <conduct> is served, with <manager> under test';

/** Deviations of a manager whose client says what it should not, or what others do not say. */
export const MANAGER_MESSAGE_FAULTS: readonly Fault[] = managerFaults([
  {
    name: 'references-unchecked',
    description: 'Takes answers in their order, whatever they refer to.',
    catches: ['Answers <defect> answer no command, with <manager> under test'],
    deviate: () => ({
      takeStatus({ asked }, status) {
        if (status.commandReference === '0') return;
        const next = asked.find(({ statuses }) => statuses.length === 0);
        next?.statuses.push({ ...status, commandReference: next.command.commandID });
      },
    }),
  },
  {
    name: 'commands-of-clients-obeyed',
    description: 'Says of any command of a client that it went well.',
    catches: ['A client that sends a command of management is refused, with <manager> under test'],
    deviate: () => ({ codeOfForbidden: () => statusCode('OK') }),
  },
  {
    name: 'session-1-used-up',
    description: 'Takes a session identifier once.',
    catches: [SESSIONS_CALLED_1],
    deviate(own) {
      const tokens = new Map<string, string>();
      return {
        isInTurn(session, header) {
          const first = tokens.get(header.sessionID) ?? session.token;
          tokens.set(header.sessionID, first);
          return first === session.token && own.isInTurn(session, header);
        },
      };
    },
  },
  {
    name: 'unknown-device-accepted',
    description: 'Says to a device that it does not know that all is well.',
    catches: [REFUSED_AT_ONCE],
    deviate: () => ({ codeForUnknownDevice: () => statusCode('OK') }),
  },
  {
    name: 'versions-unchecked',
    description: 'Takes a message whatever version of SyncML or DM it is said to have.',
    catches: [],
    ofServer: [REFUSED_AT_ONCE],
    deviate: () => ({ versionRefusal: () => undefined }),
  },
  {
    name: 'session-of-client-unchecked',
    description: 'Finds a session by its address alone, whatever identifier a message has.',
    catches: ['Answers <defect> answer no command, with <manager> under test'],
    deviate: (own) => ({
      isInTurn: (session, header) => own.isInTurn(session, { ...header, sessionID: session.sessionID }),
    }),
  },
  {
    name: 'interior-devinfo-refused',
    description: 'Refuses a client whose DevInfo has interior nodes.',
    catches: [SERVED],
    deviate: (own) => ({
      isAbort: (message) => own.isAbort(message) || message.commands.some(saysInteriorNode),
    }),
  },
  {
    name: 'header-status-first-only',
    description: 'Takes nothing of a message in which the status of the header does not come first.',
    catches: [SERVED],
    deviate: (own) => ({
      async takeCommands(session, message) {
        const at = message.commands.findIndex((one) => one.kind === 'Status' && one.commandReference === '0');
        return at > 0 ? [] : own.takeCommands(session, message);
      },
    }),
  },
  {
    name: 'user-name-required',
    description: 'Takes no credentials without LocName.',
    catches: [SERVED],
    deviate: (own) => ({
      isProvenWith: (peer, received, nonce) =>
        received.message.header.source.name !== undefined && own.isProvenWith(peer, received, nonce),
    }),
  },
]);

function saysInteriorNode(command: SyncMLCommand): boolean {
  return command.kind === 'Replace' && command.items.some(({ meta }) => meta?.format === 'node');
}

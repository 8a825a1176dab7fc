import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { Fault } from './fault';
import { managerFaults } from './manager-faults';

const SESSIONS_CALLED_1 =
  'A client whose sessions are all called 1 is served each time, with <manager> under test';

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
]);

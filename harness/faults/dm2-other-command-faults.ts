import { isRefusal, refuse } from '../../protocol/model/refusal';
import { commandStatus } from '../../protocol/tables/dm2/status-codes';
import { dm2ClientFaults } from './dm2-client-faults';
import type { Fault } from './fault';

const DONE_OR_BEGUN = 'EXEC is done, or begun';
const RESULT_TOLD = 'The result of EXEC comes where it was asked for';
const GOES_ELSEWHERE = 'After CONT the results go elsewhere';
const LAST_COUNTS = 'Of two CONT the last one counts';
const CREDENTIALS_TOO = 'Where the session goes on the credentials are needed as well';

/** Deviations of a DM 2.0 client in what it does for EXEC, CONT, SHOW and DEFAULT. @see dm2.md 4.2, 5.6, 5.7 */
export const DM2_OTHER_COMMAND_FAULTS: readonly Fault[] = dm2ClientFaults([
  {
    name: 'exec-not-known',
    description: 'Does not know EXEC.',
    catches: [DONE_OR_BEGUN, RESULT_TOLD],
    client: () => ({ executeNode: () => NOT_KNOWN }),
  },
  {
    name: 'exec-result-at-once',
    description: 'Says that an operation is done, wherever its result was to go.',
    catches: [RESULT_TOLD],
    client: () => ({ isDoneAtOnce: () => true }),
  },
  {
    name: 'exec-result-never-told',
    description: 'Begins an operation, and never tells what came of it.',
    catches: [RESULT_TOLD],
    client: () => ({ beginExecution: () => ({ status: commandStatus('ACCEPTED') }) }),
  },
  {
    name: 'exec-result-of-nothing',
    description: 'Does not tell of what operation it has the result.',
    catches: [RESULT_TOLD],
    client: (own) => ({
      alertOfExecution(execution, status) {
        const { sourceURI: _, ...alert } = own.alertOfExecution(execution, status);
        return alert;
      },
    }),
  },
  {
    name: 'exec-of-any-leaf',
    description: 'Says that a leaf is executed that is not executable.',
    catches: ['EXEC of a leaf that is not executable is not allowed'],
    client: (own) => ({
      operationAt(mandate, clientURI) {
        const operation = own.operationAt(mandate, clientURI);
        const isOther = isRefusal(operation) && operation.status === commandStatus('METHOD_NOT_ALLOWED');
        return isOther ? { duration: 0, status: commandStatus('OK') } : operation;
      },
    }),
  },
  {
    name: 'exec-of-nothing-not-allowed',
    description: 'Says of what is not there that it is not executable.',
    catches: ['EXEC of nothing finds nothing'],
    client: (own) => ({
      operationAt(mandate, clientURI) {
        const operation = own.operationAt(mandate, clientURI);
        return isRefusal(operation)
          ? { ...operation, status: commandStatus('METHOD_NOT_ALLOWED') }
          : operation;
      },
    }),
  },
  {
    name: 'exec-never-fails',
    description: 'Says that an operation is done that failed.',
    catches: ['An operation that fails says so'],
    client: (own) => ({
      executeNode(mandate, command) {
        const outcome = own.executeNode(mandate, command);
        const isBegun = isRefusal(outcome) || outcome.status === commandStatus('ACCEPTED');
        return isBegun ? outcome : { status: commandStatus('OK') };
      },
    }),
  },
  {
    name: 'exec-result-to-any-host',
    description: 'Tells the result of an operation wherever a server wants it.',
    catches: ['The result of EXEC may not go to any host', 'A host that is not allowed gets no result'],
    client: (own) => ({
      executeNode(mandate, { serverURI, ...command }) {
        if (serverURI === undefined) return own.executeNode(mandate, command);
        const operation = own.operationAt(mandate, command.clientURI);
        if (isRefusal(operation)) return operation;
        return own.beginExecution(mandate, { clientURI: command.clientURI, to: serverURI }, operation);
      },
    }),
  },
  {
    name: 'show-not-known',
    description: 'Does not know SHOW.',
    catches: ['SHOW opens a page'],
    client: () => ({ showPage: () => NOT_KNOWN }),
  },
  {
    name: 'default-not-known',
    description: 'Does not know DEFAULT.',
    catches: ['DEFAULT is kept'],
    client: () => ({ rememberDefault: () => NOT_KNOWN }),
  },
  {
    name: 'cont-not-followed',
    description: 'Goes on with its own server, wherever CONT leads.',
    catches: [GOES_ELSEWHERE, LAST_COUNTS, CREDENTIALS_TOO],
    client: (own) => ({
      continueElsewhere: (performance, serverURI) => own.continueElsewhere({ ...performance }, serverURI),
    }),
  },
  {
    name: 'cont-first-counts',
    description: 'Follows the first of several CONT.',
    catches: [LAST_COUNTS],
    client: (own) => ({
      continueElsewhere: (performance, serverURI) =>
        own.continueElsewhere(
          performance.continuation === undefined ? performance : { ...performance },
          serverURI,
        ),
    }),
  },
  {
    name: 'cont-for-ever',
    description: 'Begins all further sessions where CONT led.',
    catches: ['The session after a CONT begins where the first one began'],
    client(own) {
      let home: string | undefined;
      return {
        continueElsewhere(performance, serverURI) {
          const outcome = own.continueElsewhere(performance, serverURI);
          home = performance.continuation ?? home;
          return outcome;
        },
        causeOfEvent(server, event) {
          const cause = own.causeOfEvent(server, event);
          return { ...cause, to: home ?? cause.to };
        },
      };
    },
  },
  {
    name: 'cont-without-credentials',
    description: 'Shows credentials only where the session began.',
    catches: [CREDENTIALS_TOO],
    client: () => ({
      mayShowCredentials: ({ cause }, url) => url.origin === new URL(cause.to).origin,
    }),
  },
]);

const NOT_KNOWN = refuse(commandStatus('NOT_IMPLEMENTED'), 'the verb is not known', 'dm2.md 5.1');

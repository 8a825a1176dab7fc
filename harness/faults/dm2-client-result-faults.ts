import type { CommandResult } from '../../protocol/model/dm2-package';
import { isRefusal } from '../../protocol/model/refusal';
import { commandStatus } from '../../protocol/tables/dm2/status-codes';
import { withValueAt } from '../../reference-impl/dm2-client/tree/node-value';
import { rootOf, withRoot } from '../../reference-impl/dm2-client/tree/object-tree';
import { dm2ClientFaults } from './dm2-client-faults';
import { isResponse, sendingOtherwise, withOtherHeaders, withOtherJson } from './dm2-client-messages';
import type { Fault } from './fault';
import { withStatus } from './with-status';

const IN_PLACE = 'Each command has one status, in its place';
const OTHERS_PERFORMED = 'A command that fails does not keep the others from being performed';
const NOTHING_CHANGED = '<verb> <why> changes nothing';

/** Deviations of a DM 2.0 client in how it performs commands, and what it says of them. @see DM2 B.1 steps 6 and 7, dm2.md 3.4, 5.1 */
export const DM2_CLIENT_RESULT_FAULTS: readonly Fault[] = [
  ...dm2ClientFaults([
    {
      name: 'reports-without-performing',
      description: 'Says that it replaced or deleted a node, and does nothing.',
      catches: [
        'What the commands of a client initiated session say is done',
        'What the commands of a server initiated session say is done',
        'A leaf is replaced',
      ],
      client: (own) => ({
        async performCommand(performance, command) {
          const isNamed = command.verb === 'DELETE' || command.verb === 'HGET';
          const isSkipped = isNamed && command.clientURI !== undefined;
          return isSkipped ? DONE : own.performCommand(performance, command);
        },
      }),
    },
    {
      name: 'reports-without-sending',
      description: 'Says that it sent data, and sends nothing.',
      catches: ['HPUT sends by PUT', 'HPOST sends by POST'],
      client: () => ({ sendData: async () => DONE }),
    },
    {
      name: 'stops-at-first-failure',
      description: 'Performs and reports nothing behind a command that fails.',
      catches: [
        'The flow of B.1 goes on behind a command that fails, with <target> under test',
        OTHERS_PERFORMED,
        IN_PLACE,
      ],
      client: (own) => ({
        async performCommands(performance, commands) {
          const results: CommandResult[] = [];
          for (const command of commands) {
            results.push(...(await own.performCommands(performance, [command])));
            if ((results.at(-1)?.status ?? 0) >= FAILURES) break;
          }
          return results;
        },
      }),
    },
    {
      name: 'results-backwards',
      description: 'Reports the last command first.',
      catches: [IN_PLACE, OTHERS_PERFORMED],
      client: (own) => ({
        composeResponse: (session, results) => own.composeResponse(session, results.toReversed()),
      }),
    },
    {
      name: 'one-status-for-all',
      description: 'Reports the worst status only.',
      catches: [IN_PLACE],
      client: (own) => ({
        composeResponse: (session, results) =>
          own.composeResponse(
            session,
            results.toSorted((one, other) => other.status - one.status).slice(0, 1),
          ),
      }),
    },
    {
      name: 'transfers-last',
      description: 'Sends all that is to be sent before it fetches anything.',
      catches: ['Commands are performed in their order'],
      client: (own) => ({
        async performCommands(performance, commands) {
          const isFetching = (index: number) => commands[index]?.verb === 'HGET';
          const order = [...commands.keys()].toSorted(
            (a, b) => Number(isFetching(a)) - Number(isFetching(b)),
          );
          const results = await own.performCommands(
            performance,
            order.flatMap((index) => commands[index] ?? []),
          );
          return commands.flatMap((_, index) => results[order.indexOf(index)] ?? []);
        },
      }),
    },
    {
      name: 'half-done',
      description: 'Puts objects in place one by one, and says then that one of them has none.',
      catches: ['Of several objects all are put in place, or none'],
      client: (own) => ({
        storeObjects(mandate, content) {
          if (content.type !== 'objects') return own.storeObjects(mandate, content);
          const outcomes = content.objects.map((object) =>
            own.storeObjects(mandate, { ...content, objects: [object] }),
          );
          const clientURIs = outcomes.flatMap((outcome) =>
            isRefusal(outcome) ? [] : (outcome.clientURIs ?? []),
          );
          return outcomes.find(isRefusal) ?? { ...DONE, clientURIs };
        },
      }),
    },
    {
      name: 'failure-leaves-traces',
      description: 'Empties what data were to replace before it asks for them.',
      catches: [NOTHING_CHANGED, OTHERS_PERFORMED],
      client: (own) => ({
        async fetchData(mandate, command) {
          const { store } = mandate.client;
          const place = command.clientURI === undefined ? undefined : own.placeOf(mandate, command.clientURI);
          if (place === undefined || isRefusal(place)) return own.fetchData(mandate, command);
          const root = withValueAt(rootOf(store.tree, place) ?? {}, place.path, '');
          store.change(withRoot(store.tree, place, root));
          return own.fetchData(mandate, command);
        },
      }),
    },
    {
      name: 'empties-before-deleting',
      description: 'Deletes what is below a permanent node, and says then that it cannot be deleted.',
      catches: [NOTHING_CHANGED, 'The permanent <address> stays'],
      client: (own) => ({
        removeNode(store, tree, place) {
          const outcome = own.removeNode(store, tree, place);
          if (isRefusal(outcome)) store.change(withRoot(tree, place, {}));
          return outcome;
        },
      }),
    },
    {
      name: 'unknown-verbs-as-misfits',
      description: 'Says of a verb that it does not know that its arguments do not fit.',
      catches: ['The verb <verb> is not known'],
      client: () => ({ statusOfUnperformable: () => 400 }),
    },
    {
      name: 'misfits-passed-over',
      description: 'Passes a command over whose arguments do not fit, and says that it is done.',
      catches: ['<verb> with <what> does not fit'],
      client: (own) => ({
        statusOfUnperformable(command) {
          const status = own.statusOfUnperformable(command);
          return status === commandStatus('BAD_REQUEST') ? DONE.status : status;
        },
      }),
    },
    {
      name: 'foreign-objects-as-own',
      description: 'Lets a server have the objects of another one.',
      catches: ['An object of another server is refused', 'An object of another server is not read'],
      client: () => ({ mayManage: () => true }),
    },
    {
      name: 'foreign-objects-not-found',
      description: 'Does not find the objects of another server.',
      catches: ['An object of another server is refused'],
      client: (own) => ({
        readClientURI(mandate, text) {
          const read = own.readClientURI(mandate, text);
          const isForeign = isRefusal(read) && read.status === commandStatus('FORBIDDEN');
          return isForeign ? withStatus(read, commandStatus('NOT_FOUND')) : read;
        },
      }),
    },
  ]),
  {
    name: 'response-of-another-type',
    description: 'Sends package 3 as application/json.',
    catches: ['Package 3 says what it is'],
    wrapTransmit: sendingOtherwise(
      isResponse,
      withOtherHeaders((headers) => headers.set('Content-Type', 'application/json')),
    ),
  },
  {
    name: 'start-alert-in-package-3',
    description: 'Says in package 3 as well why the session began.',
    catches: ['Package 3 starts nothing'],
    wrapTransmit: sendingOtherwise(
      isResponse,
      withOtherJson((json) => ({
        ...json,
        Alert: [{ AlertType: 'urn:oma:at:dm:2.0:ClientInitiatedMgmt' }],
      })),
    ),
  },
];

const DONE = { status: commandStatus('OK') };
const FAILURES = 400;

import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import type { Outcome } from '../../reference-impl/management-tree/outcome';
import { clientFaults } from './client-faults';
import type { Fault } from './fault';

/** Deviations of what a client says of commands: their statuses and what they found. @see RepPro StatusType */
export const CLIENT_STATUS_FAULTS: readonly Fault[] = clientFaults([
  {
    name: 'results-without-status',
    description: 'Leaves the Status of a Get away where Results say what was found.',
    catches: [
      'Package 3 has statuses and results, with <client> under test',
      'Each command has one status, with <client> under test',
    ],
    atGateway: [
      'Package 3 has statuses and results, with <client> under test',
      'Each command has one status, with <client> under test',
    ],
    session: (own) => ({
      answerOf(session, performed, messageReference) {
        const drafts = own.answerOf(session, performed, messageReference);
        const results = drafts.filter(({ command }) => command.kind === 'Results');
        return results.length === 0 ? drafts : results;
      },
    }),
  },
  {
    name: 'results-first',
    description: 'Says what a Get found before it says how the Get went.',
    catches: ['Statuses have the order of the commands, the header first, with <client> under test'],
    atGateway: ['Statuses have the order of the commands, the header first, with <client> under test'],
    session: (own) => ({
      answerOf: (session, performed, messageReference) =>
        own.answerOf(session, performed, messageReference).toReversed(),
    }),
  },
  {
    name: 'statuses-out-of-order',
    description: 'Says its statuses in reverse order, that of the header last.',
    catches: ['Statuses have the order of the commands, the header first, with <client> under test'],
    atGateway: ['Statuses have the order of the commands, the header first, with <client> under test'],
    session: (own) => ({
      composeMessage(session) {
        const outgoing = own.composeMessage(session);
        return {
          ...outgoing,
          message: { ...outgoing.message, commands: statusesReversed(outgoing.message.commands) },
        };
      },
    }),
  },
  {
    name: 'two-statuses',
    description: 'Says each status twice.',
    catches: ['Each command has one status, with <client> under test'],
    atGateway: ['Each command has one status, with <client> under test'],
    session: (own) => ({
      statusesOfCommand: (performed, messageReference) =>
        own.statusesOfCommand(performed, messageReference).flatMap((status) => [status, status]),
    }),
  },
  {
    name: 'references-to-message-zero',
    description: 'Says of each status that it answers a command of message 0.',
    catches: ['A status names the message and the command that it answers'],
    session: (own) => ({ statusesOfCommand: (performed) => own.statusesOfCommand(performed, 0) }),
  },
  {
    name: 'one-status-for-all-items',
    description: 'Says of all items of a command what became of the first.',
    catches: ['Items of one command that fare differently have a status each'],
    tree: (own) => ({ statusesOf: (items, outcomes) => own.statusesOf(items, outcomes.slice(0, 1)) }),
  },
  {
    name: 'codes-of-http',
    description: 'Answers 409 for what is there already and 410 for what is not there.',
    catches: [
      'Codes are those that the standard lists for the command',
      'Add of a node that is there leaves it as it was',
    ],
    tree: (own) => ({ statusesOf: (items, outcomes) => own.statusesOf(items, outcomes.map(asOfHTTP)) }),
  },
  {
    name: 'device-mixes-values',
    description: 'Answers a Get of a leaf with the value of the leaf beside it.',
    catches: [
      'The values that were asked for come back',
      'DevInfo in the tree is what package 1 said',
      'The identifier of the device is a URN',
    ],
    atGateway: ['Get of a leaf brings its value'],
    tree: (own) => ({
      itemOfNode(node, uri) {
        const others = [...(node.parent?.children.values() ?? [])].filter((other) => other !== node);
        const [beside = node] = others.filter(({ children }) => children.size === 0);
        return node.children.size === 0 ? own.itemOfNode(beside, uri) : own.itemOfNode(node, uri);
      },
    }),
  },
  {
    name: 'device-id-without-urn',
    description: 'Has a DevId that is no URN.',
    catches: ['The identifier of the device is a URN'],
    tree: (own) => ({
      itemOfNode(node, uri) {
        const item = own.itemOfNode(node, uri);
        return node.name === 'DevId' ? { ...item, data: 'device' } : item;
      },
    }),
  },
]);

/** They change places with one another; Results stay where they are. */
function statusesReversed(commands: readonly SyncMLCommand[]): readonly SyncMLCommand[] {
  const reversed = commands.filter(({ kind }) => kind === 'Status').toReversed();
  return commands.map((command) => (command.kind === 'Status' ? (reversed.shift() ?? command) : command));
}

const CODES_OF_HTTP: { readonly [code: number]: number } = { 404: 410, 418: 409 };

function asOfHTTP(outcome: Outcome): Outcome {
  return { ...outcome, code: CODES_OF_HTTP[outcome.code] ?? outcome.code };
}

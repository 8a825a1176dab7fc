import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import { isSuccess } from '../../reference-impl/management-tree/outcome';
import { performAtOnce } from '../../reference-impl/management-tree/perform-command';
import type { Performed } from '../../reference-impl/management-tree/performed';
import type { TreeAccess } from '../../reference-impl/management-tree/tree-access';
import { clientFaults } from './client-faults';
import type { Fault } from './fault';

/** Deviations of several commands as one. @see DM_RepPro 4.1.6.3, 4.1.6.14 */
export const TREE_GROUP_FAULTS: readonly Fault[] = clientFaults([
  {
    name: 'atomic-changes-lost',
    description: 'Takes back what an Atomic did though all of it went well.',
    catches: ['An Atomic that goes well', 'A Sequence may hold an Atomic'],
    atGateway: ['Both nodes stand in one Atomic'],
    tree: () => ({ isAtomicKept: () => false }),
  },
  {
    name: 'atomic-not-undone',
    description: 'Keeps what an Atomic did before one of its commands failed.',
    catches: [
      'What an Atomic did is undone when a later command fails',
      'A node that an Atomic deleted is there again',
    ],
    tree: () => ({ isAtomicKept: () => true }),
  },
  {
    name: 'atomic-200-for-all',
    description: 'Says that an Atomic went well though one of its commands failed.',
    catches: [
      'What an Atomic did is undone when a later command fails',
      'A node that an Atomic deleted is there again',
      'What comes after the command that failed is not executed',
    ],
    tree: (own) => ({
      atomic(access, command) {
        const [group, ...members] = own.atomic(access, command);
        return group === undefined
          ? members
          : [{ ...group, statuses: [{ code: statusCode('OK') }] }, ...members];
      },
    }),
  },
  {
    name: 'atomic-goes-on',
    description: 'Executes what stands in an Atomic behind the command that failed.',
    catches: ['What comes after the command that failed is not executed'],
    tree: (own) => ({
      atomic: (access, command) =>
        own
          .atomic(access, command)
          .map((performed) => (isBypassed(performed) ? late(access, performed) : performed)),
    }),
  },
  {
    name: 'atomic-in-atomic',
    description: 'Executes the commands of an Atomic in an Atomic like others of it.',
    catches: ['An Atomic in an Atomic is an error'],
    tree: (own) => ({
      atomic: (access, command) => own.atomic(access, { ...command, commands: unpacked(command.commands) }),
    }),
  },
  {
    name: 'get-in-atomic',
    description: 'Executes a Get in an Atomic.',
    catches: ['A Get in an Atomic is an error'],
    tree: (own) => ({ mayBeInAtomic: (command) => command.kind === 'Get' || own.mayBeInAtomic(command) }),
  },
  {
    name: 'sequence-reversed',
    description: 'Executes the commands of a Sequence from the last to the first.',
    catches: ['A Sequence is executed in its order'],
    tree: (own) => ({
      sequence: (access, command) =>
        own.sequence(access, { ...command, commands: command.commands.toReversed() }),
    }),
  },
  {
    name: 'sequence-refuses-atomic',
    description: 'Does not support an Atomic in a Sequence.',
    catches: ['A Sequence may hold an Atomic'],
    tree: (own) => ({
      sequence(access, command) {
        const atomic = (_access: TreeAccess, group: SyncMLCommand) => [
          { command: group, statuses: [{ code: statusCode('OPTIONAL_FEATURE_NOT_SUPPORTED') }], found: [] },
        ];
        return own.sequence({ ...access, procedures: { ...access.procedures, atomic } }, command);
      },
    }),
  },
  {
    name: 'sequence-undone',
    description: 'Takes back what a Sequence did where one of its commands fails.',
    catches: ['What a Sequence had done stays when a command of it fails'],
    tree: () => ({
      async sequence(access, command) {
        const members = access.tree.tentatively(
          () => command.commands.flatMap((member) => atOnce(access, member)),
          (performed) => performed.every(isDone),
        );
        return [{ command, statuses: [{ code: statusCode('OK') }], found: [] }, ...members];
      },
    }),
  },
]);

function isDone({ statuses }: Performed): boolean {
  return statuses.every(({ code }) => isSuccess(code));
}

function isBypassed({ statuses }: Performed): boolean {
  return statuses.every(({ code }) => code === statusCode('NOT_EXECUTED'));
}

function late(access: TreeAccess, performed: Performed): Performed {
  return atOnce(access, performed.command)[0] ?? performed;
}

/** Nothing for what is no command of one step. */
function atOnce(access: TreeAccess, command: SyncMLCommand): readonly Performed[] {
  switch (command.kind) {
    case 'Add':
    case 'Copy':
    case 'Delete':
    case 'Get':
    case 'Replace':
      return [performAtOnce(access, command)];
    default:
      return [];
  }
}

function unpacked(commands: readonly SyncMLCommand[]): readonly SyncMLCommand[] {
  return commands.flatMap((command) => (command.kind === 'Atomic' ? unpacked(command.commands) : [command]));
}

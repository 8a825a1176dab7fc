import { isRefusal } from '../../protocol/model/refusal';
import type { ExecCommand } from '../../protocol/model/syncml-command';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import { nodesOf } from '../../reference-impl/dm-gateway/gateway-nodes';
import type { GatewayProcedures } from '../../reference-impl/dm-gateway/procedures';
import { done, refused } from '../../reference-impl/management-tree/outcome';
import type { TreeAccess } from '../../reference-impl/management-tree/tree-access';
import type { Fault } from './fault';
import { type GatewayEntries, gatewayFaults, withNode } from './gateway-faults';

const LAST_COUNTS = 'The value that was set last counts';
const FANS_OUT = 'Exec on Start is accepted, and fans out';

/** Deviations of a gateway that is told what to fan out, and to begin. @see GFO steps 2 and 3 */
export const GATEWAY_START_FAULTS: readonly Fault[] = gatewayFaults([
  {
    name: 'commands-node-read-only',
    description: 'Refuses to set ToBeFannedOut.',
    catches: ['ToBeFannedOut can be set', LAST_COUNTS],
    deviate: refusing('Replace', 'ToBeFannedOut'),
  },
  {
    name: 'group-node-read-only',
    description: 'Refuses to set TargetGroupRef.',
    catches: ['TargetGroupRef can be set', 'What was set can be read back'],
    deviate: refusing('Replace', 'TargetGroupRef'),
  },
  {
    name: 'values-not-readable',
    description: 'Refuses to say what TargetGroupRef is.',
    catches: ['What was set can be read back'],
    deviate: refusing('Get', 'TargetGroupRef'),
  },
  {
    name: 'group-before-commands-lost',
    description: 'Fans out what ToBeFannedOut was when TargetGroupRef was set.',
    catches: ['The order of the two nodes does not matter'],
    deviate({ fanOut, tree }) {
      let commands = '';
      return {
        fanOut: {
          commandsToFanOut: (gateway) =>
            fanOut.commandsToFanOut(withNode(gateway, 'ToBeFannedOut', commands)),
        },
        tree: {
          replace(access, request) {
            if (request.item.target?.uri.endsWith('/TargetGroupRef') === true)
              commands = nodesOf(access.tree).textOf('./SCM/FanOut/ToBeFannedOut') ?? '';
            return tree.replace(access, request);
          },
        },
      };
    },
  },
  {
    name: 'exec-in-sequence-refused',
    description: 'Executes nothing that stands in a Sequence.',
    catches: ['Both nodes and Start stand in one Sequence'],
    deviate: ({ tree }) => ({
      tree: {
        sequence: (access, command) =>
          tree.sequence(
            {
              ...access,
              procedures: {
                ...access.procedures,
                exec: async () => refused('OPTIONAL_FEATURE_NOT_SUPPORTED'),
              },
            },
            command,
          ),
      },
    }),
  },
  {
    name: 'first-value-counts',
    description: 'Keeps the first value of ToBeFannedOut, whatever is set after it.',
    catches: [LAST_COUNTS, 'The workflow can be gone through twice'],
    deviate({ tree }) {
      let isSet = false;
      return {
        tree: {
          replace(access, request) {
            const isCommands = request.item.target?.uri.endsWith('/ToBeFannedOut') === true;
            if (isCommands && isSet) return done();
            isSet ||= isCommands;
            return tree.replace(access, request);
          },
        },
      };
    },
  },
  {
    name: 'one-command-only',
    description: 'Fans out the first of several commands.',
    catches: [
      'Several commands, as they are written',
      'Each device gets the commands in a session of its own',
    ],
    deviate: ({ fanOut }) => ({
      fanOut: {
        commandsToFanOut(gateway) {
          const commands = fanOut.commandsToFanOut(gateway);
          return isRefusal(commands) ? commands : commands.slice(0, 1);
        },
      },
    }),
  },
  {
    name: 'start-does-nothing',
    description: 'Accepts Start, and asks no device.',
    catches: [FANS_OUT, 'A group that was created can be the target of a fan-out'],
    deviate: ({ fanOut }) => ({ fanOut: { startFanOut: () => fanOut.statusOfAcceptance() } }),
  },
  {
    name: 'start-answers-404',
    description: 'Says that Start is not there, and fans out.',
    catches: [FANS_OUT],
    deviate: () => ({ fanOut: { statusOfAcceptance: () => statusCode('NOT_FOUND') } }),
  },
  {
    name: 'start-waits-for-devices',
    description: 'Answers Start when every device has answered.',
    catches: ['The answer to Exec does not wait for the devices'],
    deviate: waitingForDevices,
  },
  {
    name: 'set-starts',
    description: 'Fans out as soon as TargetGroupRef is set.',
    catches: ['Without Start nothing is fanned out', 'Each step has its consequence, and no other'],
    deviate: ({ tree }) => ({
      tree: {
        replace(access, request) {
          const outcome = tree.replace(access, request);
          if (request.item.target?.uri.endsWith('/TargetGroupRef') === true) start(access);
          return outcome;
        },
      },
    }),
  },
  {
    name: 'exec-in-atomic-allowed',
    description: 'Executes what stands in an Atomic.',
    catches: ['Start in an Atomic fans out nothing'],
    deviate: ({ tree }) => ({
      tree: {
        atomic(access, command) {
          const others = command.commands.filter(({ kind }) => kind !== 'Exec');
          if (others.length < command.commands.length) start(access);
          return tree.atomic(access, { ...command, commands: others });
        },
      },
    }),
  },
  {
    name: 'start-readable',
    description: 'Lets a server read and replace Start.',
    catches: ['<command> of Start is refused'],
    deviate: ({ tree }) => ({
      tree: {
        checkAccessType: (node, command) =>
          node.name === 'Start' && command !== 'Delete' ? undefined : tree.checkAccessType(node, command),
      },
    }),
  },
  {
    name: 'values-read-while-running',
    description: 'Sends each device what ToBeFannedOut holds when it connects.',
    catches: ['Values that are set after Start do not change the fan-out that runs'],
    deviate: ({ fanOut }) => ({
      fanOut: {
        commandsFor(gateway, task) {
          const now = fanOut.commandsToFanOut(gateway);
          return isRefusal(now) ? fanOut.commandsFor(gateway, task) : now;
        },
      },
    }),
  },
  {
    name: 'gateway-fans-out-once',
    description: 'Accepts a second Start, and does nothing.',
    catches: [
      'The workflow can be gone through twice',
      'Start again fans out again',
      'A later fan-out leaves the pairs of an earlier one as they are',
    ],
    deviate({ fanOut }) {
      let isStarted = false;
      return {
        fanOut: {
          startFanOut(gateway, order) {
            if (isStarted) return fanOut.statusOfAcceptance();
            isStarted = true;
            return fanOut.startFanOut(gateway, order);
          },
        },
      };
    },
  },
]);

function refusing(command: 'Get' | 'Replace', name: string) {
  return ({ tree }: GatewayProcedures): GatewayEntries => ({
    tree: {
      checkAccessType: (node, asked) =>
        node.name === name && asked === command
          ? refused('COMMAND_NOT_ALLOWED')
          : tree.checkAccessType(node, asked),
    },
  });
}

/** As if the server had executed it. */
function start(access: TreeAccess): void {
  const exec: ExecCommand = { kind: 'Exec', commandID: '', items: [] };
  void access.procedures.exec(access, exec, { target: { uri: './SCM/FanOut/Start' } });
}

function waitingForDevices({ fanOut, tree }: GatewayProcedures): GatewayEntries {
  let whenSettled = (): void => {};
  return {
    fanOut: {
      settleTask(gateway, task) {
        fanOut.settleTask(gateway, task);
        if (task.run.tasks.every(({ state }) => state === 'settled')) whenSettled();
      },
    },
    tree: {
      async exec(access, command, item) {
        const settled = new Promise<void>((resolve) => {
          whenSettled = resolve;
        });
        const outcome = await tree.exec(access, command, item);
        await settled;
        return outcome;
      },
    },
  };
}

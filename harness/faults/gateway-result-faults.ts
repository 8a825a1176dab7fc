import type { StatusCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { DmGateway } from '../../reference-impl/dm-gateway/dm-gateway';
import type { DeviceTask, FanOutRun } from '../../reference-impl/dm-gateway/fan-out-run';
import { RESULTS_NODE } from '../../reference-impl/dm-gateway/gateway-tree';
import type { GatewayProcedures } from '../../reference-impl/dm-gateway/procedures';
import { uriOf } from '../../reference-impl/management-tree/node';
import { refused } from '../../reference-impl/management-tree/outcome';
import type { Fault } from './fault';
import { type GatewayEntries, gatewayFaults } from './gateway-faults';

const OWN_VALUES = 'The values are those of the device beside which they stand';
const EARLIER_PAIRS = 'A later fan-out leaves the pairs of an earlier one as they are';
const EACH_HAS_A_PAIR = 'Each device of the group has a pair';

/** Deviations of a gateway in the results that it keeps. @see GFO step 6 */
export const GATEWAY_RESULT_FAULTS: readonly Fault[] = gatewayFaults([
  {
    name: 'pair-of-first-device-only',
    description: 'Keeps the result of the first device of a group.',
    catches: [EACH_HAS_A_PAIR, 'The alert names the results, and they can be got'],
    deviate: storingOnlyIf(({ position }) => position === 1),
  },
  {
    name: 'device-id-of-position',
    description: 'Calls a device by its position in the group.',
    catches: [EACH_HAS_A_PAIR],
    deviate: ({ fanOut }) => ({
      fanOut: {
        storeResult: (gateway, task, result) =>
          fanOut.storeResult(gateway, { ...task, deviceID: String(task.position) }, result),
      },
    }),
  },
  {
    name: 'statuses-reversed',
    description: 'Has the statuses of several commands in reverse order.',
    catches: ['The statuses of several commands stand in their order'],
    deviate: changingResult((result) => [...result].reverse()),
  },
  {
    name: 'group-statuses-left-out',
    description: 'Leaves the statuses of what is in an Atomic or Sequence out.',
    catches: ['The statuses of an Atomic and of what is in it'],
    deviate: changingResult((result, { run }) =>
      result.filter(
        (entry) =>
          !isStatus(entry) || run.commands.some((command) => command.commandID === entry.commandReference),
      ),
    ),
  },
  {
    name: 'results-without-values',
    description: 'Keeps the statuses of a device, and no values.',
    catches: [OWN_VALUES, EARLIER_PAIRS, 'A slow device has the pair of its late answer'],
    deviate: changingResult((result) => result.filter(isStatus)),
  },
  {
    name: 'results-of-the-first-device',
    description: 'Has the answers of the first device in every pair.',
    catches: [OWN_VALUES, 'Two devices with the same session identifier have sessions of their own'],
    deviate({ fanOut }) {
      const first = new WeakMap<FanOutRun, readonly SyncMLCommand[]>();
      return {
        fanOut: {
          resultOf(gateway, task) {
            const result = first.get(task.run) ?? fanOut.resultOf(gateway, task);
            first.set(task.run, result);
            return result;
          },
        },
      };
    },
  },
  {
    name: 'refusals-become-failures',
    description: 'Says of every refusal that the command failed.',
    catches: ['A device that refuses with <status> is reported so'],
    deviate: changingResult((result) =>
      result.map((entry) => (isRefusal(entry) ? { ...entry, code: statusCode('COMMAND_FAILED') } : entry)),
    ),
  },
  {
    name: 'refusing-device-left-out',
    description: 'Keeps nothing of a device that refused every command.',
    catches: ['A device that refuses every command has a pair like the others'],
    deviate: storingOnlyIf((_, result) => !result.every(isRefusal)),
  },
  {
    name: 'values-escaped-twice',
    description: 'Escapes the values in DeResult once more than XML demands.',
    catches: ['A value with characters that mean something in XML arrives as it is'],
    deviate: ({ fanOut }) => ({
      fanOut: {
        storeResult: (gateway, task, result) => fanOut.storeResult(escapingTwice(gateway), task, result),
      },
    }),
  },
  {
    name: 'one-results-node',
    description: 'Keeps the results of the latest fan-out, always in the same node.',
    catches: [
      EARLIER_PAIRS,
      'Two fan-outs to two groups have results and alerts of their own',
      'Results that are deleted are gone, and others stay',
    ],
    deviate: () => ({
      fanOut: {
        makeResultsNode({ nodes, config }) {
          const root = `${config.fanOutRoot}/Results`;
          nodes.remove(`${root}/Results1`);
          nodes.add(root, 'Results1', RESULTS_NODE);
          return `${root}/Results1`;
        },
      },
    }),
  },
  {
    name: 'results-not-deletable',
    description: 'Refuses to delete results.',
    catches: ['Results that are deleted are gone, and others stay'],
    deviate: ({ tree }) => ({
      tree: {
        checkAccessType: (node, command) =>
          command === 'Delete' && uriOf(node).includes('/Results/')
            ? refused('COMMAND_NOT_ALLOWED')
            : tree.checkAccessType(node, command),
      },
    }),
  },
]);

type Result = readonly SyncMLCommand[];

/** Changes what goes into DeResult. */
export function changingResult(change: (result: Result, task: DeviceTask) => Result) {
  return ({ fanOut }: GatewayProcedures): GatewayEntries => ({
    fanOut: { resultOf: (gateway, task) => change(fanOut.resultOf(gateway, task), task) },
  });
}

/** Leaves pairs out. */
export function storingOnlyIf(isStored: (task: DeviceTask, result: Result) => boolean) {
  return ({ fanOut }: GatewayProcedures): GatewayEntries => ({
    fanOut: {
      storeResult(gateway, task, result) {
        if (isStored(task, result)) fanOut.storeResult(gateway, task, result);
      },
    },
  });
}

function escapingTwice(gateway: DmGateway): DmGateway {
  const { commandText } = gateway.ports;
  const write: typeof commandText.write = (commands) =>
    commandText.write(commands).replaceAll('&lt;', '&amp;lt;');
  return { ...gateway, ports: { ...gateway.ports, commandText: { ...commandText, write } } };
}

function isStatus(entry: SyncMLCommand): entry is StatusCommand {
  return entry.kind === 'Status';
}

function isRefusal(entry: SyncMLCommand): entry is StatusCommand {
  return isStatus(entry) && entry.code >= statusCode('BAD_REQUEST');
}

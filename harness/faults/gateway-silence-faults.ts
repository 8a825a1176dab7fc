import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { DeviceTask } from '../../reference-impl/dm-gateway/fan-out-run';
import type { GatewayProcedures } from '../../reference-impl/dm-gateway/procedures';
import type { Fault } from './fault';
import { type GatewayEntries, gatewayFaults } from './gateway-faults';
import { storingOnlyIf } from './gateway-result-faults';

const SILENT = 'A device that <does> has a pair that says that it did not answer';
const ALL_OFFLINE = 'Where all devices are offline the alert comes all the same';
const ONE_PAIR = 'A device that answers twice has one pair';

/** Deviations of a gateway with devices that are offline, silent, or say too much. @see GFO steps 5 and 6 */
export const GATEWAY_SILENCE_FAULTS: readonly Fault[] = gatewayFaults([
  {
    name: 'offline-device-blocks-run',
    description: 'Never tells the server of a fan-out to a device that package 0 did not reach.',
    catches: ['The workflow ends though a device is offline', ALL_OFFLINE, SILENT],
    deviate({ fanOut }) {
      const unreached = new Set<string>();
      return {
        fanOut: {
          async wakeDevice(gateway, device, wakeUp) {
            const isReached = await fanOut.wakeDevice(gateway, device, wakeUp);
            if (!isReached) unreached.add(device.account.deviceID);
            return isReached;
          },
          reportRun: async (gateway, run) =>
            !run.tasks.some(({ deviceID }) => unreached.has(deviceID)) && fanOut.reportRun(gateway, run),
        },
      };
    },
  },
  {
    name: 'silent-devices-left-out',
    description: 'Keeps nothing of a device that did not answer.',
    catches: [SILENT, ALL_OFFLINE],
    deviate: storingOnlyIf(({ answers }) => answers.some((answer) => answer !== undefined)),
  },
  {
    name: 'abort-ends-the-run',
    description: 'Never tells the server of a fan-out after a device has broken its session off.',
    catches: ['A device that aborts its session is done with'],
    deviate({ fanOut, asServer }) {
      let isBroken = false;
      return {
        fanOut: { reportRun: async (gateway, run) => !isBroken && fanOut.reportRun(gateway, run) },
        asServer: {
          isAbort(message) {
            isBroken ||= asServer.isAbort(message);
            return asServer.isAbort(message);
          },
        },
      };
    },
  },
  {
    name: 'silence-is-success',
    description: 'Says of commands that were not answered that they went well.',
    catches: [SILENT, 'A device that <conduct> has a pair that says so'],
    deviate: () => ({ fanOut: { statusOfSilence: () => statusCode('OK') } }),
  },
  {
    name: 'partial-answers-dropped',
    description: 'Takes nothing of a device that did not answer every command.',
    catches: ['What a device answered before it broke off is kept'],
    deviate: ({ fanOut }) => ({
      fanOut: {
        resultOf(gateway, task) {
          const isWhole = task.answers.every((answer) => answer !== undefined);
          return fanOut.resultOf(
            gateway,
            isWhole ? task : { ...task, answers: task.answers.map(() => undefined) },
          );
        },
      },
    }),
  },
  {
    name: 'second-answer-makes-a-pair',
    description: 'Asks a device that connects again, and keeps what it says beside what it said before.',
    catches: [ONE_PAIR],
    deviate: askingAgain(({ fanOut }) => {
      let answers = 0;
      return {
        storeResult(gateway, task, result) {
          answers += 1;
          fanOut.storeResult(gateway, { ...task, position: task.position + 100 * answers }, result);
        },
      };
    }),
  },
  {
    name: 'second-answer-counts',
    description: 'Asks a device that connects again, and takes what it says last.',
    catches: ['Of two answers the first one counts'],
    deviate: (own) => ({
      ...askingAgain(replacingPair)(own),
      asServer: {
        takeResults(session, results) {
          own.asServer.takeResults(session, results);
          for (const { results: all } of session.asked) all.splice(0, all.length - 1);
        },
      },
    }),
  },
  {
    name: 'late-answer-changes-aggregate',
    description: 'Asks a device that connects when its time is over, and keeps what it says.',
    catches: ['An answer that comes after the alert does not change the aggregate'],
    deviate: askingAgain(replacingPair),
  },
]);

/** Hands commands out again that were answered, or that were not. */
function askingAgain(storing: (own: GatewayProcedures) => GatewayEntries['fanOut']) {
  return (own: GatewayProcedures): GatewayEntries => {
    const { fanOut } = own;
    const latest = new Map<string, DeviceTask>();
    return {
      fanOut: {
        ...storing(own),
        askDevice(gateway, task) {
          latest.set(task.deviceID, task);
          return fanOut.askDevice(gateway, task);
        },
        taskOf: (gateway, device) => fanOut.taskOf(gateway, device) ?? latest.get(device.deviceID),
        keepAnswers(task, answers) {
          task.answers.fill(undefined);
          fanOut.keepAnswers(task, answers);
        },
      },
    };
  };
}

function replacingPair({ fanOut }: GatewayProcedures): GatewayEntries['fanOut'] {
  return {
    storeResult(gateway, task, result) {
      gateway.nodes.remove(`${task.run.resultsURI}/Device${task.position}`);
      fanOut.storeResult(gateway, task, result);
    },
  };
}

import type { FanOutRun } from '../../reference-impl/dm-gateway/fan-out-run';
import type { GatewayProcedures } from '../../reference-impl/dm-gateway/procedures';
import type { PendingAlert } from '../../reference-impl/syncml/client-draft';
import type { Fault } from './fault';
import { type GatewayEntries, gatewayFaults } from './gateway-faults';

const NAMES_RESULTS = 'The alert names the results, and they can be got';
const AFTER_SILENCE = 'Where a device stays silent the alert comes when the time is over';
const COMES_AGAIN = 'An alert that the server did not answer comes again';

/** Deviations of a gateway that tells its server of results. @see GFO step 7 */
export const GATEWAY_ALERT_FAULTS: readonly Fault[] = gatewayFaults([
  {
    name: 'fan-out-alerts-before-results',
    description: 'Tells the server before it asks the devices.',
    catches: [
      'The whole workflow, step by step, with <target> under test',
      'The server is alerted once, when the last device has answered',
      'Before the last device has answered no alert comes',
    ],
    deviate: ({ fanOut }) => ({
      fanOut: {
        async carryOutRun(gateway, run) {
          await fanOut.reportRun(gateway, run);
          const procedures = { ...gateway.procedures, reportRun: async () => true };
          await fanOut.carryOutRun({ ...gateway, procedures }, run);
        },
      },
    }),
  },
  {
    name: 'alert-without-format',
    description: 'Says no Format in the alert.',
    catches: ['The alert is a generic alert with Type and Format'],
    deviate: changingAlert(({ items, ...alert }) => ({
      ...alert,
      items: items.map(({ meta, ...item }) => ({ ...item, meta: { type: meta?.type ?? '' } })),
    })),
  },
  {
    name: 'alert-of-other-type',
    description: 'Says in the alert that a device was attached.',
    catches: ['The type of the alert is that of aggregated results'],
    deviate: () => ({ fanOut: { alertType: () => 'urn:oma:at:oma-gwmo:deviceattached:1.0' } }),
  },
  {
    name: 'alert-without-address',
    description: 'Does not say where the results are.',
    catches: [NAMES_RESULTS, AFTER_SILENCE],
    deviate: changingAlert(({ items, ...alert }) => ({
      ...alert,
      items: items.map(({ source: _, ...item }) => item),
    })),
  },
  {
    name: 'alert-names-nothing',
    description: 'Names a node that is not there.',
    catches: [NAMES_RESULTS, COMES_AGAIN],
    deviate: ({ fanOut }) => ({
      fanOut: { resultsAddressOf: (run) => `${fanOut.resultsAddressOf(run)}/Nowhere` },
    }),
  },
  {
    name: 'time-limit-forgotten',
    description: 'Waits for its devices a hundred times as long as it should.',
    catches: [AFTER_SILENCE, 'A device that <does> has a pair that says that it did not answer'],
    deviate: ({ fanOut }) => ({
      fanOut: {
        deadlineOf(gateway) {
          const now = gateway.ports.clock.now();
          return now + 100 * (fanOut.deadlineOf(gateway) - now);
        },
      },
    }),
  },
  {
    name: 'alert-at-first-silence',
    description: 'Ends a fan-out when a package 0 should be repeated.',
    catches: [AFTER_SILENCE, 'A device that cannot be reached at first is woken again'],
    deviate: () => ({
      fanOut: {
        deadlineOf: ({ ports, config }) => ports.clock.now() + config.limits.notificationInterval,
      },
    }),
  },
  {
    name: 'alert-without-correlator',
    description: 'Does not repeat the Correlator of the Exec.',
    catches: ['The alert repeats the Correlator of the Exec'],
    deviate: () => ({ fanOut: { correlatorOf: () => undefined } }),
  },
  {
    name: 'correlator-kept',
    description: 'Repeats the first Correlator in every alert.',
    catches: ['Without a Correlator the alert has none of another Exec'],
    deviate({ fanOut }) {
      let first: string | undefined;
      return {
        fanOut: {
          correlatorOf(run) {
            first ??= fanOut.correlatorOf(run);
            return first;
          },
        },
      };
    },
  },
  {
    name: 'alert-sent-once',
    description: 'Does not repeat an alert that was not answered.',
    catches: [COMES_AGAIN],
    deviate: ({ fanOut }) => ({
      fanOut: {
        reportRun: ({ config, ...gateway }, run) =>
          fanOut.reportRun(
            { ...gateway, config: { ...config, limits: { ...config.limits, alertRepeats: 0 } } },
            run,
          ),
      },
    }),
  },
  {
    name: 'alert-repeated-for-ever',
    description: 'Repeats an alert whatever it was answered.',
    catches: ['An alert that the server answered does not come again'],
    deviate: () => ({ fanOut: { isAlertTaken: () => false } }),
  },
  {
    name: 'runs-wait-for-each-other',
    description: 'Begins a fan-out when the one before has ended.',
    catches: ['A device that stays silent in one does not keep the other from its end'],
    deviate({ fanOut }) {
      let before = Promise.resolve();
      return {
        fanOut: {
          carryOutRun(gateway, run) {
            before = before.then(() => fanOut.carryOutRun(gateway, run));
            return before;
          },
        },
      };
    },
  },
  {
    name: 'second-run-silences-first',
    description: 'Tells the server of the latest fan-out only.',
    catches: [
      'Two fan-outs to two groups have results and alerts of their own',
      'Two Starts in one package are told apart by their Correlators',
      'Whatever becomes of a second Start, the first comes to its end',
    ],
    deviate: ({ fanOut }) => ({
      fanOut: {
        reportRun: async (gateway, run) =>
          run === gateway.runs.at(-1) && (await fanOut.reportRun(gateway, run)),
      },
    }),
  },
  {
    name: 'correlators-of-runs-mixed',
    description: 'Repeats the Correlator of the latest Exec.',
    catches: [
      'Two Starts in one package are told apart by their Correlators',
      'Two fan-outs to two groups have results and alerts of their own',
    ],
    deviate({ fanOut }) {
      let latest: string | undefined;
      return {
        fanOut: {
          startFanOut(gateway, order) {
            latest = order.correlator;
            return fanOut.startFanOut(gateway, order);
          },
          correlatorOf: () => latest,
        },
      };
    },
  },
  {
    name: 'runs-share-their-commands',
    description: 'Sends a device the commands of its first fan-out.',
    catches: ['Two fan-outs to one group reach each device, each once'],
    deviate: ({ fanOut }) => ({
      fanOut: {
        commandsFor(gateway, task) {
          const isOfDevice = ({ tasks }: FanOutRun): boolean =>
            tasks.some(({ deviceID }) => deviceID === task.deviceID);
          return gateway.runs.find(isOfDevice)?.commands ?? fanOut.commandsFor(gateway, task);
        },
      },
    }),
  },
]);

function changingAlert(change: (alert: PendingAlert) => PendingAlert) {
  return ({ fanOut }: GatewayProcedures): GatewayEntries => ({
    fanOut: { alertOf: (gateway, run) => change(fanOut.alertOf(gateway, run)) },
  });
}

import { RESULT_AGGREGATION_ALERT } from '../../protocol/tables/syncml/alert-codes';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { ResultReport } from '../../reference-impl/dm-server/fan-out-job';
import type { Conversation } from '../../reference-impl/dm-server/procedures';
import { serverFault } from './fan-out-server-faults';
import type { Fault } from './fault';

const REFUSED = statusCode('OPTIONAL_FEATURE_NOT_SUPPORTED');

/** Deviations of a server that is told of results, and gets them. @see GFO step 7 */
export const FAN_OUT_REPORT_FAULTS: readonly Fault[] = [
  serverFault({
    name: 'server-refuses-alerts',
    description: 'Answers every alert of a gateway with "not allowed".',
    catches: ['The alert is answered', 'An alert without a URL is answered'],
    fanOut: () => ({ receiveAlert: () => statusCode('COMMAND_NOT_ALLOWED') }),
  }),
  serverFault({
    name: 'server-never-asks',
    description: 'Gets no results.',
    catches: [
      'The whole workflow, step by step, with <target> under test',
      'The server gets every pair after the alert',
    ],
    fanOut: () => ({ nextReport: () => undefined }),
  }),
  serverFault({
    name: 'server-reads-first-pair',
    description: 'Gets the pair of the first device only.',
    catches: ['The server gets every pair after the alert'],
    fanOut: (own) => ({
      *askForResults(server, gateway, report): Conversation {
        const asking = own.askForResults(server, gateway, report);
        const list = asking.next();
        if (list.done === true) return;
        const [listed] = yield list.value;
        if (listed === undefined) return;
        const results = listed.results.map((result) => ({
          ...result,
          items: result.items.map((item) => ({ ...item, data: String(item.data ?? '').split('/')[0] ?? '' })),
        }));
        const pairs = asking.next([{ ...listed, results }]);
        if (pairs.done !== true) asking.next(yield pairs.value);
      },
    }),
  }),
  serverFault({
    name: 'server-takes-alerts-in-package-1-only',
    description: 'Refuses an alert while it orders a fan-out.',
    catches: ['An alert that comes <where> is taken'],
    fanOut: (own) => ({
      receiveAlert: (server, gateway, alert) =>
        gateway.jobs.at(-1)?.state === 'ordering' || gateway.current !== undefined
          ? REFUSED
          : own.receiveAlert(server, gateway, alert),
    }),
  }),
  serverFault({
    name: 'server-takes-relative-urls-only',
    description: 'Finds an address only where it is written from the root of the tree.',
    catches: ['A URL written "<url>" is found'],
    fanOut: (own) => ({
      resultAddressOf: (item) =>
        item.source?.uri.startsWith('./') ? own.resultAddressOf(item) : './Nowhere',
    }),
  }),
  serverFault({
    name: 'server-looks-in-source-only',
    description: 'Looks for the address of the results in Source only.',
    catches: ['A URL in <place> is found'],
    fanOut: (own) => ({
      resultAddressOf: ({ source }) => (source === undefined ? './Nowhere' : own.resultAddressOf({ source })),
    }),
  }),
  serverFault({
    name: 'server-takes-plain-type-only',
    description: 'Takes a type with its prefix for another type.',
    catches: ['The type "<type>" is taken'],
    fanOut: () => ({ isAboutResults: ({ meta }) => meta?.type === RESULT_AGGREGATION_ALERT }),
  }),
  serverFault({
    name: 'server-fails-at-second-alert',
    description: 'Ends in an internal error at an alert that it has had, and in every session after it.',
    catches: ['An alert that comes twice does no harm'],
    fanOut(own) {
      const had = new Set<string>();
      let isStopped = false;
      return {
        receiveAlert(server, gateway, alert) {
          const { commandID: _, ...content } = alert;
          const text = JSON.stringify(content);
          isStopped ||= had.has(text);
          had.add(text);
          return own.receiveAlert(server, gateway, alert);
        },
        converse(server, gateway) {
          if (isStopped) throw new Error('stopped by an alert that came twice');
          return own.converse(server, gateway);
        },
      };
    },
  }),
  serverFault({
    name: 'server-hangs-without-url',
    description: 'Refuses an alert that says no address.',
    catches: ['An alert without a URL is answered'],
    fanOut: (own) => ({
      receiveAlert: (server, gateway, alert) =>
        alert.items.some((item) => own.resultAddressOf(item) !== undefined)
          ? own.receiveAlert(server, gateway, alert)
          : statusCode('INCOMPLETE_COMMAND'),
    }),
  }),
  serverFault({
    name: 'server-takes-completion-for-results',
    description: 'Takes the alert of completion for the end of a fan-out, and hears none after it.',
    catches: ['An alert of completion beside it does no harm'],
    fanOut(own) {
      const complete = new Set<string | undefined>();
      return {
        receiveAlert(server, gateway, alert) {
          if (complete.has(alert.correlator)) return statusCode('OK');
          const isCompletion = alert.items.some(({ meta }) => meta?.type?.includes('completionstatus'));
          if (isCompletion) complete.add(alert.correlator);
          return own.receiveAlert(server, gateway, alert);
        },
      };
    },
  }),
  serverFault({
    name: 'server-ignores-correlators',
    description: 'Takes the first alert that comes for that of the latest fan-out, and none after it.',
    catches: ['An alert with the Correlator of another Exec does not stand for this one'],
    fanOut(own) {
      const looked = new WeakSet<object>();
      return {
        jobOf: ({ jobs }) => jobs.find(({ state }) => state === 'started'),
        *askForResults(server, gateway, report): Conversation {
          if (looked.has(gateway)) return;
          looked.add(gateway);
          yield* own.askForResults(server, gateway, report);
        },
      };
    },
  }),
  serverFault({
    name: 'server-stops-at-unreadable-pair',
    description: 'Gets pair by pair, and stops at one that is refused.',
    catches: ['A pair that cannot be read does not keep the server from the others'],
    fanOut: (own) => ({
      *askForResults(server, gateway, report): Conversation {
        const one = {
          ...server,
          config: { ...server.config, limits: { ...server.config.limits, devicesAtOnce: 1 } },
        };
        const asking = own.askForResults(one, gateway, report);
        for (let step = asking.next(); step.done !== true; ) {
          const answers = yield step.value;
          if (answers.some(({ results }) => results.length === 0)) return;
          step = asking.next(answers);
        }
      },
    }),
  }),
  serverFault({
    name: 'server-asks-for-ever',
    description: 'Asks for the results again and again where there are none.',
    catches: ['An aggregate without pairs does no harm'],
    fanOut: (own) => ({
      *askForResults(server, gateway, report: ResultReport): Conversation {
        const asking = own.askForResults(server, gateway, report);
        const list = asking.next();
        if (list.done === true) return;
        let answers = yield list.value;
        for (let count = 0; count < MANY && isEmpty(answers[0]?.results[0]?.items[0]?.data); count += 1)
          answers = yield list.value;
        for (let step = asking.next(answers); step.done !== true; ) step = asking.next(yield step.value);
      },
    }),
  }),
];

/** More than the tester waits for. */
const MANY = 500;

function isEmpty(data: unknown): boolean {
  return data === undefined || data === '';
}

import { NOTIFICATION_MEDIA_TYPE } from '../../protocol/tables/dm2/identifiers';
import { sendingOtherwise, withOtherHeaders } from './dm2-client-messages';
import { pushFaults } from './dm2-push-faults';
import type { Fault } from './fault';

const DELIVERED_ONCE = 'The octets reach the device once, as they are';
const UNDELIVERABLE = 'What could not be left with a device that <manner> is undeliverable';
const REFUSED = 'What the device answers with <code> is refused';
const EXPIRED = ['After its time a notification is expired', 'A notification whose time is over is not sent'];
const REPORTED = 'The server learns that it was delivered';
const ATTEMPTS = 'The report says how often it was tried, and the answer';
const REPORT_REPEATED = 'A report that is not taken is repeated, and then not again';

const isNotification = ({ headers }: Request) => headers.get('Content-Type') === NOTIFICATION_MEDIA_TYPE;

/** Deviations of a push service that delivers and reports. @see dm2.md 8.2, 8.3, B.2 step 2 */
export const DM2_PUSH_DELIVERY_FAULTS: readonly Fault[] = [
  ...pushFaults([
    {
      name: 'push-forgets-to-deliver',
      description: 'Takes requests, and does no more.',
      catches: ['A server initiated session, step by step, with <target> under test', DELIVERED_ONCE],
      push: () => ({ carryOut: async () => {} }),
    },
    {
      name: 'push-delivers-text',
      description: 'Delivers the base64 text instead of the octets.',
      catches: [DELIVERED_ONCE, '<what> are delivered as well'],
      push: (own) => ({
        tryToDeliver(service, job) {
          const text = Buffer.from(job.request.content).toString('base64');
          const request = { ...job.request, content: new TextEncoder().encode(text) };
          return own.tryToDeliver(service, { ...job, request });
        },
      }),
    },
    {
      name: 'push-delivers-twice',
      description: 'Delivers every notification twice.',
      catches: [DELIVERED_ONCE],
      push: (own) => ({
        async tryToDeliver(service, job) {
          await own.tryToDeliver(service, job);
          return own.tryToDeliver(service, job);
        },
      }),
    },
    {
      name: 'push-never-reports',
      description: 'Tells nobody what came of a request.',
      catches: [REPORTED, ATTEMPTS, REPORT_REPEATED, UNDELIVERABLE, REFUSED, ...EXPIRED],
      push: () => ({ reportOutcome: async () => {} }),
    },
    {
      name: 'push-counts-nothing',
      description: 'Reports one attempt, however many there were.',
      catches: [ATTEMPTS],
      push: (own) => ({ reportOf: (job) => ({ ...own.reportOf(job), attempts: 1 }) }),
    },
    {
      name: 'push-reports-unasked',
      description: 'Reports to the first host that it knows where nobody is to be told.',
      catches: ['Where nobody is named nobody is told'],
      push: (own) => ({
        reportOutcome(service, job) {
          const [host] = service.config.allowedHosts;
          const { reportTo = `http://${host}/push-reports/unasked` } = job.request;
          return own.reportOutcome(service, { ...job, request: { ...job.request, reportTo } });
        },
      }),
    },
    {
      name: 'push-report-once',
      description: 'Reports once, whether it is acknowledged or not.',
      catches: [REPORT_REPEATED],
      push: (own) => ({
        async reportOutcome(service, job) {
          const { reportTo } = job.request;
          if (reportTo !== undefined) await own.tryToReport(service, reportTo, own.reportOf(job));
        },
      }),
    },
    {
      name: 'push-report-repeated',
      description: 'Reports once more although it was acknowledged.',
      catches: [REPORTED, REPORT_REPEATED],
      push: (own) => ({
        async reportOutcome(service, job) {
          await own.reportOutcome(service, job);
          await own.reportOutcome(service, job);
        },
      }),
    },
    {
      name: 'push-tries-once',
      description: 'Does not try a second time.',
      catches: [
        'A device that <manner> is tried again',
        'After <code> the device is tried again',
        'After silence the device is tried again',
      ],
      push: () => ({ isRepeated: () => false }),
    },
    {
      name: 'push-tries-for-ever',
      description: 'Tries again without a limit.',
      catches: ['Trying ends at the limit', UNDELIVERABLE],
      push: (own) => ({ isRepeated: (_service, { status }) => own.isWorthRepeating(status) }),
    },
    {
      name: 'push-failure-as-delivered',
      description: 'Reports everything as delivered.',
      catches: [UNDELIVERABLE, REFUSED, ...EXPIRED],
      push: (own) => ({ reportOf: (job) => ({ ...own.reportOf(job), outcome: 'delivered' }) }),
    },
    {
      name: 'push-retries-refusals',
      description: 'Tries again after any answer but 2xx.',
      catches: [REFUSED],
      push: (own) => ({
        outcomeOf: (status) => (own.outcomeOf(status) === 'delivered' ? 'delivered' : undefined),
        isWorthRepeating: (status) => own.outcomeOf(status) !== 'delivered',
      }),
    },
    {
      name: 'push-time-ignored',
      description: 'Does not look at how long a notification is of use.',
      catches: EXPIRED,
      push: () => ({ isExpired: () => false }),
    },
  ]),
  {
    name: 'push-of-another-type',
    description: 'Delivers notifications as application/octet-stream.',
    catches: ['The notification says what it is'],
    wrapTransmit: sendingOtherwise(
      isNotification,
      withOtherHeaders((headers) => headers.set('Content-Type', 'application/octet-stream')),
    ),
  },
  {
    name: 'push-shows-credentials',
    description: 'Shows credentials to the device.',
    catches: ['The device does not see the credentials of the server'],
    wrapTransmit: sendingOtherwise(
      isNotification,
      withOtherHeaders((headers) => headers.set('Authorization', 'Basic c2VydmVyOnB1c2hlcg==')),
    ),
  },
];

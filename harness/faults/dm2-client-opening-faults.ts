import { decodeTrigger } from '../../protocol/codec/dm2/trigger';
import type { SessionCause } from '../../reference-impl/dm2-client/dm2-client';
import { dm2ClientFaults } from './dm2-client-faults';
import {
  isInitiation,
  isResponse,
  sendingOtherwise,
  withOtherHeaders,
  withOtherJson,
} from './dm2-client-messages';
import type { Fault } from './fault';

const BY_TIMER = 'A session that a timer began says so, once';
const BY_NOTIFICATION = 'A session that a notification began says so, once';
const BY_EVENT = 'A session begins when there is <event>';
const NUMBER = 'The NOTIFICATION-ID <number> comes back';

/** Deviations of a DM 2.0 client in why and how it opens a session. @see DM2 B.1 steps 1 and 2, B.2 steps 3 and 4 */
export const DM2_CLIENT_OPENING_FAULTS: readonly Fault[] = [
  ...dm2ClientFaults([
    {
      name: 'no-start-request',
      description: 'Takes an event of the device, and opens no session.',
      catches: [
        'A client initiated session, step by step, with <target> under test',
        BY_TIMER,
        BY_EVENT,
        'A client holds a session over TLS',
      ],
      client: () => ({ takeEvent: () => true }),
    },
    {
      name: 'notification-opens-nothing',
      description: 'Takes a notification, and opens no session.',
      catches: [
        'A server initiated session, step by step, with <target> under test',
        'A good notification opens one session',
      ],
      client: () => ({ receiveNotification: () => undefined }),
    },
    {
      name: 'start-alert-always-server',
      description: 'Says of every session that a notification began it.',
      catches: [BY_TIMER, BY_EVENT],
      client: () => ({ startOf: () => ({ reason: 'server-initiated' }) }),
    },
    {
      name: 'start-alert-always-client',
      description: 'Says of every session that an event of the device began it.',
      catches: [BY_NOTIFICATION, 'A server initiated session, step by step, with <target> under test'],
      client: () => ({ startOf: () => ({ reason: 'client-initiated' }) }),
    },
    {
      name: 'notification-number-lost',
      description: 'Says that a notification began the session, and not which.',
      catches: [NUMBER],
      client: (own) => ({
        causeOfNotification: (...received) => withoutNumber(own.causeOfNotification(...received)),
      }),
    },
    {
      name: 'notification-number-signed',
      description:
        'Takes the upper half of the numbers of notifications for negative ones, and says none of them.',
      catches: [NUMBER],
      client: (own) => ({
        causeOfNotification(...received) {
          const cause = own.causeOfNotification(...received);
          return (cause.notificationID ?? 0) > 0x7fff ? withoutNumber(cause) : cause;
        },
      }),
    },
    {
      name: 'notification-number-zero-is-none',
      description: 'Takes the number 0 of a notification for none.',
      catches: [NUMBER],
      client: (own) => ({
        causeOfNotification(...received) {
          const cause = own.causeOfNotification(...received);
          return cause.notificationID === 0 ? withoutNumber(cause) : cause;
        },
      }),
    },
    {
      name: 'objects-not-listed-on-demand',
      description: 'Lists its objects on first contact only, whatever a notification asks for.',
      catches: ['Objects that the notification asks for are listed'],
      client: () => ({ listsObjects: ({ server }) => !server.isMet }),
    },
    {
      name: 'objects-not-listed-at-first',
      description: 'Lists its objects only where a notification asks for them.',
      catches: ['Objects are listed on first contact'],
      client: () => ({ listsObjects: ({ cause }) => cause.requestsObjects === true }),
    },
    {
      name: 'device-information-not-listed',
      description: 'Leaves DevInfo out of the list of its objects.',
      catches: ['DevInfo is among the objects'],
      client: (own) => ({
        supportedObjects: (session) =>
          own.supportedObjects(session).filter(({ moid }) => !moid.includes('devinfo')),
      }),
    },
    {
      name: 'one-session-for-life',
      description: 'Opens one session, and none after it.',
      catches: [
        'The flow of B.1 can be gone through twice, with <target> under test',
        'The flow of B.2 can be gone through twice, with <target> under test',
        'After a server that <manner> a new session is possible',
      ],
      client(own) {
        let isUsed = false;
        return {
          mayOpenNow(server) {
            const may = own.mayOpenNow(server) && !isUsed;
            isUsed = true;
            return may;
          },
        };
      },
    },
  ]),
  {
    name: 'timer-only',
    description: 'Opens no session for an event that is no timer.',
    catches: [BY_EVENT],
    wrapEndpoint: (endpoint) => async (message) => {
      const trigger = decodeTrigger(new Uint8Array(await message.clone().arrayBuffer()));
      const isPassedOver =
        trigger.ok && trigger.value.procedure === 'internalEvent' && trigger.value.event !== 'timer';
      return isPassedOver ? new Response(null, { status: 204 }) : endpoint(message);
    },
  },
  {
    name: 'two-start-alerts',
    description: 'Says twice why the session begins.',
    catches: [BY_TIMER, BY_NOTIFICATION],
    wrapTransmit: sendingOtherwise(
      isInitiation,
      withOtherJson(({ Alert, ...others }) => ({ ...others, Alert: [Alert, Alert].flat() })),
    ),
  },
  {
    name: 'initiation-of-another-type',
    description: 'Sends package 1 as application/json.',
    catches: ['Package 1 says what it is and what it accepts'],
    wrapTransmit: sendingOtherwise(
      isInitiation,
      withOtherHeaders((headers) => headers.set('Content-Type', 'application/json')),
    ),
  },
  {
    name: 'accepts-json-only',
    description: 'Says that it accepts application/json.',
    catches: ['Package 1 says what it is and what it accepts'],
    wrapTransmit: sendingOtherwise(
      isInitiation,
      withOtherHeaders((headers) => headers.set('Accept', 'application/json')),
    ),
  },
  {
    name: 'device-not-named',
    description: 'Says in package 1 only which device it is.',
    catches: ['The device is named in every message'],
    wrapTransmit: sendingOtherwise(
      isResponse,
      withOtherHeaders((headers) => headers.delete('OMADM-DevID')),
    ),
  },
];

function withoutNumber({ notificationID: _, ...cause }: SessionCause): SessionCause {
  return cause;
}

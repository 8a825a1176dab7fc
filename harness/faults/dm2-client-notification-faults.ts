import { decodeNotification } from '../../protocol/codec/dm2/notification';
import { NOTIFICATION_MEDIA_TYPE } from '../../protocol/tables/dm2/identifiers';
import { optionNumber } from '../../protocol/tables/dm2/notification-options';
import { dm2ClientFaults } from './dm2-client-faults';
import {
  dropping,
  notifiedOtherwise,
  openingFor,
  optionNumbersIn,
  reservedBitsOf,
} from './dm2-client-messages';
import type { Fault } from './fault';
import { withBody } from './rewritten-message';

const DIGEST_OPTION = optionNumber('SHA256-DIGEST');
const LAST_OPTION = optionNumber('REQ-MOS');

const OPENS_ONE = 'A good notification opens one session';
const DIGEST = 'A notification whose digest is <digest> is dropped';
const FLIPPED = 'A notification in which bit <bit> is flipped is dropped';
const REPLAYED = 'A notification that is replayed is dropped';
const TIME = 'A notification of <time> is dropped';
const NUMBER = 'A notification with the number <number> is dropped';
const BROKEN = 'A notification that <what> is dropped';
const VERSION = 'A notification of version <version> is dropped';
const ANSWER = 'The answer to a notification whose digest is <digest> says nothing of it';
const PASSED_OVER = 'A notification with <part> <value> is obeyed';

/** Deviations of a DM 2.0 client in which notifications it obeys. @see DM2 B.2 step 3, dm2.md 7 */
export const DM2_CLIENT_NOTIFICATION_FAULTS: readonly Fault[] = [
  ...dm2ClientFaults([
    {
      name: 'wrong-digest-obeyed',
      description: 'Obeys a notification whatever its digest is.',
      catches: [DIGEST, FLIPPED],
      client: () => ({ isNotificationAuthentic: () => true }),
    },
    {
      name: 'replay-obeyed',
      description: 'Obeys a notification as often as it comes.',
      catches: [REPLAYED, NUMBER],
      client: () => ({ isNotificationNew: () => true }),
    },
    {
      name: 'unnumbered-notification-obeyed',
      description: 'Obeys a notification without number.',
      catches: [NUMBER],
      client: (own) => ({
        isNotificationNew: (client, server, notification) =>
          notification.notificationID === undefined || own.isNotificationNew(client, server, notification),
      }),
    },
    {
      name: 'old-notification-obeyed',
      description: 'Obeys a notification of any time.',
      catches: [TIME],
      client: () => ({ isNotificationTimely: () => true }),
    },
    {
      name: 'future-notification-obeyed',
      description: 'Obeys a notification of the future.',
      catches: [TIME],
      client: (own) => ({
        isNotificationTimely(client, notification) {
          const now = Math.floor(client.ports.clock.now() / 1000);
          const { timestamp } = notification;
          if (timestamp === undefined) return false;
          return own.isNotificationTimely(client, { ...notification, timestamp: Math.min(timestamp, now) });
        },
      }),
    },
    {
      name: 'timeless-notification-obeyed',
      description: 'Obeys a notification that does not say when it was made.',
      catches: [TIME],
      client: (own) => ({
        isNotificationTimely: (client, notification) =>
          notification.timestamp === undefined || own.isNotificationTimely(client, notification),
      }),
    },
    {
      name: 'any-server-obeyed',
      description:
        'Takes a notification of a server that it does not know for one of the first that it knows.',
      catches: ['A notification of a server without an account is dropped'],
      client: (own) => ({
        serverOfNotification: (client, notification) =>
          own.serverOfNotification(client, notification) ?? [...client.servers.values()][0],
      }),
    },
    {
      name: 'connection-wish-binding',
      description: 'Drops a notification that wishes for a connection.',
      catches: ['The wish for connection <type> is no reason to drop'],
      client: (own) => ({
        receiveNotification(client, received) {
          const { preferredConnection } = received.notification;
          if (preferredConnection === undefined) own.receiveNotification(client, received);
        },
      }),
    },
    {
      name: 'opens-two-sessions',
      description: 'Opens two sessions for each notification.',
      catches: [OPENS_ONE],
      client: (own) => ({
        openSession(client, server, cause) {
          const isOpened = own.openSession(client, server, cause);
          if (cause.reason === 'server-initiated') own.openSession(client, server, cause);
          return isOpened;
        },
      }),
    },
    {
      name: 'bad-notification-stops-client',
      description: 'Obeys nothing any more once a notification was dropped.',
      catches: [DIGEST, FLIPPED, REPLAYED, TIME, NUMBER],
      client(own) {
        let [isStopped, isObeyed] = [false, false];
        return {
          openSession(...session) {
            isObeyed = true;
            return isStopped || own.openSession(...session);
          },
          receiveNotification(client, received) {
            isObeyed = false;
            own.receiveNotification(client, received);
            isStopped ||= !isObeyed;
          },
        };
      },
    },
  ]),
  {
    name: 'missing-digest-obeyed',
    description: 'Opens a session for a notification that has no digest.',
    catches: [DIGEST],
    wrapEndpoint: openingFor(
      (octets) => decodeNotification(octets).ok && !optionNumbersIn(octets).includes(DIGEST_OPTION),
    ),
  },
  {
    name: 'reserved-bits-not-in-digest',
    description: 'Clears the reserved bits of a notification before it looks at the digest.',
    catches: [FLIPPED],
    wrapEndpoint: notifiedOtherwise((octets, message, endpoint) => {
      octets[1] = (octets[1] ?? 0) & 0x80;
      return endpoint(withBody(message, octets.buffer));
    }),
  },
  {
    name: 'broken-notification-obeyed',
    description: 'Opens a session for a notification that it cannot read.',
    catches: [BROKEN, VERSION],
    wrapEndpoint: openingFor((octets) => !decodeNotification(octets).ok),
  },
  {
    name: 'unknown-options-dropped',
    description:
      'Drops a notification with an option that it does not know, or with reserved bits that are set.',
    catches: [PASSED_OVER],
    wrapEndpoint: dropping(
      (octets) =>
        reservedBitsOf(octets) > 0 || optionNumbersIn(octets).some((number) => number > LAST_OPTION),
    ),
  },
  {
    name: 'drop-is-told',
    description: 'Says of a notification that it is dropped.',
    catches: [ANSWER],
    applyToDM2Client: (procedures) => ({
      ...procedures,
      isNotificationAuthentic(server, received) {
        if (procedures.isNotificationAuthentic(server, received)) return true;
        throw new Error('the digest is wrong');
      },
    }),
    wrapEndpoint: (endpoint) => (message) =>
      endpoint(message).catch(() => new Response(null, { status: 400 })),
  },
  {
    name: 'obedience-is-told',
    description: 'Says of a notification that it is obeyed.',
    catches: [ANSWER],
    applyToDM2Client: (procedures) => ({
      ...procedures,
      openSession(client, server, cause) {
        const isOpened = procedures.openSession(client, server, cause);
        if (cause.reason === 'server-initiated') throw new Error('a session is open');
        return isOpened;
      },
    }),
    wrapEndpoint: (endpoint) => (message) =>
      endpoint(message).catch(() => new Response(null, { status: 202 })),
  },
  {
    name: 'any-media-type-notifies',
    description: 'Takes octets of any media type for a notification.',
    catches: ['What is no notification at all is refused'],
    wrapEndpoint: (endpoint) => async (message) => {
      const headers = new Headers(message.headers);
      if (message.url.endsWith('/notifications')) headers.set('Content-Type', NOTIFICATION_MEDIA_TYPE);
      return endpoint(new Request(message, { headers }));
    },
  },
];

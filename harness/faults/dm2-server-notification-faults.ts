import { sendingOtherwise, withOtherJson } from './dm2-client-messages';
import { dm2ServerFaults } from './dm2-server-faults';
import type { Fault } from './fault';

const isPushRequest = ({ url }: Request) => new URL(url).pathname === '/push';

/** Changes the notification in a push request. */
function notifyingOtherwise(change: (octets: Buffer) => Buffer): Pick<Fault, 'wrapTransmit'> {
  const changed = (content: unknown) => change(Buffer.from(String(content), 'base64')).toString('base64');
  return {
    wrapTransmit: sendingOtherwise(
      isPushRequest,
      withOtherJson((json) => ({ ...json, Content: changed(json.Content) })),
    ),
  };
}

/** Deviations of a server that has devices notified. @see dm2.md 7, 8.1, B.2 step 1 */
export const DM2_SERVER_NOTIFICATION_FAULTS: readonly Fault[] = [
  ...dm2ServerFaults([
    {
      name: 'asks-no-push-service',
      description: 'Lets the commands wait until the device comes of its own accord.',
      catches: [
        'A server initiated session, step by step, with <target> under test',
        'The Push Service is asked',
      ],
      server: () => ({ notifyDevice: async () => {} }),
    },
    {
      name: 'one-notification-for-life',
      description: 'Has a device notified once, and not again.',
      catches: ['The flow of B.2 can be gone through twice, with <target> under test'],
      server: (own) => ({
        async notifyDevice(server, device, wish) {
          if (server.notifications.size === 0) await own.notifyDevice(server, device, wish);
        },
      }),
    },
    {
      name: 'notification-of-nobody',
      description: 'Names another server in the notification.',
      catches: ['The notification can be read, and names server and number'],
      server: (own) => ({
        notificationFor: (server, entry, wish) => ({
          ...own.notificationFor(server, entry, wish),
          serverID: 'nobody.example',
        }),
      }),
    },
    {
      name: 'notification-unsigned',
      description: 'Makes the digest without the secret of the device.',
      catches: ['The notification is genuine and new'],
      server: (own) => ({
        pushOrderFor: (server, entry, notification) =>
          own.pushOrderFor(server, { ...entry, secret: new Uint8Array(16) }, notification),
      }),
    },
    {
      name: 'notification-in-milliseconds',
      description: 'Gives the time of the notification in milliseconds, as far as they fit.',
      catches: ['The notification is genuine and new'],
      server: (own) => ({
        notificationFor: (server, entry, wish) => ({
          ...own.notificationFor(server, entry, wish),
          timestamp: server.ports.clock.now() % 2 ** 32,
        }),
      }),
    },
    {
      name: 'objects-never-asked-for',
      description: 'Never asks for the objects of the device.',
      catches: ['A server that wants the objects says so'],
      server: (own) => ({
        notifyDevice: (server, device) => own.notifyDevice(server, device, { requestsObjects: false }),
      }),
    },
    {
      name: 'objects-always-asked-for',
      description: 'Asks for the objects of the device in every notification.',
      catches: ['A server that does not want the objects does not ask for them'],
      server: (own) => ({
        notifyDevice: (server, device) => own.notifyDevice(server, device, { requestsObjects: true }),
      }),
    },
    {
      name: 'notification-number-constant',
      description: 'Gives every notification the number 1.',
      catches: ['The next notification has another number'],
      server: () => ({ newNotificationID: () => 1 }),
    },
    {
      name: 'lost-notification-loses-commands',
      description:
        'Drops what waits when the device comes of its own accord, and not because it was notified.',
      catches: [
        'After a notification that <fate> the commands wait',
        'A Push Service that takes a while costs no command',
      ],
      server: (own) => ({
        openSession(server, device, initiation) {
          const isNotified = [...server.notifications.values()].some((sent) => sent.device === device);
          if (isNotified && initiation.start.reason !== 'server-initiated') device.awaiting.length = 0;
          return own.openSession(server, device, initiation);
        },
      }),
    },
    {
      name: 'push-refusal-loses-commands',
      description: 'Drops the commands of a notification that the push service does not take.',
      catches: ['A Push Service that <manner> costs no command'],
      server: (own) => ({
        async askPushService(server, sent) {
          const answer = await own.askPushService(server, sent);
          if (answer.kind !== 'taken') sent.device.awaiting.length = 0;
          return answer;
        },
      }),
    },
  ]),
  {
    name: 'push-request-without-content',
    description: 'Asks the push service to deliver nothing.',
    catches: ['The Push Service is asked'],
    ...notifyingOtherwise(() => Buffer.alloc(0)),
  },
  {
    name: 'notification-of-version-0',
    description: 'Writes 0 as the version of the notification.',
    catches: ['The notification can be read, and names server and number'],
    ...notifyingOtherwise((octets) => Buffer.from([(octets[0] ?? 0) & 0x0f, ...octets.subarray(1)])),
  },
];

import type { FanOutProcedures } from '../../reference-impl/dm-gateway/procedures';
import type { FanOutServerProcedures } from '../../reference-impl/dm-server/procedures';
import type { Fault } from './fault';

const HAS_ITS_FIELDS = 'Package 0 of <manager> has its fields';
const NEW_IDENTIFIERS = '<manager> takes a new session identifier for each session';

/** What the server does to its gateway, and the gateway to its devices. */
interface WakingDeviation extends Pick<Fault, 'name' | 'description' | 'catches'> {
  /** Scenarios of the gateway. */
  readonly atGateway: readonly string[];
  ofServer(own: FanOutServerProcedures): Partial<FanOutServerProcedures>;
  ofGateway(own: FanOutProcedures): Partial<FanOutProcedures>;
}

const DEVIATIONS: readonly WakingDeviation[] = [
  {
    name: 'notification-version-10',
    description: 'Says in package 0 that it has version 1.0.',
    catches: [HAS_ITS_FIELDS],
    atGateway: [HAS_ITS_FIELDS],
    ofServer: (own) => ({
      notificationFor: (server, gateway) => ({ ...own.notificationFor(server, gateway), version: 10 }),
    }),
    ofGateway: (own) => ({
      notificationFor: (gateway, task) => ({ ...own.notificationFor(gateway, task), version: 10 }),
    }),
  },
  {
    name: 'notification-with-wrong-nonce',
    description: 'Makes the digest of package 0 with a nonce that nobody gave.',
    catches: [HAS_ITS_FIELDS, 'The digest is made with the nonce that the gateway gave last'],
    atGateway: [HAS_ITS_FIELDS],
    ofServer: () => ({ nonceOfWakeUp: () => Uint8Array.of(1) }),
    ofGateway: () => ({ nonceOfWakeUp: () => Uint8Array.of(1) }),
  },
  {
    name: 'one-notification-id',
    description: 'Asks for a session with the identifier 1 each time.',
    catches: [NEW_IDENTIFIERS],
    atGateway: [NEW_IDENTIFIERS],
    ofServer: (own) => ({
      notificationFor: (server, gateway) => ({ ...own.notificationFor(server, gateway), sessionID: 1 }),
    }),
    ofGateway: () => ({ newSessionID: () => 1 }),
  },
  {
    name: 'package-0-never-repeated',
    description: 'Sends one package 0, whatever becomes of it.',
    catches: ['A gateway that could not be reached is woken again for the same session'],
    atGateway: ['A device that cannot be reached at first is woken again'],
    ofServer: (own) => ({
      wakeGateway(server, gateway) {
        const isNew = seenOnce();
        const { deliver: send } = server.ports;
        const deliver: typeof send = async (to, notification, secret) =>
          isNew(notification.sessionID) && send(to, notification, secret);
        own.wakeGateway({ ...server, ports: { ...server.ports, deliver } }, gateway);
      },
    }),
    ofGateway(own) {
      const isNew = seenOnce();
      return {
        wakeDevice: async (gateway, device, wakeUp) =>
          isNew(wakeUp.notification.sessionID) && own.wakeDevice(gateway, device, wakeUp),
      };
    },
  },
];

/** Answers true once for each identifier. */
function seenOnce(): (sessionID: number) => boolean {
  const seen = new Set<number>();
  return (sessionID) => {
    const isNew = !seen.has(sessionID);
    seen.add(sessionID);
    return isNew;
  };
}

/** Deviations of a manager that wakes its client. @see DM_Notification 6 */
export const MANAGER_WAKE_UP_FAULTS: readonly Fault[] = DEVIATIONS.flatMap(
  ({ name, description, catches, atGateway, ofServer, ofGateway }): Fault[] => [
    {
      name,
      description,
      catches,
      applyToManagementServer: (own) => ({ ...own, fanOut: { ...own.fanOut, ...ofServer(own.fanOut) } }),
    },
    {
      name: `${name}-at-gateway`,
      description: `As the server of its devices: ${description}`,
      catches: atGateway,
      applyToGateway: (own) => ({ ...own, fanOut: { ...own.fanOut, ...ofGateway(own.fanOut) } }),
    },
  ],
);

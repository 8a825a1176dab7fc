import { dm2ServerFaults } from './dm2-server-faults';
import type { Fault } from './fault';

/** Deviations of what a server keeps of its sessions, for those who may look. @see dm2.md 4.6, B.1 steps 4 and 8 */
export const DM2_SERVER_RESOURCE_FAULTS: readonly Fault[] = dm2ServerFaults([
  {
    name: 'alerts-not-kept',
    description: 'Drops alerts beside results.',
    catches: ['Alerts beside the results are kept'],
    server: () => ({ takeAlerts: () => {} }),
  },
  {
    name: 'empty-session-not-created',
    description: 'Makes no resource of a session for which no command waits.',
    catches: ['A session without commands is one like others'],
    server: (own) => ({
      openSession: (server, device, initiation) =>
        device.awaiting.length === 0
          ? { kind: 'commands', commands: [{ verb: 'END' }] }
          : own.openSession(server, device, initiation),
    }),
  },
  {
    name: 'cause-not-kept',
    description: 'Takes every session for one that the device began of its own accord.',
    catches: [
      'The session shows the notification that caused it',
      'The resource of a server initiated session is created and updated',
    ],
    server: (own) => ({
      createSession: (server, device, initiation) =>
        own.createSession(server, device, { ...initiation, start: { reason: 'client-initiated' } }),
    }),
  },
  {
    name: 'superseded-as-finished',
    description: 'Takes every session that is over for one that came to its end.',
    catches: [
      'A session that was left is superseded, and its commands wait or are lost',
      'A session in silence is expired',
    ],
    server: (own) => ({ endSession: (server, session) => own.endSession(server, session, 'finished') }),
  },
  {
    name: 'resource-before-identification',
    description: 'Makes the resource of a session before it looks at the credentials.',
    catches: ['A package 1 that is refused makes no resource'],
    server: (own) => ({
      async receiveMessage(server, message) {
        const { deviceID, place } = message;
        const device = typeof deviceID === 'string' ? server.devices.get(deviceID) : undefined;
        const reply = await own.receiveMessage(server, message);
        if (reply.kind === 'refused' && device !== undefined && place === undefined)
          own.createSession(server, device, { start: { reason: 'client-initiated' }, alerts: [] });
        return reply;
      },
    }),
  },
]);

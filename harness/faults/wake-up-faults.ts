import type { ClientParty } from '../../reference-impl/syncml/client-party';
import { clientFaults } from './client-faults';
import type { Fault } from './fault';

/** Deviations of a client that is woken: whom it believes, how often, and what its session is called. @see DM_Notification 6 */
export const WAKE_UP_FAULTS: readonly Fault[] = [
  ...clientFaults([
    {
      name: 'notifications-ignored',
      description: 'Opens no session for any package 0.',
      catches: [
        'A package 0 with the right digest brings a session, with <client> under test',
        'Data of a vendor behind the server identifier do no harm',
        'The session comes with UI mode <mode> on behalf of the <initiator>',
      ],
      atGateway: ['A package 0 with the right digest brings a session, with <client> under test'],
      session: () => ({ nonceOfNotification: () => undefined }),
    },
    {
      name: 'session-id-lower-case',
      description:
        'Writes the session identifier of package 0 in four lower-case digits, with zeros in front.',
      catches: ['The session identifier <session> comes back in hexadecimal, with <client> under test'],
      atGateway: ['The session identifier <session> comes back in hexadecimal, with <client> under test'],
      session: () => ({ sessionIDOf: ({ sessionID }) => sessionID.toString(16).padStart(4, '0') }),
    },
    {
      name: 'digest-unchecked',
      description: 'Believes every package 0 that names the server.',
      catches: ['A package 0 whose digest is <digest> is ignored, with <client> under test'],
      atGateway: ['A package 0 whose digest is <digest> is ignored, with <client> under test'],
      session: () => ({ nonceOfNotification: () => ({ isDefault: false }) }),
    },
    {
      name: 'replay-accepted',
      description: 'Takes a package 0 that was made with an old nonce, whether it was heard before or not.',
      catches: ['A package 0 that is replayed brings no second session, with <client> under test'],
      atGateway: ['A package 0 that is replayed brings no second session, with <client> under test'],
      session(own) {
        const nonces: Uint8Array[] = [];
        return {
          isHeardBefore: () => false,
          nonceOfNotification(party, received) {
            nonces.push(party.nonces.server);
            const { password } = party.account.server;
            const isMade = nonces.some((nonce) => received.isMadeWith({ password, nonce }));
            return isMade ? { isDefault: false } : own.nonceOfNotification(party, received);
          },
        };
      },
    },
    {
      name: 'each-copy-a-session',
      description: 'Opens a session for each copy of a package 0.',
      catches: ['A package 0 that comes three times brings one session'],
      session: () => ({ isHeardBefore: () => false }),
    },
    {
      name: 'vendor-data-refused',
      description: 'Ignores a package 0 with data of a vendor.',
      catches: ['Data of a vendor behind the server identifier do no harm'],
      session: (own) => ({
        nonceOfNotification(party, received) {
          const { vendorData } = received.notification;
          const isBare = vendorData === undefined || vendorData.length === 0;
          return isBare ? own.nonceOfNotification(party, received) : undefined;
        },
      }),
    },
    {
      name: 'user-must-agree',
      description: 'Waits for a user where the server wants one to be told or asked, and there is none.',
      catches: ['The session comes with UI mode <mode> on behalf of the <initiator>'],
      session: (own) => ({
        nonceOfNotification(party, received) {
          const { uiMode } = received.notification;
          const isForUser = uiMode === 'informative' || uiMode === 'user-interaction';
          return isForUser ? undefined : own.nonceOfNotification(party, received);
        },
      }),
    },
    {
      name: 'default-nonce-blocks',
      description: 'Takes a package 0 that was made with a default nonce for an attack, and none after it.',
      catches: ['A digest of the default nonce is accepted, once'],
      session(own) {
        const blocked = new WeakSet<ClientParty>();
        return {
          nonceOfNotification(party, received) {
            const used = own.nonceOfNotification(party, received);
            if (used?.isDefault) blocked.add(party);
            return blocked.has(party) ? undefined : used;
          },
        };
      },
    },
    {
      name: 'one-session-id',
      description: 'Calls every session of its own accord 1.',
      catches: ['Sessions that the device opens on its own differ in their identifiers'],
      session: () => ({ ownSessionID: () => '1' }),
    },
  ]),
  {
    name: 'any-server-wakes',
    description: 'Takes a package 0 of any server for one of its own server.',
    catches: ['A package 0 of a server that is not known is ignored'],
    applyToDevice: (procedures) => ({
      ...procedures,
      device: {
        ...procedures.device,
        receiveNotification(device, received) {
          const [serverID = ''] = device.side.parties.keys();
          const notification = { ...received.notification, serverID };
          procedures.device.receiveNotification(device, { ...received, notification });
        },
      },
    }),
  },
  {
    name: 'cut-notification-stops-client',
    description: 'Ends in an internal error at a package 0 that is cut, and hears none after it.',
    catches: ['A package 0 of <what> is ignored, with <client> under test'],
    wrapEndpoint(endpoint) {
      let isStopped = false;
      return async (message) => {
        if (!message.url.endsWith('/notification')) return endpoint(message);
        const answer = isStopped ? undefined : await endpoint(message);
        isStopped ||= answer?.status === 400;
        return isStopped ? new Response(null, { status: 500 }) : (answer ?? Response.error());
      };
    },
  },
];

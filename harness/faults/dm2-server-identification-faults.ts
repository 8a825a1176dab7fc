import { isRefusal } from '../../protocol/model/refusal';
import { dm2ServerFaults } from './dm2-server-faults';
import type { Fault } from './fault';
import { withStatus } from './with-status';

const TAKEN_FOR_ANYBODY = [
  'A device <credentials> gets nothing',
  'A package 1 <credentials> is unauthorized',
  'Results <credentials> count for nothing, and good ones may follow',
];

/** Deviations of a server that is to know whom it manages. @see dm2.md 3.7, 9 */
export const DM2_SERVER_IDENTIFICATION_FAULTS: readonly Fault[] = dm2ServerFaults([
  {
    name: 'commands-of-no-one',
    description: 'Finds no commands for any device.',
    catches: [
      'A device gets what waits for it',
      'Basic credentials are taken',
      'Digest credentials are taken',
      'Digest credentials by MD5 are taken',
      'Commands are sent as they were given, in their order',
      'A server holds a session over TLS',
    ],
    server: () => ({ nextCommands: () => [] }),
  },
  {
    name: 'every-device-welcome',
    description: 'Does not look at credentials.',
    catches: [...TAKEN_FOR_ANYBODY, 'A package 1 that is refused makes no resource'],
    server: () => ({
      authenticate: ({ devices }) => ({
        kind: 'authenticated',
        account: { user: '', password: '', deviceIDs: [...devices.keys()] },
      }),
    }),
  },
  {
    name: 'any-device-password',
    description: 'Takes the name of a user for proof enough.',
    catches: TAKEN_FOR_ANYBODY,
    server: () => ({
      accountProven: ({ config }, { user }) => config.accounts.find((account) => account.user === user),
    }),
  },
  {
    name: 'credentials-speak-for-all',
    description: 'Takes good credentials for those of any device.',
    catches: ['The credentials of another device open no session', 'A device <device> is forbidden'],
    server: () => ({ speaksFor: () => true }),
  },
  {
    name: 'first-device-for-all',
    description: 'Takes every device for the first one that it knows.',
    catches: ['No device gets the commands of another'],
    server: (own) => ({
      identifyDevice(server, message) {
        const identified = own.identifyDevice(server, message);
        const [device] = server.devices.values();
        return identified.kind === 'refused' || device === undefined ? identified : { ...identified, device };
      },
    }),
  },
  {
    name: 'round-is-enough',
    description: 'Takes results at the address of a round from whatever device.',
    catches: ['No device reports for another'],
    server: (own) => ({
      findRound(server, device, place) {
        const all = [...server.devices.values()];
        const owner = all.find(({ sessions }) =>
          sessions.some(({ sessionID }) => sessionID === place?.sessionID),
        );
        return own.findRound(server, owner ?? device, place);
      },
    }),
  },
  {
    name: 'unknown-device-not-found',
    description: 'Tells by 404 that it does not know a device, or not by these credentials.',
    catches: ['A device <device> is forbidden'],
    server: (own) => ({ refuseDevice: (deviceID) => ({ ...own.refuseDevice(deviceID), status: 404 }) }),
  },
  {
    name: 'unauthorized-as-forbidden',
    description: 'Answers 403 where credentials are wrong or missing.',
    catches: ['A package 1 <credentials> is unauthorized'],
    server: (own) => ({
      authenticate(server, credentials) {
        const authenticated = own.authenticate(server, credentials);
        if (authenticated.kind !== 'refused') return authenticated;
        return { kind: 'refused', refusal: { ...authenticated.refusal, status: 403 } };
      },
    }),
  },
  {
    name: 'refuses-without-challenge',
    description: 'Does not say which credentials it takes.',
    catches: ['A challenge offers both ways'],
    server: () => ({ challengesFor: () => [] }),
  },
  {
    name: 'digest-only',
    description: 'Takes no Basic credentials.',
    catches: ['Basic credentials are taken', 'A challenge offers both ways'],
    server: (own) => ({
      accountProven: (server, credentials) =>
        credentials.scheme === 'digest' ? own.accountProven(server, credentials) : undefined,
      challengesFor: (server, isStale) =>
        own.challengesFor(server, isStale).filter(({ scheme }) => scheme === 'digest'),
    }),
  },
  {
    name: 'basic-only',
    description: 'Takes no Digest credentials.',
    catches: ['Digest credentials are taken', 'Digest credentials by MD5 are taken'],
    server: (own) => ({
      accountProven: (server, credentials) =>
        credentials.scheme === 'basic' ? own.accountProven(server, credentials) : undefined,
    }),
  },
  {
    name: 'sha256-only',
    description: 'Asks for no Digest credentials by MD5.',
    catches: ['Digest credentials by MD5 are taken'],
    server: (own) => ({
      challengesFor: (server, isStale) =>
        own
          .challengesFor(server, isStale)
          .filter((challenge) => challenge.scheme === 'basic' || challenge.algorithm !== 'MD5'),
    }),
  },
  {
    name: 'digest-for-any-message',
    description: 'Does not look for which address a digest was made.',
    catches: ['Digest credentials <flaw> open nothing'],
    server: () => ({ isDigestForMessage: () => true }),
  },
  {
    name: 'any-nonce',
    description: 'Takes nonces that it never gave, and counts that were used.',
    catches: ['Digest credentials <flaw> open nothing'],
    server: () => ({ judgeNonce: () => 'good' }),
  },
  {
    name: 'identifier-of-credentials',
    description: 'Takes a message without one good OMADM-DevID for one of the device of the credentials.',
    catches: ['A package 1 <header> is no request of a device', 'A DevID can be too long'],
    server: (own) => ({
      identifyDevice(server, message) {
        const { deviceID, credentials } = message;
        if (!isRefusal(deviceID) || deviceID.status !== 400) return own.identifyDevice(server, message);
        const account = credentials && own.accountProven(server, credentials);
        return own.identifyDevice(server, { ...message, deviceID: account?.deviceIDs[0] ?? '' });
      },
    }),
  },
  {
    name: 'identifier-unreadable-as-failure',
    description: 'Answers 500 where OMADM-DevID is missing or twice.',
    catches: ['A package 1 <header> is no request of a device'],
    server: (own) => ({
      identifyDevice: (server, message) =>
        own.identifyDevice(server, { ...message, deviceID: withStatus(message.deviceID, 500) }),
    }),
  },
]);

import { refuse } from '../../protocol/model/refusal';
import { refused } from '../../reference-impl/dm2-server/device-message';
import { openSessionOf } from '../../reference-impl/dm2-server/session';
import { dm2ServerFaults } from './dm2-server-faults';
import type { Fault } from './fault';

const UNAVAILABLE = refuse(503, 'no session now');

const COMES_BACK = [
  'A device that vanished and comes back is served',
  'The commands of a session that was left are not lost',
];
const COMES_TWICE = 'A package 1 that comes twice opens two sessions';
const SENT_AGAIN = 'Commands without a result are sent again, before newer ones';
const SUPERSEDED = 'A session that was left is superseded, and its commands wait or are lost';

/** Deviations of a server whose devices vanish, come back, or say things twice. @see dm2.md 4.3, 4.4, 4.5 */
export const DM2_SERVER_LOST_SESSION_FAULTS: readonly Fault[] = dm2ServerFaults([
  {
    name: 'one-session-at-a-time',
    description: 'Refuses a session while another of the device is open.',
    catches: [...COMES_BACK, COMES_TWICE],
    server: (own) => ({
      openSession: (server, device, initiation) =>
        openSessionOf(device) === undefined
          ? own.openSession(server, device, initiation)
          : refused(UNAVAILABLE),
    }),
  },
  {
    name: 'left-session-blocks',
    description: 'Ends no session of a device after one that was left.',
    catches: COMES_BACK,
    server: (own) => ({
      finishSession: (server, session) =>
        session.device.sessions.some(({ state }) => state === 'superseded')
          ? refused(UNAVAILABLE)
          : own.finishSession(server, session),
    }),
  },
  {
    name: 'gives-up-unreported',
    description: 'Sends no command again.',
    catches: [
      SENT_AGAIN,
      'After the idle limit commands without a result are sent again',
      'A session in silence is expired',
    ],
    server: () => ({ isSentAgain: () => false }),
  },
  {
    name: 'puts-back-behind',
    description: 'Sends commands without a result again, behind newer ones.',
    catches: [SENT_AGAIN],
    server: () => ({
      putBack({ awaiting }, commands) {
        awaiting.push(...commands);
      },
    }),
  },
  {
    name: 'sends-all-again',
    description: 'Sends every command without a result again, whatever harm it does.',
    catches: ['What does harm when it is done twice is not sent twice', SUPERSEDED],
    server: () => ({ isSentAgain: () => true }),
  },
  {
    name: 'no-idle-limit',
    description: 'Waits for results for ever.',
    catches: ['After the idle limit the results come too late', 'A session in silence is expired'],
    server: () => ({ awaitDevice: () => {} }),
  },
  {
    name: 'left-sessions-live',
    description: 'Goes on with a session although a newer one was opened.',
    catches: ['A session that was left is gone'],
    server: (own) => ({
      findRound(server, device, place) {
        const session = device.sessions.find(({ sessionID }) => sessionID === place?.sessionID);
        return session?.state === 'superseded'
          ? { kind: 'waiting', session }
          : own.findRound(server, device, place);
      },
    }),
  },
  {
    name: 'refused-start-supersedes',
    description: 'Ends the open session of a device before it looks at what comes.',
    catches: ['A package 1 <flaw> does not end the open session'],
    server: (own) => ({
      receiveMessage(server, message) {
        const { deviceID, place } = message;
        const device = typeof deviceID === 'string' ? server.devices.get(deviceID) : undefined;
        const open = place === undefined && device !== undefined ? openSessionOf(device) : undefined;
        if (open !== undefined) own.endSession(server, open, 'superseded');
        return own.receiveMessage(server, message);
      },
    }),
  },
  {
    name: 'repeat-counts-as-next',
    description: 'Takes results that come twice for those of the next round.',
    catches: ['Results that come twice have the same answer'],
    server: (own) => ({
      findRound(server, device, place) {
        const found = own.findRound(server, device, place);
        if (found.kind !== 'answered' || found.session.state !== 'open') return found;
        return { kind: 'waiting', session: found.session };
      },
    }),
  },
  {
    name: 'repeat-is-gone',
    description: 'Keeps no answer to results.',
    catches: [
      'Results that come twice have the same answer',
      'After END the last results still have the same answer',
    ],
    server: () => ({ isAnswerKept: () => false }),
  },
  {
    name: 'repeated-start-refused',
    description: 'Refuses a package 1 like the one that opened the session.',
    catches: [COMES_TWICE],
    server: (own) => ({
      refuseStart(server, device, start) {
        const open = openSessionOf(device);
        const isSame = JSON.stringify(open?.start) === JSON.stringify(start);
        return isSame ? refuse(409, 'the session is open already') : own.refuseStart(server, device, start);
      },
    }),
  },
  {
    name: 'made-up-url-taken',
    description: 'Takes results at any address for those of the open session.',
    catches: ['Results for a URL that nobody handed out are refused'],
    server: (own) => ({
      findRound(server, device, place) {
        const found = own.findRound(server, device, place);
        const session = openSessionOf(device);
        return found.kind === 'refused' && session ? { kind: 'waiting', session } : found;
      },
    }),
  },
]);

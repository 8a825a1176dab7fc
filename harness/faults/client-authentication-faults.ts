import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { Authentication } from '../../reference-impl/syncml/authentication';
import { nonceText } from '../../reference-impl/syncml/nonces';
import { clientFaults } from './client-faults';
import type { Fault } from './fault';

const NOT_OBEYED = 'A server that <conduct> is not obeyed, with <client> under test';
const OBEYED_AFTER_CHALLENGE =
  'A server that proves itself after the challenge is obeyed, with <client> under test';

/** Of a session that nothing else ends. */
const MOST_MESSAGES = 5;

/** Deviations of who a client believes and how it proves itself, without signatures. @see DM_Protocol 2.4, DM_Security 5.1.3 */
export const CLIENT_AUTHENTICATION_FAULTS: readonly Fault[] = clientFaults([
  {
    name: 'digest-of-encoded-nonce',
    description: 'Makes its credentials with the nonce as it is written, not with its octets.',
    catches: ['The credentials of <client> are right', 'A second challenge with a new nonce is answered'],
    atGateway: ['The credentials of <client> are right'],
    session: (own) => ({
      proofOf(authentication) {
        const nonce = new TextEncoder().encode(nonceText(authentication.own.nonce));
        return own.proofOf({ ...authentication, own: { ...authentication.own, nonce } });
      },
    }),
  },
  {
    name: 'challenge-unanswered',
    description: 'Ends the session where it is challenged.',
    catches: [
      'A challenge brings package 1 again, with <client> under test',
      'A second challenge with a new nonce is answered',
    ],
    atGateway: ['A challenge brings package 1 again, with <client> under test'],
    session: () => ({ answersChallenge: () => false }),
  },
  {
    name: 'challenge-without-devinfo',
    description: 'Says after a challenge why it is there, and not which device it is.',
    catches: ['A challenge brings package 1 again, with <client> under test'],
    session: (own) => ({
      repeatedAfterChallenge: (session) =>
        own.repeatedAfterChallenge(session).filter(({ command }) => command.kind === 'Alert'),
    }),
  },
  {
    name: 'never-gives-up',
    description: 'Tries its credentials again however often they are refused.',
    catches: ['A device that is never believed gives up'],
    session: (own) => ({
      learnFromStatus(authentication, status) {
        const outcome = own.learnFromStatus(authentication, status);
        return outcome === 'refused' ? 'again' : outcome;
      },
    }),
  },
  {
    name: 'good-for-one-is-good-for-all',
    description: 'Takes credentials that were good for one message for good in the whole session.',
    catches: ['Credentials that were good for one message only come again'],
    session: (own) => ({
      learnFromStatus: (authentication, status) =>
        own.learnFromStatus(
          authentication,
          status.code === statusCode('OK')
            ? { ...status, code: statusCode('AUTHENTICATION_ACCEPTED') }
            : status,
        ),
    }),
  },
  {
    name: 'server-unchecked',
    description: 'Believes every server.',
    catches: [
      NOT_OBEYED,
      'The answer to a server that is not believed has statuses only',
      OBEYED_AFTER_CHALLENGE,
      'Nonces of the device are new each time',
    ],
    atGateway: [NOT_OBEYED, OBEYED_AFTER_CHALLENGE],
    session: () => ({
      judge: () => ({ verdict: 'accepted', code: statusCode('AUTHENTICATION_ACCEPTED'), isLast: false }),
    }),
  },
  {
    name: 'refusal-with-results',
    description: 'Says its DevInfo to a server that has not proved itself, beside the refusal.',
    catches: ['The answer to a server that is not believed has statuses only'],
    session: (own) => ({
      refuseCommands(session, message, code) {
        const results = message.commands.flatMap((command) => {
          const asked = command.kind === 'Get' ? command.items.map(({ target }) => target?.uri) : [];
          const found = session.deviceInformation.filter(({ source }) => asked.includes(source?.uri));
          return own.resultsOfCommand({ command, statuses: [], found }, message.header.messageID) ?? [];
        });
        return [...own.refuseCommands(session, message, code), ...results.map((command) => ({ command }))];
      },
    }),
  },
  {
    name: 'old-nonce-accepted',
    description: 'Takes credentials that were made with any nonce that it once gave.',
    catches: [NOT_OBEYED],
    atGateway: [NOT_OBEYED],
    session(own) {
      const given: Uint8Array[] = [];
      return {
        noncesTaken(peer) {
          given.push(...own.noncesTaken(peer));
          return given;
        },
      };
    },
  },
  {
    name: 'no-second-chance',
    description: 'Gives a server whose credentials are missing or wrong no other chance.',
    catches: [OBEYED_AFTER_CHALLENGE],
    atGateway: [OBEYED_AFTER_CHALLENGE],
    session: () => ({ offersChallenge: () => false }),
  },
  {
    name: 'bare-challenge',
    description: 'Challenges a server that wants nothing of it.',
    catches: ['A server that says nothing of itself and wants nothing is not challenged'],
    session: (own) => ({
      offersChallenge: () => true,
      proceedUntrusted(session, message, judged) {
        const onward = own.proceedUntrusted(session, message, judged);
        return session.sent < MOST_MESSAGES ? undefined : onward;
      },
    }),
  },
  {
    name: 'one-nonce',
    description: 'Gives the same nonce each time.',
    catches: ['Nonces of the device are new each time'],
    session: () => ({ freshNonce: () => new Uint8Array(16).fill(0x2a) }),
  },
  {
    name: 'short-nonce',
    description: 'Gives nonces of four octets.',
    catches: ['Nonces of the device are new each time'],
    session: (own) => ({ freshNonce: (random) => own.freshNonce(random).slice(0, 4) }),
  },
  {
    name: 'type-changes',
    description: 'Meets a challenge for another type with credentials of both.',
    catches: ['A challenge for another type in the middle of a session is not met with both'],
    session: (own) => ({
      answersChallenge: () => true,
      proofOf: (authentication) => ({
        ...(authentication.own.isChallenged && own.proofOf(asAgreed(authentication))),
        ...own.proofOf(authentication),
      }),
    }),
  },
  {
    name: 'basic-unsupported',
    description: 'Believes no basic credentials, though they are agreed.',
    catches: ['Basic credentials of the server are taken where they are agreed'],
    session: (own) => ({
      isProvenWith: (peer, received, nonce) =>
        peer.authenticator.type !== 'basic' && own.isProvenWith(peer, received, nonce),
    }),
  },
]);

/** With the type of the account, whatever was asked for. */
function asAgreed(authentication: Authentication): Authentication {
  const { own } = authentication;
  return { ...authentication, own: { ...own, type: own.authenticator.type, isAccepted: false } };
}

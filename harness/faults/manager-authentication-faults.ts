import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { Fault } from './fault';
import { managerFaults } from './manager-faults';

const CHALLENGED = 'A client that <conduct> is challenged, with <manager> under test';
const ONE_MORE_CHANCE = 'A nonce that failed has one more chance, with <manager> under test';
const ANSWERS_CHALLENGE = '<manager> answers the challenge of its client';
const UNASKED_BASIC =
  'Basic credentials that nobody asked for are challenged and the session goes on, with <manager> under test';

/** Deviations of a manager in who its client is, and in proving who it is itself. @see DM_Protocol 2.4, DM_Security 5.1 */
export const MANAGER_AUTHENTICATION_FAULTS: readonly Fault[] = managerFaults([
  {
    name: 'challenge-missing',
    description: 'Refuses credentials without saying what it wants.',
    catches: [
      CHALLENGED,
      ONE_MORE_CHANCE,
      'A client that answers the challenge gets its commands, with <manager> under test',
    ],
    deviate: (own) => ({
      statusOfHeader(message, judgement) {
        const { challenge, ...status } = own.statusOfHeader(message, judgement);
        return judgement.verdict === 'accepted' && challenge !== undefined
          ? { ...status, challenge }
          : status;
      },
    }),
  },
  {
    name: 'one-try-only',
    description: 'Challenges a client that says nothing, and not one whose credentials are wrong.',
    catches: [ONE_MORE_CHANCE],
    deviate: (own) => ({
      offersChallenge: (peer, verdict) => verdict === 'missing' && own.offersChallenge(peer, verdict),
    }),
  },
  {
    name: 'server-takes-old-nonces',
    description: 'Takes credentials that were made with any nonce that it once gave.',
    catches: ['A nonce of before is not accepted, with <manager> under test'],
    deviate(own) {
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
    name: 'server-without-credentials',
    description: 'Does not prove who it is.',
    catches: ['<manager> proves who it is', ANSWERS_CHALLENGE],
    deviate: () => ({ proofOf: () => ({}) }),
  },
  {
    name: 'server-deaf-to-challenges',
    description: 'Does not answer the challenges of its client.',
    catches: [ANSWERS_CHALLENGE],
    deviate: () => ({ answersChallenge: () => false }),
  },
  {
    name: 'basic-is-enough',
    description: 'Takes basic credentials whatever was agreed.',
    catches: [UNASKED_BASIC],
    ofServer: ['Credentials of another type than agreed are challenged'],
    deviate: (own) => ({
      verdictOn(authentication, received) {
        const verdict = own.verdictOn(authentication, received);
        return verdict === 'wrong-type' ? 'accepted' : verdict;
      },
    }),
  },
  {
    name: 'server-takes-no-basic',
    description: 'Takes no basic credentials, agreed or not.',
    catches: [],
    ofServer: ['Basic credentials of the client are accepted where they are agreed'],
    deviate: (own) => ({
      isProvenWith: (peer, received, nonce) =>
        peer.authenticator.type !== 'basic' && own.isProvenWith(peer, received, nonce),
    }),
  },
  {
    name: 'acts-before-authentication',
    description: 'Takes alerts, and answers to what it is about to say, whoever gives them.',
    catches: ['What a client says before it is known is not acted on, with <manager> under test'],
    deviate: (own) => ({
      async answerMessage(session, received) {
        const answers = received.message.commands.flatMap((one) => (one.kind === 'Status' ? [one] : []));
        if (session.taken > 0 || answers.length === 0) return own.answerMessage(session, received);
        await session.procedures.openPackage(session);
        for (const { command, statuses } of session.asked) {
          const answer = answers.shift();
          if (answer !== undefined) statuses.push({ ...answer, commandReference: command.commandID });
        }
        await session.procedures.openPackage(session);
        await session.procedures.takeCommands(session, received.message);
        return own.answerMessage(session, received);
      },
    }),
  },
  {
    name: 'server-212-when-signed',
    description: 'Says of a signed message that the session needs no signature any more.',
    catches: ['Every status of the header of <manager> is 200 and has the next nonce'],
    deviate: (own) => ({
      codeOf: (peer, verdict) =>
        verdict === 'accepted' ? statusCode('AUTHENTICATION_ACCEPTED') : own.codeOf(peer, verdict),
    }),
  },
  {
    name: 'server-signature-unchecked',
    description: 'Does not look at the signature of a message, nor whether there is one.',
    catches: [
      'A client that <conduct> gets no commands, with <manager> under test',
      'Answers without a signature are not taken, with <manager> under test',
    ],
    deviate: (own) => ({
      verdictOn: (authentication, received) =>
        authentication.peer.authenticator.type === 'hmac'
          ? 'accepted'
          : own.verdictOn(authentication, received),
    }),
  },
]);

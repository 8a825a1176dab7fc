import {
  basicCredential,
  DEFAULT_NONCES,
  md5Credential,
  sameCredential,
} from '../../protocol/codec/syncml/digests';
import type { Challenge } from '../../protocol/model/syncml-item';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { Authentication, Judgement, PeerProof, Verdict } from './authentication';
import { otherSide } from './authentication';
import { authenticationTypeOf, challengeWith } from './challenge';
import type { ReceivedMessage } from './envelope';

/** What one side thinks of the other's credentials. @see DM_Protocol 2.4.1, DM_Security 5.1.3, 5.1.4 */

/** Credentials with a nonce may be stale once; a second failure is one. @see DM_Protocol 2.4.1 */
const MOST_FAILURES = 2;

/** Each message that was proven or refused brings a new nonce, so that none is good for two. @see DM_Security 5.1.3.3 */
export function judge(authentication: Authentication, received: ReceivedMessage): Judgement {
  const { peer, procedures, random } = authentication;
  const verdict = procedures.verdictOn(authentication, received);
  const code = procedures.codeOf(peer, verdict);
  if (verdict === 'accepted' && !isProofIn(received)) return { verdict, code, isLast: false };
  if (verdict === 'wrong') peer.failures += 1;
  const isOffered = verdict === 'accepted' || procedures.offersChallenge(peer, verdict);
  learnFromVerdict(authentication, verdict);
  if (!isOffered) return { verdict, code, isLast: true };
  peer.nonce = procedures.freshNonce(random);
  if (verdict === 'accepted' && peer.authenticator.type === 'basic') return { verdict, code, isLast: false };
  return { verdict, code, challenge: procedures.challengeFor(peer), isLast: false };
}

function learnFromVerdict({ peer, nonces }: Authentication, verdict: Verdict): void {
  const isAccepted = verdict === 'accepted';
  peer.isBound = true;
  peer.mayUseDefaultNonce = false;
  peer.isAccepted = isAccepted && peer.authenticator.type !== 'hmac';
  if (!isAccepted) return;
  peer.failures = 0;
  nonces.defaultNonce = undefined;
}

function isProofIn({ message, mac }: ReceivedMessage): boolean {
  return message.header.credential !== undefined || mac !== undefined;
}

/** What is there is judged, also where nothing was needed. */
export function verdictOn({ peer, procedures }: Authentication, received: ReceivedMessage): Verdict {
  const { credential } = received.message.header;
  const { type } = peer.authenticator;
  if (credential === undefined && received.mac === undefined) return peer.isAccepted ? 'accepted' : 'missing';
  const given = received.mac === undefined ? authenticationTypeOf(credential?.meta?.type) : 'hmac';
  if (given !== type) return 'wrong-type';
  const nonces = procedures.noncesTaken(peer);
  return nonces.some((nonce) => procedures.isProvenWith(peer, received, nonce)) ? 'accepted' : 'wrong';
}

/** The default nonce is good once, after a package 0 that was made with it. @see DM_Notification 6.1 */
export function noncesTaken(peer: PeerProof): readonly Uint8Array[] {
  return peer.mayUseDefaultNonce ? [peer.nonce, ...DEFAULT_NONCES] : [peer.nonce];
}

/** LocName may be missing; where it is there it names the user. @see DM_RepPro 4.1.1.9 */
export function isProvenWith(peer: PeerProof, received: ReceivedMessage, nonce: Uint8Array): boolean {
  const { type, ...user } = peer.authenticator;
  const { credential, source } = received.message.header;
  const secret = { ...user, nonce };
  if (type === 'hmac') return received.mac?.userName === user.name && received.mac.isMadeWith(secret);
  if (credential === undefined) return false;
  if (type === 'basic') return sameCredential(basicCredential(user), credential.data);
  const isNamed = source.name === undefined || source.name === user.name;
  return isNamed && sameCredential(md5Credential(secret), credential.data);
}

/**
 * Whoever sends nothing, or something else than what was asked for, has had the chance; wrong credentials get one more,
 * for their nonce may have been stale. @see DM_Protocol 2.4.1, DM_Security 5.1.3.3
 */
export function offersChallenge(peer: PeerProof, verdict: Verdict): boolean {
  if (verdict === 'wrong') return peer.failures < MOST_FAILURES;
  return !peer.isBound;
}

export function challengeFor({ authenticator, nonce }: PeerProof): Challenge {
  return challengeWith(authenticator.type, nonce);
}

/** A signed header is good for its message only, and missing where there was one before it is wrong. @see DM_Security 5.1.4 */
export function codeOf(peer: PeerProof, verdict: Verdict): number {
  const isSigned = peer.authenticator.type === 'hmac';
  if (verdict === 'accepted') return statusCode(isSigned ? 'OK' : 'AUTHENTICATION_ACCEPTED');
  return statusCode(verdict === 'missing' ? 'MISSING_CREDENTIALS' : 'INVALID_CREDENTIALS');
}

/**
 * Nonces of a peer that has not proved itself are not kept. Only new ones are: another session of the same account may
 * have kept newer ones since. @see DM_Security 5.1.3.4
 */
export function keepNonces({ side, own, peer, nonces }: Authentication): void {
  if (own.nonce !== own.keptNonce) nonces[side] = own.nonce;
  if (peer.nonce !== peer.keptNonce) nonces[otherSide(side)] = peer.nonce;
  own.keptNonce = own.nonce;
  peer.keptNonce = peer.nonce;
}

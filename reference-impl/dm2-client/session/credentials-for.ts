import { randomOctets } from '../../runtime/random-octets';
import type { Challenge, Credentials, KnownChallenge } from '../credentials';
import type { Session } from '../dm2-client';

/** How the client shows who it is. @see dm2.md 9 */

/** What goes with the next message; none where nobody is to see any, or nobody has asked yet. */
export function credentialsFor(session: Session): Credentials | undefined {
  const { client, server, to } = session;
  const own = server.account.credentials;
  const url = new URL(to);
  if (own === undefined || !client.procedures.mayShowCredentials(session, url)) return undefined;
  const { user, password } = own;
  const known = server.challenges.get(url.origin);
  if (known?.challenge.scheme === 'digest') {
    known.nonceCount += 1;
    const clientNonce = Buffer.from(randomOctets(client.ports.random, 8)).toString('hex');
    const { challenge, nonceCount } = known;
    return { scheme: 'digest', user, password, challenge, nonceCount, clientNonce };
  }
  const isWanted = known !== undefined || own.areSentAtOnce;
  return isWanted && client.procedures.mayUseBasic(url) ? { scheme: 'basic', user, password } : undefined;
}

/** To the origin of the server, and of a CONT that was followed. */
export function mayShowCredentials({ trustedOrigins }: Session, url: URL): boolean {
  return trustedOrigins.has(url.origin);
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u;

/** Whoever listens on the way can read them. */
export function mayUseBasic({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || LOOPBACK.test(hostname);
}

/** What a server asks for counts from now on, until it asks for something else. */
export function noteChallenges(session: Session, challenges: readonly Challenge[]): void {
  const url = new URL(session.to);
  const usable = challenges.filter(
    ({ scheme }) => scheme === 'digest' || session.client.procedures.mayUseBasic(url),
  );
  const challenge = session.client.procedures.chooseChallenge(usable);
  const { challenges: known } = session.server;
  const before = known.get(url.origin);
  if (challenge === undefined) known.delete(url.origin);
  else known.set(url.origin, { challenge, nonceCount: countOf(challenge, before) });
}

/** A nonce is never used twice with the same count. */
function countOf(challenge: Challenge, before: KnownChallenge | undefined): number {
  const isOther = challenge.scheme === 'basic' || before?.challenge.scheme !== 'digest';
  return isOther || before.challenge.nonce !== challenge.nonce ? 0 : before.nonceCount;
}

/** The strongest that is offered. */
export function chooseChallenge(challenges: readonly Challenge[]): Challenge | undefined {
  const digests = challenges.flatMap((challenge) => (challenge.scheme === 'digest' ? [challenge] : []));
  return (
    digests.find(({ algorithm }) => algorithm === 'SHA-256') ??
    digests[0] ??
    challenges.find(({ scheme }) => scheme === 'basic')
  );
}

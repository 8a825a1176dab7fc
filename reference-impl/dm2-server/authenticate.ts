import { refuse } from '../../protocol/model/refusal';
import { messageStatus } from '../../protocol/tables/dm2/status-codes';
import type { Challenge, DigestProof, ReceivedCredentials } from '../dm2/received-credentials';
import type { RefusedReply } from './device-message';
import type { DM2Server } from './dm2-server';
import type { DeviceAccount } from './dm2-server-config';
import type { Authenticated } from './procedures';

/** Basic and Digest. A nonce counts as used only by somebody who knew the password. @see dm2.md 9, RFC 7616, RFC 7617 */
export function authenticate(server: DM2Server, credentials: ReceivedCredentials | undefined): Authenticated {
  const { procedures } = server;
  if (credentials === undefined) return challenged(server, 'expected credentials, found none');
  const account = procedures.accountProven(server, credentials);
  if (account === undefined) return challenged(server, 'expected another user or password');
  if (credentials.scheme === 'basic') return { kind: 'authenticated', account };
  if (!procedures.isDigestForMessage(server, credentials))
    return challenged(server, 'expected a digest of this realm and message');
  const judged = procedures.judgeNonce(server, credentials);
  if (judged === 'good') return { kind: 'authenticated', account };
  return challenged(server, `expected a nonce that is good, found one that is ${judged}`, judged === 'stale');
}

function challenged(server: DM2Server, reason: string, isStale = false): RefusedReply {
  const challenges = server.procedures.challengesFor(server, isStale);
  return {
    kind: 'refused',
    refusal: refuse(messageStatus('UNAUTHORIZED'), reason, 'dm2.md 3.7'),
    challenges,
  };
}

/** A user who does not exist takes as long as one with another password. */
export function accountProven(
  { config }: DM2Server,
  credentials: ReceivedCredentials,
): DeviceAccount | undefined {
  const account = config.accounts.find(({ user }) => user === credentials.user);
  const isRight = credentials.isMadeWith(account?.password ?? '');
  return isRight ? account : undefined;
}

export function isDigestForMessage({ config }: DM2Server, { realm, isForThisAddress }: DigestProof): boolean {
  return realm === config.realm && isForThisAddress;
}

export function challengesFor(server: DM2Server, isStale: boolean): readonly Challenge[] {
  const { realm } = server.config;
  const nonce = server.procedures.newNonce(server);
  const digest = { scheme: 'digest', realm, nonce, ...(isStale && { stale: true }) } as const;
  return [
    { ...digest, algorithm: 'SHA-256' },
    { ...digest, algorithm: 'MD5' },
    { scheme: 'basic', realm },
  ];
}

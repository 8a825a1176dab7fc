import { createHash, timingSafeEqual } from 'node:crypto';
import { decodeAuthorization, encodeChallenge, isDigestRight } from '../protocol/codec/dm2/authorization';
import type { Challenge, ReceivedCredentials } from './dm2/received-credentials';

/** Credentials of a message, as roles see them; none where there are none that can be read. @see dm2.md 9 */
export function readCredentials(message: Request): ReceivedCredentials | undefined {
  const header = message.headers.get('Authorization');
  const read = header === null ? undefined : decodeAuthorization(header);
  if (read?.ok !== true) return undefined;
  const { value } = read;
  if (value.scheme === 'basic') {
    const { scheme, user } = value;
    return { scheme, user, isMadeWith: (password) => isSame(password, value.password) };
  }
  const { scheme, user, realm, nonce, nonceCount, uri } = value;
  const { method, url } = message;
  return {
    scheme,
    user,
    realm,
    nonce,
    nonceCount,
    isForThisAddress: uri === targetOf(url),
    isMadeWith: (password) => isDigestRight(value, { method, password }),
  };
}

function targetOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** In a time that does not tell how much of it is right. */
function isSame(one: string, other: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}

export function challengeHeaders(
  challenges: readonly Challenge[] = [],
): readonly (readonly [name: string, value: string])[] {
  return challenges.map((challenge) => ['WWW-Authenticate', encodeChallenge(challenge)]);
}

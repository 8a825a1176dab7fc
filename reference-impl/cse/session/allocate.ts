import { randomOctets } from '../../runtime/random-octets';
import { KEY_OCTETS, writeKey } from '../../session/protected-data';
import type { Cse } from '../cse';

const IDENTIFIER_OCTETS = 16;

/** 128 bits that nobody can guess. @see SES 1 step 8 */
export function allocateSessionID(cse: Cse): string {
  return Buffer.from(randomOctets(cse.ports.random, IDENTIFIER_OCTETS)).toString('base64url');
}

/** A key of 256 bits. @see SES 1 step 8 */
export function allocateCredentials(cse: Cse): string {
  return writeKey(randomOctets(cse.ports.random, KEY_OCTETS));
}

/** @see docs/profiles/service-sessions.md */
export function isSessionIdentifier(text: string): boolean {
  return /^[A-Za-z0-9_-]{22,128}$/.test(text);
}

import { randomOctets } from '../../runtime/random-octets';
import type { Cse } from '../cse';

const IDENTIFIER_OCTETS = 16;
const KEY_OCTETS = 32;

/** 128 bits that nobody can guess. @see SES 1 step 8 */
export function allocateSessionID(cse: Cse): string {
  return base64url(cse, IDENTIFIER_OCTETS);
}

/** A key of 256 bits. @see SES 1 step 8 */
export function allocateCredentials(cse: Cse): string {
  return base64url(cse, KEY_OCTETS);
}

function base64url(cse: Cse, octets: number): string {
  return Buffer.from(randomOctets(cse.ports.random, octets)).toString('base64url');
}

/** @see docs/profiles/service-sessions.md */
export function isSessionIdentifier(text: string): boolean {
  return /^[A-Za-z0-9_-]{22,128}$/.test(text);
}

/** 256 bits, spelled in the one way that base64url has for them. */
export function isCredentials(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text) && Buffer.from(text, 'base64url').toString('base64url') === text;
}

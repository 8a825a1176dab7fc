import type { Random } from '../runtime/random';
import { randomOctets } from '../runtime/random-octets';
import type { Nonces } from './account';

/** Nonces as they are made and written. @see DM_Security 5.1.3.4 */

/** 128 bits, as the specification advises. */
const NONCE_LENGTH = 16;

export function freshNonce(random: Random): Uint8Array {
  return randomOctets(random, NONCE_LENGTH);
}

/** As NextNonce carries it, in format `b64`. */
export function nonceText(nonce: Uint8Array): string {
  return Buffer.from(nonce).toString('base64');
}

/** Before the first session, where none were provisioned. */
export function initialNonces(): Nonces {
  return { client: new Uint8Array(), server: new Uint8Array() };
}

import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * The digests of SyncML DM as its formulas have them, as pure functions. The one with a body is called HMAC in the
 * specification, and cites RFC 2104, but the formula is not that of RFC 2104. @see DM_Security 5.1.3, 5.1.4
 */
export interface Secret {
  /** The user name; in package 0 the server identifier. */
  readonly name: string;
  readonly password: string;
}

export interface NonceSecret extends Secret {
  /** The octets that NextNonce stands for, decoded once. */
  readonly nonce: Uint8Array;
}

/** The data of `syncml:auth-basic`. */
export function basicCredential({ name, password }: Secret): string {
  return Buffer.from(`${name}:${password}`).toString('base64');
}

/** The data of `syncml:auth-md5`. */
export function md5Credential({ nonce, ...secret }: NonceSecret): string {
  return md5(`${keyOf(secret)}:`, nonce).toString('base64');
}

/** The `mac` of the header `x-syncml-hmac`, over the body exactly as it travels. */
export function hmacCredential(secret: NonceSecret, body: Uint8Array): string {
  return digestOver(secret, body).toString('base64');
}

/** The 16 octets in front of the trigger of a package 0; the name is the server identifier. @see DM_Notification 6.2.2.2 */
export function notificationDigest(secret: NonceSecret, trigger: Uint8Array): Uint8Array {
  return Uint8Array.from(digestOver(secret, trigger));
}

function digestOver({ nonce, ...secret }: NonceSecret, octets: Uint8Array): Buffer {
  return md5(`${keyOf(secret)}:`, nonce, `:${md5(octets).toString('base64')}`);
}

function keyOf({ name, password }: Secret): string {
  return md5(`${name}:${password}`).toString('base64');
}

function md5(...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/**
 * The nonce of the resynchronization, in both readings: four zero octets, and the text that the specification prints.
 * @see DM_Notification 6.1
 */
export const DEFAULT_NONCES: readonly Uint8Array[] = [
  new Uint8Array(4),
  new TextEncoder().encode('0x00000000'),
];

/** The octets of NextNonce. Decoded once, even where they look like base64 again. @see DM_Security 5.1.3 */
export function nonceOctets(nextNonce: string): Uint8Array {
  return Uint8Array.from(Buffer.from(nextNonce, 'base64'));
}

/** Whether two credentials are the same, in a time that does not tell how much of them is. */
export function sameCredential(expected: string, received: string): boolean {
  const [left, right] = [md5(expected), md5(received)];
  return timingSafeEqual(left, right);
}

/**
 * Whether a `mac` is the expected one. `as-hexadecimal` is the form that the specification's example has: base64 of the
 * digits instead of the octets, without padding.
 */
export function compareMAC(expected: string, received: string): 'same' | 'as-hexadecimal' | 'different' {
  const octets = Buffer.from(expected, 'base64');
  if (sameCredential(expected, received) || sameCredential(unpadded(expected), received)) return 'same';
  const digits = Buffer.from(octets.toString('hex')).toString('base64');
  return sameCredential(unpadded(digits), unpadded(received)) ? 'as-hexadecimal' : 'different';
}

function unpadded(base64: string): string {
  return base64.replace(/={1,2}$/u, '');
}

import type { TesterNonces } from './account';

/** Nonces that were right until the peer handed out others, for testers that use them all the same. */
const replaced = new WeakMap<TesterNonces, Partial<TesterNonces>>();

export function replaceNonce(nonces: TesterNonces, side: keyof TesterNonces, nonce: Uint8Array): void {
  replaced.set(nonces, { ...replaced.get(nonces), [side]: nonces[side] });
  nonces[side] = nonce;
}

/** The nonce before the latest; the latest where there was none before. */
export function nonceBefore(nonces: TesterNonces, side: keyof TesterNonces): Uint8Array {
  return replaced.get(nonces)?.[side] ?? nonces[side];
}

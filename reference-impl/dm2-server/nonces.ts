import type { DigestProof } from '../dm2/received-credentials';
import type { DM2Server } from './dm2-server';
import { keepNewest } from './keep-newest';

/** A nonce may be used again, each time with a higher count. One that is not known was forgotten. @see RFC 7616 3.3, 3.4 */
export function judgeNonce(server: DM2Server, { nonce, nonceCount }: DigestProof): 'good' | 'stale' | 'used' {
  const used = server.nonces.get(nonce);
  if (used === undefined || !server.procedures.isNonceAlive(server, used.madeAt)) return 'stale';
  if (nonceCount <= used.count) return 'used';
  used.count = nonceCount;
  return 'good';
}

export function isNonceAlive({ config, ports }: DM2Server, madeAt: number): boolean {
  return ports.clock.now() - madeAt <= config.limits.nonceLife;
}

export function newNonce({ config, ports, nonces }: DM2Server): string {
  const nonce = ports.ids.next('n-');
  nonces.set(nonce, { madeAt: ports.clock.now(), count: 0 });
  keepNewest(nonces, config.limits.nonces);
  return nonce;
}

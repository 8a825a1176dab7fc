import type { DmGateway } from './dm-gateway';

/** A gateway on which nothing runs yet. */
export function createGateway(
  parts: Pick<DmGateway, 'config' | 'ports' | 'nodes' | 'procedures'>,
): DmGateway {
  return { ...parts, runs: [], tasks: new Map(), lastSigns: new Map(), nonces: new Map() };
}

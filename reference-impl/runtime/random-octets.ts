import type { Random } from './random';

/** Octets, each value equally likely; unguessable where the source is. */
export function randomOctets(random: Random, count: number): Uint8Array {
  return Uint8Array.from({ length: count }, () => random.below(256));
}

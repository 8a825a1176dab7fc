import { randomInt } from 'node:crypto';
import type { Random } from './random';

/** Randomness of the system. */
export const realRandom: Random = {
  below: (bound) => randomInt(bound),
};

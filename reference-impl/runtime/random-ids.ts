import { randomBytes } from 'node:crypto';
import type { Ids } from './ids';

/** Identifiers that nobody can guess: 128 bits from the system, hexadecimal. */
export const randomIds: Ids = {
  next: (prefix) => `${prefix}${randomBytes(16).toString('hex')}`,
};

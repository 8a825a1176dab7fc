import type { Ids } from './ids';

/** Identifiers that count up: equal runs get equal identifiers. */
export function countingIds(): Ids {
  let last = 0;
  return {
    next(prefix) {
      last += 1;
      return `${prefix}${last}`;
    },
  };
}

import type { Target } from './target';

/** The address by which people know a target, as far as it has one. */
export function addressOf({ cse, management }: Target): string | undefined {
  return cse.url ?? management?.address ?? management?.notification;
}

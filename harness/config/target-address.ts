import type { Target } from './target';

/** The address by which people know a target, as far as it has one: a path is none before its program is launched. */
export function addressOf({ cse, management }: Target): string | undefined {
  const candidates = [cse.url, management?.address, management?.notification];
  return candidates.find((address) => address !== undefined && !address.startsWith('/'));
}

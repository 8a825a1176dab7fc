import type { Target } from './target';

/** Whether a target is more than an application: an application alone has no address to send requests to. */
export function playsCse({ roles }: Pick<Target, 'roles'>): boolean {
  return roles.some((role) => role !== 'ae');
}

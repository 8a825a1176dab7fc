import type { Target } from './target';

const CSE_ROLES = ['group-hosting-cse', 'member-hosting-cse', 'session-cse'];

/** Whether a target has a CSE to send requests to: an application, for example, has none. */
export function playsCse({ roles }: Pick<Target, 'roles'>): boolean {
  return roles.some((role) => CSE_ROLES.includes(role));
}

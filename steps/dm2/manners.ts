import type { FlowproofWorld } from '../world';
import { CLIENT_MANNERS } from './manners-of-clients';
import { PUSH_MANNERS } from './manners-of-push-services';
import { REPOSITORY_MANNERS } from './manners-of-repositories';
import { SERVER_MANNERS } from './manners-of-servers';
import { meaningOf, patternOf, type Wording } from './wording';

/** How testers behave other than by the book, as `{agent} {manner}` says it. */

const MANNERS = {
  'the DM Server': SERVER_MANNERS,
  'the DM Client': CLIENT_MANNERS,
  'the Push Service': PUSH_MANNERS,
  'the repository': REPOSITORY_MANNERS,
} as const satisfies { readonly [agent: string]: readonly Wording<Script>[] };

/** Scripts a tester. */
export type Script = (world: FlowproofWorld) => void | Promise<void>;

export const MANNER_PATTERN = patternOf(Object.values(MANNERS).flat());

export function scriptOf(agent: string, manner: string): Script {
  const wordings = Object.entries(MANNERS).find(([name]) => name === agent)?.[1] ?? [];
  return meaningOf(wordings, manner);
}

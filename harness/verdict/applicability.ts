import { spokenBy } from '../config/documents';
import type { Target } from '../config/target';
import type { RequirementRow } from './catalogue';
import { icsFamily } from './ics-family';
import { readTags } from './scenario-tags';

/** Whether a scenario concerns a target: by the roles the target plays and by what it declares. */
export type Applicability =
  | { readonly verdict: 'applicable' }
  | { readonly verdict: 'NOT_APPLICABLE'; readonly reason: string }
  | { readonly verdict: 'ERROR'; readonly reason: string; readonly undeclared: readonly string[] };

/**
 * Decides by roles and ICS. An item that nobody declared is neither applicable nor skipped: the run must not start.
 * Without `rows` only the tags count.
 * @see docs/understand-a-failure.md
 */
export function applicability(
  tags: readonly string[],
  target: Target,
  rows: ReadonlyMap<string, RequirementRow> = new Map(),
): Applicability {
  const { roles, icsItems, requirements } = readTags(tags);
  if (roles.length > 0 && !roles.some((role) => target.roles.includes(role))) {
    return { verdict: 'NOT_APPLICABLE', reason: `the target does not play the role ${roles.join(' or ')}` };
  }
  const unspoken = unspokenBy(target, requirements);
  if (unspoken !== undefined) return { verdict: 'NOT_APPLICABLE', reason: unspoken };
  const items = [...new Set([...icsItems, ...requirements.flatMap((id) => rows.get(id)?.ics ?? [])])];
  const declined = items.flatMap(icsFamily).find((item) => target.ics[item] === false);
  if (declined !== undefined)
    return { verdict: 'NOT_APPLICABLE', reason: `ICS: ${declined} is declared false` };
  const undeclared = items.filter((item) => target.ics[item] === undefined);
  if (undeclared.length === 0) return { verdict: 'applicable' };
  return {
    verdict: 'ERROR',
    reason: `ICS: ${undeclared.join(', ')} is declared neither true nor false`,
    undeclared,
  };
}

/** One role can speak two protocols: of a target outside this process its file says which. */
function unspokenBy({ link, management, dm2 }: Target, requirements: readonly string[]): string | undefined {
  if (link === 'in-process') return undefined;
  const spoken = spokenBy(requirements);
  if (spoken === 'syncml' && management === undefined)
    return 'the target file describes nothing that speaks SyncML (management)';
  if (spoken === 'dm2' && dm2 === undefined)
    return 'the target file describes nothing that speaks DM 2.0 (dm2)';
  return undefined;
}

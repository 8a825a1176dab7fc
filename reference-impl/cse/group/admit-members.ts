import type { Attributes } from '../../../protocol/model/attribute-value';
import { isRefusal, type Refusal } from '../../../protocol/model/refusal';
import type { Cse } from '../cse';

export interface AdmittedMembers {
  readonly attributes: Attributes;
  /** Members that were admitted unseen, because their CSE could not be reached. */
  readonly unreachable: readonly string[];
}

/** Validates a member list and settles what becomes of the group. @see SOM 7.4.13.2.1 steps 1 to 3 */
export async function admitMembers(
  cse: Cse,
  originator: string | undefined,
  attributes: Attributes,
): Promise<AdmittedMembers | Refusal> {
  const { procedures } = cse;
  const validation = await procedures.validateMembers(cse, originator, attributes);
  const unreadable = procedures.checkMembersReadable(validation);
  if (unreadable !== undefined) return unreadable;
  const settled = procedures.applyConsistencyStrategy(attributes, validation);
  if (isRefusal(settled)) return settled;
  const unreachable = validation.filter(({ found }) => found.kind === 'unreachable');
  return { attributes: settled, unreachable: unreachable.map(({ memberID }) => memberID) };
}

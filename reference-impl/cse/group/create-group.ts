import type { Attributes } from '../../../protocol/model/attribute-value';
import { isRefusal, type Refusal } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { admitMembers } from './admit-members';
import {
  consistencyStrategyIn,
  memberIDsOf,
  memberTypeIn,
  somecastAlgorithmIn,
  withMemberIDs,
} from './group-attributes';
import { noteUnseenMembers } from './revalidate-members';

/** What is particular in creating a <group>. @see SOM 7.4.13.2.1 */
export async function createGroup(
  cse: Cse,
  request: RequestPrimitive,
  draft: Resource,
): Promise<Attributes | Refusal> {
  const { procedures } = cse;
  const given = withDefaults(draft.attributes);
  const refusal = procedures.checkSomecastAlgorithm(given) ?? procedures.checkMemberLimitOnCreate(given);
  if (refusal !== undefined) return refusal;
  const distinct = withMemberIDs(given, procedures.removeDuplicateMembers(cse, memberIDsOf(given)));
  const admitted = await admitMembers(cse, request.from, distinct);
  if (isRefusal(admitted)) return admitted;
  noteUnseenMembers(request, admitted.unreachable);
  return admitted.attributes;
}

/** @see SOM table 7.4.13.1-3 */
function withDefaults(attributes: Attributes): Attributes {
  return {
    ...attributes,
    memberType: memberTypeIn(attributes),
    consistencyStrategy: consistencyStrategyIn(attributes),
    somecastAlgorithm: somecastAlgorithmIn(attributes),
  };
}

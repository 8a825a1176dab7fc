import type { Attributes } from '../../../protocol/model/attribute-value';
import { isRefusal, type Refusal } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { admitMembers } from './admit-members';
import { memberIDsOf, withMemberIDs } from './group-attributes';
import { noteUnseenMembers } from './revalidate-members';

/**
 * What is particular in updating a <group>. Members are validated only where the request changes them.
 * @see SOM 7.4.13.2.3
 */
export async function updateGroup(
  cse: Cse,
  request: RequestPrimitive,
  current: Resource,
  attributes: Attributes,
): Promise<Attributes | Refusal> {
  const { procedures } = cse;
  const requested = request.content?.kind === 'resource' ? request.content.resource.attributes : {};
  const unsupported = procedures.checkSomecastAlgorithm(attributes);
  if (unsupported !== undefined) return unsupported;
  if (requested.memberIDs === undefined) {
    return procedures.checkMemberLimitOnUpdate(current, requested, attributes) ?? attributes;
  }

  const distinct = withMemberIDs(attributes, procedures.removeDuplicateMembers(cse, memberIDsOf(attributes)));
  // Before the members are asked: a list that is too long is not worth that many requests.
  const exceeded = procedures.checkMemberLimitOnUpdate(current, requested, distinct);
  if (exceeded !== undefined) return exceeded;
  const admitted = await admitMembers(cse, request.from, distinct);
  if (isRefusal(admitted)) return admitted;
  noteUnseenMembers(request, admitted.unreachable);
  return admitted.attributes;
}

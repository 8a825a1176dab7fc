import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { MemberType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { resourceTypeByNumber } from '../../../protocol/tables/onem2m/resource-types';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import type { FanOutRequest } from './fan-out-request';
import { memberTypeIn } from './group-attributes';

/**
 * A typed group knows beforehand what its members can take in. With a path behind `/fopt` another resource than the
 * member becomes the parent, and a member type that the tables do not know is left to the members. A subscription is
 * no exception here: the fan-out point has one code for all types, whatever the members would have said.
 * @see SOM 7.4.14.2.1
 */
export function checkChildResourceType(
  cse: Cse,
  { request, group, suffix }: FanOutRequest,
): Refusal | undefined {
  const memberType = memberTypeIn(group.attributes);
  if (request.operation !== 'create' || suffix !== '' || memberType === MemberType.mixed) return undefined;
  if (request.resourceType === undefined || resourceTypeByNumber(memberType) === undefined) return undefined;
  const members = { ...group, resourceType: memberType };
  const inconsistent = cse.procedures.checkChildType(cse, members, request.resourceType);
  return inconsistent && refuse(RSC.INVALID_CHILD_RESOURCE_TYPE, inconsistent.reason, 'SOM 7.4.14.2.1');
}

import type { Refusal } from '../../../protocol/model/refusal';
import { MemberType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { resourceTypeByNumber } from '../../../protocol/tables/onem2m/resource-types';
import type { Cse } from '../cse';
import type { FanOutRequest } from './fan-out-request';
import { memberTypeIn } from './group-attributes';

/**
 * A typed group knows beforehand what its members can take in. With a path behind `/fopt` another resource than the
 * member becomes the parent, and a member type that the tables do not know is left to the members.
 * @see SOM 7.4.14.2.1
 */
export function checkChildResourceType(
  cse: Cse,
  { request, group, suffix }: FanOutRequest,
): Refusal | undefined {
  const memberType = memberTypeIn(group.attributes);
  if (request.operation !== 'create' || suffix !== '' || memberType === MemberType.mixed) return undefined;
  if (request.resourceType === undefined || resourceTypeByNumber(memberType) === undefined) return undefined;
  return cse.procedures.checkChildType(cse, { ...group, resourceType: memberType }, request.resourceType);
}

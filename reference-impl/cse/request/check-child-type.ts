import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { resourceTypeByNumber } from '../../../protocol/tables/onem2m/resource-types';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import type { Resource } from '../resource';

/** Whether the tables let this parent have such children. @see TS-0004 7.3.3.3, TS-0001 9.6 */
export function checkChildType(_cse: Cse, parent: Resource, resourceType: number): Refusal | undefined {
  const parentName = resourceTypeByNumber(parent.resourceType)?.name ?? '';
  const child = resourceTypeByNumber(resourceType);
  if (child?.parents.includes(parentName)) return undefined;
  const status =
    resourceType === ResourceType.subscription
      ? RSC.TARGET_NOT_SUBSCRIBABLE
      : RSC.INVALID_CHILD_RESOURCE_TYPE;
  const reason = `A ${child?.name ?? resourceType} cannot be a child of a ${parentName}.`;
  return refuse(status, reason, 'TS-0004 7.3.3.3, 7.4.8.2.1');
}

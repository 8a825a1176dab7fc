import type { CreateGroupIntent } from '../../protocol/model/application-intent';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import type { Ae } from './ae';
import type { Wish } from './procedures';

/** Members that a group has room for at the least, so that others can be put into it later. */
const ROOM = 100;

/** @see SOM 7.4.13.2.1 Originator */
export function createGroup({ procedures }: Ae, intent: CreateGroupIntent): Wish {
  const memberIDs = procedures.memberIDs(intent);
  const memberType = procedures.memberType(intent.kinds);
  const specializationType = procedures.specializationType(intent.kinds);
  const attributes = {
    resourceName: intent.name,
    memberIDs,
    maxNrOfMembers: Math.max(memberIDs.length, ROOM),
    ...(memberType === undefined ? {} : { memberType }),
    ...(specializationType === undefined ? {} : { specializationType }),
  };
  return {
    operation: 'create',
    to: intent.parent,
    resourceType: ResourceType.group,
    content: { kind: 'resource', resource: { element: 'm2m:grp', attributes } },
  };
}

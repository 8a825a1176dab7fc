import type { Attributes } from '../../../protocol/model/attribute-value';
import { appendPath } from '../../../protocol/model/identifier';
import { formatTimestamp } from '../../../protocol/model/timestamp';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { resourceTypeByNumber } from '../../../protocol/tables/onem2m/resource-types';
import type { Cse } from '../cse';
import { addressOf } from '../request/address-of';
import type { Resource } from '../resource';

const SESSION_TYPES: readonly number[] = [
  ResourceType.sessions,
  ResourceType.session,
  ResourceType.sessionEndpoint,
  ResourceType.nextHop,
  ResourceType.sessionPolicy,
  ResourceType.sessionContext,
];

export function isSessionType(resourceType: number): boolean {
  return SESSION_TYPES.includes(resourceType);
}

/** What a resource is that this CSE makes by itself. */
export interface OwnResource {
  readonly resourceType: number;
  readonly resourceID: string;
  readonly resourceName: string;
  readonly createdBy: string;
}

/** A resource with its universal attributes; nothing is stored. */
export function ownResource(cse: Cse, parent: Resource, own: OwnResource, attributes: Attributes): Resource {
  const { resourceType, resourceID, resourceName } = own;
  const now = formatTimestamp(cse.ports.clock.now());
  return {
    ...own,
    parentID: parent.resourceID,
    element: resourceTypeByNumber(resourceType)?.element ?? '',
    attributes: {
      resourceType,
      resourceID,
      resourceName,
      parentID: parent.resourceID,
      creationTime: now,
      lastModifiedTime: now,
      ...attributes,
    },
  };
}

/** The SP-relative structured address of a resource of this CSE. */
export function addressFromOutside(cse: Cse, resource: Resource): string {
  return appendPath(cse.config.cseID, addressOf(cse, resource));
}

import type { Attributes, AttributeValue } from '../../../protocol/model/attribute-value';
import type { SessionEndpoint } from '../../../protocol/model/session-event';
import { isRecord } from '../attribute-reading';
import type { Cse } from '../cse';
import { destinationOf } from '../destination';
import { originatorOutside } from '../originator';
import type { Resource } from '../resource';
import { applicationHere } from './application-here';
import { addressFromOutside } from './session-resource';

/** An endpoint as it stands in an attribute; `undefined` where it does not even say who it is. */
export function endpointFrom(value: AttributeValue | undefined): SessionEndpoint | undefined {
  if (!isRecord(value)) return undefined;
  const { endpointID, endpointAddress, notificationURI, description } = value;
  if (typeof endpointID !== 'string') return undefined;
  return {
    endpointID,
    ...(typeof endpointAddress === 'string' && { endpointAddress }),
    ...(typeof notificationURI === 'string' && { notificationURI }),
    ...(typeof description === 'string' && { description }),
  };
}

/** What others learn of it: where it is told of the session is for its own registrar only. */
export function publicEndpoint({ notificationURI: _own, ...others }: SessionEndpoint): SessionEndpoint {
  return others;
}

/** An application of this CSE, with what it says of itself. @see SES 1 step 11 */
export function endpointOf(
  cse: Cse,
  application: Resource,
  given: Pick<SessionEndpoint, 'notificationURI' | 'description'>,
): SessionEndpoint {
  const { notificationURI, description } = given;
  return {
    endpointID: originatorOutside(cse.config, application.resourceID),
    endpointAddress: addressFromOutside(cse, application),
    ...(notificationURI !== undefined && { notificationURI }),
    ...(description !== undefined && { description }),
  };
}

/**
 * Whether an endpoint would be an application of this CSE. A neighbour does not say so of one that it speaks for: what
 * the others of the session may do with it, that one has not agreed to.
 */
export function isOfThisCse(cse: Cse, { endpointID }: SessionEndpoint): boolean {
  if (applicationHere(cse, endpointID) !== undefined) return true;
  return destinationOf(cse.config, endpointID).kind === 'here';
}

export function attributeOf(endpoint: SessionEndpoint): Attributes {
  return { ...endpoint };
}

import type { Attributes, AttributeValue } from '../../../protocol/model/attribute-value';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { RequestDraft } from '../originator';

/** Requests about sessions as the profile has them. @see docs/profiles/service-sessions.md */

export function subscriptionTo(application: string, notificationURI: string): RequestDraft {
  const attributes = { notificationURI: [notificationURI], notificationContentType: 1 };
  return creation(`${application}/sessions/subscriptions`, ResourceType.subscription, 'm2m:sub', attributes);
}

/** `collection`: whose `sessions` it goes to. */
export function establishmentIn(collection: string, attributes: Attributes): RequestDraft {
  return creation(`${collection}/sessions`, ResourceType.session, 'fp:ses', attributes);
}

export function policyOn(session: string, attributes: Attributes): RequestDraft {
  return creation(`${session}/sessionPolicies`, ResourceType.sessionPolicy, 'fp:spo', attributes);
}

export function policyDeletion(session: string, resourceName: string): RequestDraft {
  return { operation: 'delete', to: `${session}/sessionPolicies/${resourceName}` };
}

export function updateIn(
  container: string,
  sessionID: AttributeValue | undefined,
  protectedData: AttributeValue | undefined,
): RequestDraft {
  const attributes = {
    ...(sessionID !== undefined && { sessionID }),
    ...(protectedData !== undefined && { protectedData }),
  };
  return {
    operation: 'update',
    to: container,
    content: { kind: 'resource', resource: { element: 'm2m:cnt', attributes } },
  };
}

export function discoveryOn(base: string): RequestDraft {
  return {
    operation: 'retrieve',
    to: base,
    filterCriteria: { filterUsage: 1, resourceType: [ResourceType.AE], labels: ['service-sessions'] },
  };
}

function creation(to: string, resourceType: number, element: string, attributes: Attributes): RequestDraft {
  return {
    operation: 'create',
    to,
    resourceType,
    content: { kind: 'resource', resource: { element, attributes } },
  };
}

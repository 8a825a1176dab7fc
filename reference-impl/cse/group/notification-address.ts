import type { Attributes } from '../../../protocol/model/attribute-value';
import { formatAddress } from '../../../protocol/model/identifier';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { Cse } from '../cse';
import type { FanOutRequest, IdentifiedFanOutRequest } from './fan-out-request';
import { perCse } from './per-cse';

/** Where notifications of a group's subscriptions are gathered, and for whom. */
export interface NotificationAddress {
  readonly name: string;
  readonly groupID: string;
  readonly forwardingURI: string;
}

/** By the name that follows `/fopt`. One group has one for each notificationForwardingURI. */
const addresses = perCse(() => new Map<string, NotificationAddress>());

/**
 * A subscription that asks for forwarding gets an address of this CSE as notificationURI, below the fan-out point, and
 * the group as groupID; any other request passes unchanged. @see SOM 7.4.14.2.3, TS-0001 10.2.7.10
 */
export function assignNotificationURI(
  cse: Cse,
  identified: IdentifiedFanOutRequest,
): IdentifiedFanOutRequest {
  const { request, group } = identified;
  const { content } = request;
  if (request.operation !== 'create' || request.resourceType !== ResourceType.subscription) return identified;
  const subscription = content?.kind === 'resource' ? content.resource : undefined;
  const forwardingURI = subscription?.attributes.notificationForwardingURI;
  if (subscription === undefined || typeof forwardingURI !== 'string') return identified;

  const { name } = addressFor(cse, group.resourceID, forwardingURI);
  const attributes: Attributes = {
    ...subscription.attributes,
    notificationURI: [spRelativeHere(cse, [group.resourceID, 'fopt', name])],
    groupID: spRelativeHere(cse, [group.resourceID]),
  };
  const resource = { ...subscription, attributes };
  return { ...identified, request: { ...request, content: { kind: 'resource', resource } } };
}

/** The address that a request came to, if it is one that was assigned. */
export function notificationAddress(
  cse: Cse,
  { group, suffix }: FanOutRequest,
): NotificationAddress | undefined {
  const address = addresses(cse).get(suffix);
  return address?.groupID === group.resourceID ? address : undefined;
}

export function forgetNotificationAddresses(cse: Cse, groupID: string): void {
  const known = addresses(cse);
  for (const { name, groupID: owner } of [...known.values()]) if (owner === groupID) known.delete(name);
}

function addressFor(cse: Cse, groupID: string, forwardingURI: string): NotificationAddress {
  const known = addresses(cse);
  for (const address of known.values()) {
    if (address.groupID === groupID && address.forwardingURI === forwardingURI) return address;
  }
  const address = { name: cse.ports.ids.next('agn'), groupID, forwardingURI };
  known.set(address.name, address);
  return address;
}

function spRelativeHere(cse: Cse, segments: readonly string[]): string {
  return formatAddress({ cse: cse.config.cseID.replace(/^\/+/, ''), segments });
}

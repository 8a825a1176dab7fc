import type { AttributeValue } from '../../../protocol/model/attribute-value';
import type { PrimitiveContent } from '../../../protocol/model/primitive-content';
import { NotificationContentType, NotificationEventType } from '../../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { resourceTypeByElement } from '../../../protocol/tables/onem2m/resource-types';
import { isRecord, numberList, numberOf, textList } from '../attribute-reading';
import type { Cse } from '../cse';
import { isExpired } from '../is-expired';
import { removeTree } from '../remove-tree';
import type { Resource } from '../resource';
import type { ResourceEvent } from './resource-event';
import { representationOf } from './result-content';
import { sendNotification } from './send-notification';

const EVENT_TYPE: { readonly [type in ResourceEvent['type']]: number } = {
  update: NotificationEventType.updateOfResource,
  delete: NotificationEventType.deleteOfResource,
  childCreate: NotificationEventType.createOfDirectChildResource,
  childDelete: NotificationEventType.deleteOfDirectChildResource,
};

/** Tells every subscriber whose criteria an event meets. Nobody waits for it, and it never rejects. @see TS-0004 7.5.1.2.2 */
export async function notifySubscribers(cse: Cse, event: ResourceEvent): Promise<void> {
  try {
    const interested = subscriptionsTo(cse, event).filter((subscription) =>
      meetsCriteria(subscription, event),
    );
    await Promise.all(interested.map((subscription) => notifyOne(cse, subscription, event)));
  } catch {
    // A subscription that cannot be served must not disturb the operation that it watches.
  }
}

function subscriptionsTo(cse: Cse, event: ResourceEvent): readonly Resource[] {
  if (event.type === 'delete') return event.subscriptions;
  const watched = 'child' in event ? event.child.resourceID : undefined;
  return cse.store
    .childrenOf(event.subject.resourceID, ResourceType.subscription)
    .filter((child) => child.resourceID !== watched && !isExpired(cse, child));
}

/** Without criteria a subscription is about updates. @see TS-0001 table 9.6.8-3 */
function meetsCriteria(subscription: Resource, event: ResourceEvent): boolean {
  const given = subscription.attributes.eventNotificationCriteria;
  const criteria = isRecord(given) ? given : {};
  const types = numberList(criteria.notificationEventType);
  const wanted = types.length === 0 ? [NotificationEventType.updateOfResource] : types;
  if (!wanted.some((type) => type === EVENT_TYPE[event.type])) return false;
  if (event.type === 'update') return meetsAttributes(event, criteria.attribute);
  if (event.type === 'delete') return true;
  const childTypes = numberList(criteria.childResourceType);
  return childTypes.length === 0 || childTypes.includes(event.child.resourceType);
}

/** Attributes may be named long or short. */
function meetsAttributes(
  event: ResourceEvent & { type: 'update' },
  wanted: AttributeValue | undefined,
): boolean {
  const names = textList(wanted);
  if (names.length === 0) return true;
  const rows = resourceTypeByElement(event.subject.element)?.attributes ?? [];
  return names.some((name) => {
    const longName = rows.find(({ short }) => short === name)?.name ?? name;
    return event.changed[longName] !== undefined;
  });
}

async function notifyOne(cse: Cse, subscription: Resource, event: ResourceEvent): Promise<void> {
  const { attributes, resourceID } = subscription;
  const forwardingURI = attributes.notificationForwardingURI;
  const notification = {
    event: { representation: contentOf(cse, subscription, event), type: EVENT_TYPE[event.type] },
    subscriptionReference: `${cse.config.cseID}/${resourceID}`,
    ...(typeof forwardingURI === 'string' && { notificationForwardingURI: forwardingURI }),
  };
  countDown(cse, subscription);
  await Promise.all(
    textList(attributes.notificationURI).map((target) => sendNotification(cse, target, notification)),
  );
}

/** @see TS-0004 6.3.4.2.31 */
function contentOf(cse: Cse, subscription: Resource, event: ResourceEvent): PrimitiveContent {
  const concerned = 'child' in event ? event.child : event.subject;
  switch (numberOf(subscription.attributes.notificationContentType)) {
    case NotificationContentType.resourceID:
      return { kind: 'uri', uri: `${cse.config.cseID}/${concerned.resourceID}` };
    case NotificationContentType.modifiedAttributes: {
      const attributes = event.type === 'update' ? event.changed : concerned.attributes;
      return { kind: 'resource', resource: representationOf(concerned, attributes) };
    }
    default:
      return { kind: 'resource', resource: representationOf(concerned) };
  }
}

/** A subscription ends with the last notification that its expirationCounter allows. @see TS-0001 table 9.6.8-2 */
function countDown(cse: Cse, { resourceID }: Resource): void {
  const subscription = cse.store.get(resourceID);
  const left = numberOf(subscription?.attributes.expirationCounter);
  if (subscription === undefined || left === undefined) return;
  if (left <= 1) {
    removeTree(cse, subscription);
    return;
  }
  const attributes = { ...subscription.attributes, expirationCounter: left - 1 };
  cse.store.put({ ...subscription, attributes });
}

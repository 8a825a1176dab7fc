import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { textList } from '../attribute-reading';
import type { Cse } from '../cse';
import { isExpired } from '../is-expired';
import type { Resource } from '../resource';
import { collectionOf } from './sessions-collection';

/** The subscription by which an application is told of its sessions. @see SES 1 steps 3 and 4 */
export function firstSubscription(cse: Cse, application: Resource): Resource | undefined {
  const collection = collectionOf(cse, application);
  if (collection === undefined) return undefined;
  return cse.store
    .childrenOf(collection.resourceID, ResourceType.subscription)
    .find((subscription) => !isExpired(cse, subscription));
}

/** Where it is told. */
export function subscribedURI(subscription: Resource | undefined): string | undefined {
  return textList(subscription?.attributes.notificationURI)[0];
}

import type { Attributes } from '../../../protocol/model/attribute-value';
import type { Resource } from '../resource';

/** What happened to a resource that others may have subscribed to; `type` is notificationEventType. @see TS-0004 6.3.4.2.19 */
export type ResourceEvent =
  | { readonly type: 'update'; readonly subject: Resource; readonly changed: Attributes }
  | { readonly type: 'delete'; readonly subject: Resource; readonly subscriptions: readonly Resource[] }
  | { readonly type: 'childCreate' | 'childDelete'; readonly subject: Resource; readonly child: Resource };

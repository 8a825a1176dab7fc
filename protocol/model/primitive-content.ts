import type { AttributeValue } from './attribute-value';
import type { Notification } from './notification';
import type { Representation } from './representation';
import type { ResponsePrimitive } from './response-primitive';
import type { SessionEvent } from './session-event';

/** A reference to a child resource. @see TS-0004 6.3.5.29 */
export interface ResourceReference {
  readonly uri: string;
  readonly name?: string;
  readonly type?: number;
}

/** The Content parameter: exactly one member, told apart by `kind`. @see TS-0004 7.5.2 */
export type PrimitiveContent =
  | { readonly kind: 'resource'; readonly resource: Representation }
  | {
      /** m2m:agr: one response per member, each naming its member in `from`. @see TS-0004 6.3.5.33 */
      readonly kind: 'aggregatedResponse';
      readonly responses: readonly ResponsePrimitive[];
      readonly resourceID?: string;
    }
  | { readonly kind: 'response'; readonly response: ResponsePrimitive }
  | { readonly kind: 'notification'; readonly notification: Notification }
  | { readonly kind: 'aggregatedNotification'; readonly notifications: readonly Notification[] }
  | { readonly kind: 'resourceAndAddress'; readonly uri: string; readonly resource: Representation }
  | { readonly kind: 'uri'; readonly uri: string }
  | { readonly kind: 'uriList'; readonly uris: readonly string[] }
  | { readonly kind: 'references'; readonly references: readonly ResourceReference[] }
  | { readonly kind: 'attributeList'; readonly names: readonly string[] }
  | { readonly kind: 'debug'; readonly text: string }
  | { readonly kind: 'sessionEvent'; readonly event: SessionEvent }
  | { readonly kind: 'other'; readonly element: string; readonly value: AttributeValue };

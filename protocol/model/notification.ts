import type { PrimitiveContent } from './primitive-content';

/** m2m:sgn, what a subscription sends. @see TS-0004 6.3.5.13 */
export interface Notification {
  readonly event?: {
    readonly representation?: PrimitiveContent;
    /** notificationEventType, 1 to 8. @see TS-0004 6.3.4.2.19 */
    readonly type?: number;
  };
  readonly verificationRequest?: boolean;
  readonly subscriptionDeletion?: boolean;
  readonly subscriptionReference?: string;
  readonly creator?: string;
  readonly notificationForwardingURI?: string;
}

/**
 * The attributes of a subscription.
 * @see TS-0004 tables 7.4.8.1-2 and 7.4.8.1-3
 */
import { cited, inherited, OPTIONAL, REQUIRED, WRITE_ONCE } from '../attribute-rows';
import { BATCH_NOTIFY, RATE_LIMIT } from '../complex-types';
import {
  ANY_URI,
  BOOLEAN,
  EVENT_CAT,
  LIST_OF_URIS,
  listOf,
  NOTIFICATION_CONTENT_TYPE,
  PENDING_NOTIFICATION,
  POSITIVE_INTEGER,
} from '../data-types';
import { EVENT_NOTIFICATION_CRITERIA } from '../filter-criteria';
import type { AttributeRow } from '../rows';
import { CREATOR } from '../universal-attributes';

const NEVER_ANNOUNCED = ['announceTo', 'announcedAttribute'];

export const SUBSCRIPTION_ATTRIBUTES: readonly AttributeRow[] = [
  ...inherited('TS-0004 table 7.4.8.1-2', NEVER_ANNOUNCED),
  ...cited('TS-0004 table 7.4.8.1-3', [
    { name: 'eventNotificationCriteria', short: 'enc', type: EVENT_NOTIFICATION_CRITERIA, ...OPTIONAL },
    { name: 'expirationCounter', short: 'exc', type: POSITIVE_INTEGER, ...OPTIONAL },
    { name: 'notificationURI', short: 'nu', type: listOf(ANY_URI), ...REQUIRED },
    { name: 'groupID', short: 'gpi', type: ANY_URI, ...OPTIONAL },
    { name: 'notificationForwardingURI', short: 'nfu', type: ANY_URI, ...OPTIONAL },
    { name: 'batchNotify', short: 'bn', type: BATCH_NOTIFY, ...OPTIONAL },
    { name: 'rateLimit', short: 'rl', type: RATE_LIMIT, ...OPTIONAL },
    { name: 'preSubscriptionNotify', short: 'psn', type: POSITIVE_INTEGER, ...WRITE_ONCE },
    { name: 'pendingNotification', short: 'pn', type: PENDING_NOTIFICATION, ...OPTIONAL },
    { name: 'notificationStoragePriority', short: 'nsp', type: POSITIVE_INTEGER, ...OPTIONAL },
    { name: 'latestNotify', short: 'ln', type: BOOLEAN, ...OPTIONAL },
    { name: 'notificationContentType', short: 'nct', type: NOTIFICATION_CONTENT_TYPE, ...OPTIONAL },
    { name: 'notificationEventCat', short: 'nec', type: EVENT_CAT, ...OPTIONAL },
  ]),
  ...cited('TS-0004 table 7.4.8.1-2', [CREATOR]),
  ...cited('TS-0004 table 7.4.8.1-3', [
    { name: 'subscriberURI', short: 'su', type: ANY_URI, ...WRITE_ONCE },
    { name: 'associatedCrossResourceSub', short: 'acrs', type: LIST_OF_URIS, ...OPTIONAL },
  ]),
];

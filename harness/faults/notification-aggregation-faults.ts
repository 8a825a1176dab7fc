import type { AttributeValue } from '../../protocol/model/attribute-value';
import type { PrimitiveContent } from '../../protocol/model/primitive-content';
import { isRecord, numberOf, textList } from '../../reference-impl/cse/attribute-reading';
import { memberIDsOf } from '../../reference-impl/cse/group/group-attributes';
import { hostingCseID } from '../../reference-impl/cse/group/member-key';
import type { Fault } from './fault';
import { withAttributes } from './groups-as-created';

/** Deviations in the subscriptions made through a fan-out point and in passing notifications on. @see SOM 7.4.14.2.3 */
export const NOTIFICATION_AGGREGATION_FAULTS: readonly Fault[] = [
  {
    name: 'notification-uri-not-replaced',
    description: 'Leaves notificationURI as it came.',
    catches: ['With a notificationForwardingURI the members are told to notify the CSE'],
    apply: (procedures) => ({ ...procedures, assignNotificationURI: (_cse, fanOut) => fanOut }),
  },
  {
    name: 'notification-uri-always-replaced',
    description: 'Replaces notificationURI without a notificationForwardingURI too.',
    catches: ['Without a notificationForwardingURI the subscription goes to the members as it came'],
    apply: (procedures) => ({
      ...procedures,
      assignNotificationURI(cse, fanOut) {
        const request = { ...fanOut.request, ...forwarded(fanOut.request.content) };
        return procedures.assignNotificationURI(cse, { ...fanOut, request });
      },
    }),
  },
  {
    name: 'notifications-passed-on-singly',
    description: 'Passes gathered notifications on one by one.',
    catches: ['Two notifications of the members become one aggregate of two'],
    apply: (procedures) => ({
      ...procedures,
      sendAggregatedNotification(cse, forwardingURI, notifications) {
        for (const notification of notifications) {
          procedures.sendAggregatedNotification(cse, forwardingURI, [notification]);
        }
      },
    }),
  },
  {
    name: 'notifications-not-passed-on',
    description: 'Acknowledges the notifications of the members and forgets them.',
    catches: [
      'Two notifications of the members become one aggregate of two',
      'Fewer notifications than the number are passed on when the duration is over',
    ],
    apply: (procedures) => ({ ...procedures, sendAggregatedNotification: () => {} }),
  },
  {
    name: 'aggregation-duration-ignored',
    description: 'Passes notifications on only when the number of notifyAggregation is reached.',
    catches: ['Fewer notifications than the number are passed on when the duration is over'],
    apply(procedures) {
      let wanted = 0;
      return {
        ...procedures,
        receiveMemberNotification(cse, fanOut) {
          wanted = numberIn(fanOut.group.attributes.notifyAggregation) ?? wanted;
          return procedures.receiveMemberNotification(cse, fanOut);
        },
        sendAggregatedNotification(cse, forwardingURI, notifications) {
          if (notifications.length < wanted) return;
          procedures.sendAggregatedNotification(cse, forwardingURI, notifications);
        },
      };
    },
  },
  {
    name: 'aggregation-number-ignored',
    description: 'Passes each notification on at once.',
    catches: [
      'Before the number and the duration are reached nothing is passed on',
      'Two notifications of the members become one aggregate of two',
    ],
    apply: (procedures) => ({
      ...procedures,
      receiveMemberNotification: (cse, fanOut) =>
        procedures.receiveMemberNotification(cse, {
          ...fanOut,
          group: withAttributes(fanOut.group, { notifyAggregation: { number: 1 } }),
        }),
    }),
  },
  {
    name: 'notifications-of-strangers-taken',
    description: 'Takes notifications from anyone as if they came from the CSE of the first member.',
    catches: ['A notification from someone who is not a member is not passed on'],
    apply: (procedures) => ({
      ...procedures,
      receiveMemberNotification(cse, fanOut) {
        const [first = ''] = memberIDsOf(fanOut.group.attributes);
        const from = hostingCseID(cse, first) ?? cse.config.cseID;
        return procedures.receiveMemberNotification(cse, { ...fanOut, request: { ...fanOut.request, from } });
      },
    }),
  },
];

/** A subscription whose notifications are to be forwarded to where they would have gone. */
function forwarded(content: PrimitiveContent | undefined): { readonly content?: PrimitiveContent } {
  if (content?.kind !== 'resource') return {};
  const { resource } = content;
  const [notificationForwardingURI] = textList(resource.attributes.notificationURI);
  if (notificationForwardingURI === undefined) return {};
  const attributes = { notificationForwardingURI, ...resource.attributes };
  return { content: { kind: 'resource', resource: { ...resource, attributes } } };
}

function numberIn(notifyAggregation: AttributeValue | undefined): number | undefined {
  return isRecord(notifyAggregation) ? numberOf(notifyAggregation.number) : undefined;
}

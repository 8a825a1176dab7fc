import type { Notification } from '../../../protocol/model/notification';
import type { PrimitiveContent } from '../../../protocol/model/primitive-content';
import { refuse } from '../../../protocol/model/refusal';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { isRecord, numberOf } from '../attribute-reading';
import type { Cse } from '../cse';
import { canonicalOriginator } from '../originator';
import type { Resource } from '../resource';
import { refused, respond } from '../response';
import { parseDuration } from './duration';
import type { FanOutRequest } from './fan-out-request';
import { memberIDsOf } from './group-attributes';
import { hostingCseID } from './member-key';
import { type NotificationAddress, notificationAddress } from './notification-address';
import { perCse } from './per-cse';
import { releaseOf } from './release';

/** Notifications that wait at one address, and how to call off the end of their waiting. */
interface Batch {
  readonly groupID: string;
  readonly notifications: Notification[];
  readonly callOff: () => void;
}

const batches = perCse(() => new Map<string, Batch>());

/**
 * Takes in a notification that came to an address this CSE has assigned, and passes it on with others of the same
 * notificationForwardingURI: when notifyAggregation's number is reached or its duration has passed since the first.
 * A verification request is answered and not passed on. @see SOM 7.4.14.2.3, TS-0001 10.2.7.11
 */
export function receiveMemberNotification(cse: Cse, fanOut: FanOutRequest): ResponsePrimitive | undefined {
  const { request, group } = fanOut;
  const address = request.operation === 'notify' ? notificationAddress(cse, fanOut) : undefined;
  if (address === undefined) return undefined;
  if (!hostsMember(cse, group, request.from ?? '')) {
    const reason = `${request.from} hosts no member of ${group.resourceName}.`;
    return refused(request, refuse(RSC.ORIGINATOR_HAS_NO_PRIVILEGE, reason, 'TS-0001 10.2.7.11'));
  }
  const notifications = notificationsIn(request.content);
  if (notifications.length === 0) {
    return refused(request, refuse(RSC.BAD_REQUEST, 'There is no notification in the content.'));
  }
  const events = notifications.filter(({ verificationRequest }) => verificationRequest !== true);
  if (events.length > 0) gather(cse, group, address, events);
  return respond(request, RSC.OK);
}

/** @see TS-0004 7.5.1.2.6 */
export function sendAggregatedNotification(
  cse: Cse,
  forwardingURI: string,
  notifications: readonly Notification[],
): void {
  void cse.send({
    operation: 'notify',
    to: forwardingURI,
    from: cse.config.cseID,
    requestIdentifier: cse.ports.ids.next('rqi'),
    releaseVersionIndicator: releaseOf(cse),
    content: { kind: 'aggregatedNotification', notifications },
  });
}

/** Drops what waits for a group that is gone. */
export function forgetNotifications(cse: Cse, groupID: string): void {
  for (const [name, batch] of [...batches(cse)]) {
    if (batch.groupID !== groupID) continue;
    batch.callOff();
    batches(cse).delete(name);
  }
}

function gather(
  cse: Cse,
  group: Resource,
  address: NotificationAddress,
  notifications: readonly Notification[],
): void {
  const { number, duration } = limitsOf(cse, group);
  const send = (): void => {
    const due = batches(cse).get(address.name);
    if (due === undefined) return;
    due.callOff();
    batches(cse).delete(address.name);
    cse.procedures.sendAggregatedNotification(cse, address.forwardingURI, due.notifications);
  };
  const batch = batches(cse).get(address.name) ?? {
    groupID: group.resourceID,
    notifications: [],
    callOff: cse.ports.clock.after(duration, send),
  };
  batches(cse).set(address.name, batch);
  batch.notifications.push(...notifications);
  if (batch.notifications.length >= number) send();
}

/** notifyAggregation; without a number as many as there are members, and no longer than this CSE's policy. */
function limitsOf(cse: Cse, group: Resource): { readonly number: number; readonly duration: number } {
  const given = group.attributes.notifyAggregation;
  const { number, duration } = isRecord(given) ? given : {};
  const longest = cse.config.aggregationDuration;
  const asked = typeof duration === 'string' ? parseDuration(duration) : undefined;
  return {
    number: numberOf(number) ?? memberIDsOf(group.attributes).length,
    duration: Math.min(asked ?? longest, longest),
  };
}

function notificationsIn(content: PrimitiveContent | undefined): readonly Notification[] {
  if (content?.kind === 'notification') return [content.notification];
  return content?.kind === 'aggregatedNotification' ? content.notifications : [];
}

function hostsMember(cse: Cse, group: Resource, from: string): boolean {
  const sender = canonicalOriginator(cse.config, from);
  return memberIDsOf(group.attributes).some((memberID) => hostingCseID(cse, memberID) === sender);
}

import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { SessionEvent } from '../../../protocol/model/session-event';
import { SessionEventType } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Ae } from '../ae';

/** Answers every message about a session, known or not. @see SES 1 step 13, 2 step 19, 3 step 6 */
export function receiveSessionEvent(
  ae: Ae,
  { requestIdentifier }: RequestPrimitive,
  event: SessionEvent,
): ResponsePrimitive {
  const { procedures } = ae;
  if (event.type === SessionEventType.establishment) {
    return { ...procedures.answerInvitation(ae, event), requestIdentifier };
  }
  if (event.type === SessionEventType.termination) procedures.forgetSession(ae, event.sessionID);
  else procedures.readAfterUpdate(ae, event);
  return { responseStatusCode: RSC.OK, requestIdentifier };
}

/** What a message about a session says; `undefined` where it is about something else. */
export function sessionEventIn({ content }: RequestPrimitive): SessionEvent | undefined {
  const representation =
    content?.kind === 'notification' ? content.notification.event?.representation : undefined;
  return representation?.kind === 'sessionEvent' ? representation.event : undefined;
}

import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Ae } from './ae';
import { sessionEventIn } from './session/receive-session-event';

/** The application at its point of access: it is there to be notified, and hosts nothing. @see TS-0001 8.1.2 */
export function handle(ae: Ae, request: RequestPrimitive): ResponsePrimitive {
  const { requestIdentifier, releaseVersionIndicator } = request;
  const response =
    request.operation === 'notify'
      ? receive(ae, request)
      : { responseStatusCode: RSC.OPERATION_NOT_ALLOWED, requestIdentifier };
  return {
    from: ae.originator,
    ...(releaseVersionIndicator !== undefined && { releaseVersionIndicator }),
    ...response,
  };
}

function receive(ae: Ae, message: RequestPrimitive): ResponsePrimitive {
  const event = sessionEventIn(message);
  return event === undefined
    ? ae.procedures.receiveMessage(ae, message)
    : ae.procedures.receiveSessionEvent(ae, message, event);
}

import type { PrimitiveContent } from '../../protocol/model/primitive-content';
import type { Refusal } from '../../protocol/model/refusal';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';

/** The response to `request`: same request identifier, same release. @see TS-0004 7.3.3.1 */
export function respond(
  request: RequestPrimitive,
  status: number,
  content?: PrimitiveContent,
): ResponsePrimitive {
  return {
    responseStatusCode: status,
    requestIdentifier: request.requestIdentifier,
    ...(request.releaseVersionIndicator !== undefined && {
      releaseVersionIndicator: request.releaseVersionIndicator,
    }),
    ...(content !== undefined && { content }),
  };
}

/** A refusal as a response; the reason travels as debug information. @see TS-0004 7.2.1.2 */
export function refused(request: RequestPrimitive, refusal: Refusal): ResponsePrimitive {
  return respond(request, refusal.status, { kind: 'debug', text: refusal.reason });
}

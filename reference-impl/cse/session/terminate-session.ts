import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { respond } from '../response';
import { deadlineOf } from './deadline';
import { isEstablished } from './session-state';

/**
 * DELETE of a session. Whatever the others answer, it is ended here. One that is being ended already is not ended
 * twice: neighbours that tell each other of it at the same time would wait for each other. @see SES 3
 */
export async function terminateSession(
  cse: Cse,
  request: RequestPrimitive,
  session: Resource,
): Promise<ResponsePrimitive> {
  if (isEstablished(session)) {
    await cse.procedures.endSession(cse, session, request.from ?? '', deadlineOf(cse, request));
  }
  return respond(request, RSC.DELETED);
}

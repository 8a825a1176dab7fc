import { isRefusal } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { Cse, Resolved } from '../cse';
import { destinationOf } from '../destination';
import { isNonBlocking } from '../interactive/non-blocking';
import { refused } from '../response';
import { receiveForSession } from '../session/receive-for-session';
import { checkTransit } from './forward';

/** It has an acceptance of its own, which tells of members. @see SOM 7.4.14 */
const FAN_OUT_POINT = 'fopt';

/** The Receiver, step by step. @see TS-0004 7.2.2.2 and 7.3.2 */
export async function receive(cse: Cse, request: RequestPrimitive): Promise<ResponsePrimitive> {
  const { procedures } = cse;
  const malformed = procedures.checkPrimitive(cse, request);
  if (malformed !== undefined) return refused(request, malformed);
  const ofSession = receiveForSession(cse, request);
  if (ofSession !== undefined) return ofSession;
  if (destinationOf(cse.config, request.to).kind === 'cse') {
    const misdirected = checkTransit(request);
    return misdirected === undefined ? procedures.forward(cse, request) : refused(request, misdirected);
  }

  const unsupported = procedures.checkSupport(cse, request);
  if (unsupported !== undefined) return refused(request, unsupported);
  const target = procedures.checkExistence(cse, request);
  if (isRefusal(target)) return refused(request, target);
  const repeated = procedures.checkGroupRequestIdentifier(cse, request, target);
  if (repeated !== undefined) return refused(request, repeated);
  return procedures.perform(cse, request, target);
}

/** Recv-6.3 to Recv-6.5: who may, then the operation; a virtual child has its own procedure for both. */
export async function perform(
  cse: Cse,
  request: RequestPrimitive,
  target: Resolved,
): Promise<ResponsePrimitive> {
  const { resource, virtual, suffix } = target;
  const { procedures } = cse;
  if (isNonBlocking(request) && virtual !== FAN_OUT_POINT) {
    return procedures.acceptSingleRequest(cse, request, target);
  }
  if (virtual !== undefined) {
    const procedure = procedures.resourceTypeProcedures(resource.resourceType)?.virtual?.[virtual];
    if (procedure !== undefined) return procedure(cse, request, resource, suffix);
  }
  const denied = procedures.authorize(cse, request, resource);
  if (denied !== undefined) return refused(request, denied);
  const own = procedures.resourceTypeProcedures(resource.resourceType)?.operations?.[request.operation];
  return (own ?? procedures[request.operation])(cse, request, resource);
}

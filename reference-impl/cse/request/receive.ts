import { isRefusal, type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { ResponseTypeValue } from '../../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse, Resolved } from '../cse';
import { destinationOf } from '../destination';
import { isNonBlocking } from '../interactive/non-blocking';
import type { Resource } from '../resource';
import { refused } from '../response';
import { checkTransit } from './forward';

/** The Receiver, step by step. @see TS-0004 7.2.2.2 and 7.3.2 */
export async function receive(cse: Cse, request: RequestPrimitive): Promise<ResponsePrimitive> {
  const { procedures } = cse;
  const malformed = procedures.checkPrimitive(cse, request);
  if (malformed !== undefined) return refused(request, malformed);
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
  if (virtual !== undefined) {
    const procedure = procedures.resourceTypeProcedures(resource.resourceType)?.virtual?.[virtual];
    if (procedure !== undefined) return procedure(cse, request, resource, suffix);
  }
  const blockingOnly = checkBlocking(request, resource);
  if (blockingOnly !== undefined) return refused(request, blockingOnly);
  const denied = procedures.authorize(cse, request, resource);
  if (denied !== undefined) return refused(request, denied);
  return procedures[request.operation](cse, request, resource);
}

/** Only fan-out points answer later; what a <request> holds is there at once. @see TS-0004 7.3.2.2, 7.4.12 */
function checkBlocking(request: RequestPrimitive, target: Resource): Refusal | undefined {
  if (!isNonBlocking(request)) return undefined;
  if (target.resourceType === ResourceType.request) {
    return refuse(RSC.BAD_REQUEST, 'A <request> answers blocking requests only.', 'TS-0004 7.4.12');
  }
  return request.responseType?.value === ResponseTypeValue.nonBlockingRequestSynch
    ? refuse(RSC.NON_BLOCKING_SYNCH_REQUEST_NOT_SUPPORTED, 'Only fan-out points take such requests.')
    : refuse(RSC.NOT_IMPLEMENTED, 'Only fan-out points take such requests.');
}

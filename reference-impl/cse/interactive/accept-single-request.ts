import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse, Resolved } from '../cse';
import { refused } from '../response';
import { acceptance, afterAcceptance, beginRequest } from './accept-request';

/**
 * Accepts a request to a resource that is no fan-out point. Its response, whatever it says, is the one result.
 * @see TS-0004 7.3.2.2, 7.3.2.3
 */
export async function acceptSingleRequest(
  cse: Cse,
  request: RequestPrimitive,
  target: Resolved,
): Promise<ResponsePrimitive> {
  const { procedures } = cse;
  const { responseType: _later, ...blocking } = request;
  const refusal =
    checkNoRequestResource(target) ??
    procedures.checkNonBlockingRequest(cse, request) ??
    (target.virtual === undefined ? procedures.authorize(cse, request, target.resource) : undefined);
  if (refusal !== undefined) return refused(request, refusal);

  const outstanding = beginRequest(cse, request);
  afterAcceptance(cse, outstanding, () => {
    void procedures.perform(cse, blocking, target).then(({ from: _whole, ...response }) => {
      if (!outstanding.finished) procedures.noteResult(cse, outstanding, response);
    });
  });
  return acceptance(cse, outstanding);
}

/** What a <request> holds is there at once. @see TS-0004 7.4.12 */
function checkNoRequestResource({ resource }: Resolved): Refusal | undefined {
  if (resource.resourceType !== ResourceType.request) return undefined;
  return refuse(RSC.BAD_REQUEST, 'A <request> answers blocking requests only.', 'TS-0004 7.4.12');
}

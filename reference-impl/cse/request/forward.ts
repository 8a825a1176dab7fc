import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { destinationOf } from '../destination';
import { originatorOutside } from '../originator';
import type { Resource } from '../resource';
import { refused } from '../response';
import { deliver } from './deliver';

/** Brings a request to the CSE that its To names, by that CSE's points of access. @see TS-0004 7.3.2.6 */
export async function forward(cse: Cse, request: RequestPrimitive): Promise<ResponsePrimitive> {
  const destination = destinationOf(cse.config, request.to);
  const remote = destination.kind === 'cse' ? cse.procedures.nextHopTo(cse, destination.cseID) : undefined;
  if (remote === undefined) {
    return refused(
      request,
      refuse(RSC.NOT_FOUND, `This CSE knows no CSE for ${request.to}.`, 'TS-0004 7.3.2.6'),
    );
  }
  return deliver(cse, pointsOfAccess(remote), withOriginatorOutside(cse, request));
}

/** Who registers does so with the CSE that is asked, not through it. @see TS-0004 7.3.2.6 */
export function checkTransit(request: RequestPrimitive): Refusal | undefined {
  const { operation, resourceType } = request;
  if (operation !== 'create') return undefined;
  if (resourceType !== ResourceType.AE && resourceType !== ResourceType.remoteCSE) return undefined;
  return refuse(RSC.BAD_REQUEST, 'A registration is not forwarded.', 'TS-0004 7.3.2.6');
}

export function pointsOfAccess(resource: Resource): readonly string[] {
  const given = resource.attributes.pointOfAccess;
  return Array.isArray(given) ? given.filter((entry): entry is string => typeof entry === 'string') : [];
}

export function withOriginatorOutside(cse: Cse, request: RequestPrimitive): RequestPrimitive {
  const { from } = request;
  return from === undefined ? request : { ...request, from: originatorOutside(cse.config, from) };
}

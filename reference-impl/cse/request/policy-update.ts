import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';

const POLICIES = 'accessControlPolicyIDs';

/** Whether a request changes which policies bind its target: self-privileges govern that. @see TS-0001 9.6.1.3.2 */
export function isPolicyUpdate(request: RequestPrimitive): boolean {
  return request.operation === 'update' && given(request).includes(POLICIES);
}

/** accessControlPolicyIDs changes alone. @see TS-0004 7.3.3.7 */
export function checkPolicyUpdate(request: RequestPrimitive): Refusal | undefined {
  if (!isPolicyUpdate(request) || given(request).length === 1) return undefined;
  return refuse(RSC.BAD_REQUEST, `${POLICIES} can only be updated alone.`, 'TS-0004 7.3.3.7');
}

function given(request: RequestPrimitive): readonly string[] {
  return request.content?.kind === 'resource' ? Object.keys(request.content.resource.attributes) : [];
}

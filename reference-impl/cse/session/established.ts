import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { Cse } from '../cse';
import { respondCreated } from '../request/result-content';
import type { Resource } from '../resource';
import { applicationHere } from './application-here';
import { keyOf } from './session-state';

/** What the one who asked is told; a CSE has the key already. @see SES 1 steps 15 and 17 */
export function established(cse: Cse, request: RequestPrimitive, session: Resource): ResponsePrimitive {
  const key = keyOf(cse, session.resourceID);
  const tellsKey = key !== undefined && applicationHere(cse, request.from) !== undefined;
  if (!tellsKey) return respondCreated(cse, request, session);
  const attributes = { ...session.attributes, sessionCredentials: key };
  return respondCreated(cse, request, { ...session, attributes });
}

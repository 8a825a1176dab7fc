import type { ResponsePrimitive } from '../../../../protocol/model/response-primitive';
import type { Cse } from '../../cse';
import { deliver } from '../../request/deliver';
import { pointsOfAccess, withOriginatorOutside } from '../../request/forward';
import type { SessionRequest } from '../session-procedures';
import type { NextHop } from '../session-state';

/** Sends a request to the next CSE of the chain as it came, whoever is the nearest by registration. @see SES 2 step 7 */
export function passOn(cse: Cse, { request }: SessionRequest, hop: NextHop): Promise<ResponsePrimitive> {
  const remote = cse.procedures.nextHopTo(cse, hop.cseID);
  const addresses = remote === undefined ? [] : pointsOfAccess(remote);
  return deliver(cse, addresses, withOriginatorOutside(cse, request));
}

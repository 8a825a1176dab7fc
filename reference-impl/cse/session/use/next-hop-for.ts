import type { Cse } from '../../cse';
import { destinationOf } from '../../destination';
import type { SessionRequest } from '../session-procedures';
import { type NextHop, nextHopsOf } from '../session-state';

/** The neighbour that leads to the endpoint addressed; none where this CSE has it. @see SES 2 steps 4, 10 and 23 */
export function nextHopFor(cse: Cse, { request, session, target }: SessionRequest): NextHop | undefined {
  if (destinationOf(cse.config, request.to).kind === 'here') return undefined;
  return nextHopsOf(cse, session).find(({ leadsTo }) => leadsTo === target.endpointID);
}

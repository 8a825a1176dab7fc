import { isRefusal } from '../../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../../protocol/model/response-primitive';
import type { Cse } from '../../cse';
import { isNonBlocking } from '../../interactive/non-blocking';
import { refused } from '../../response';
import type { SessionRequest } from '../session-procedures';
import { acceptanceAgain, acceptForSession } from './accept-for-session';
import { withAbsoluteTimes } from './request-times';
import { answeredBefore } from './session-context';
import { takeTurn } from './take-turn';
import { turnOf } from './turn';

/** A session-based request: checked, and then served or passed on, at once or later. @see SES 2 */
export async function useSession(
  cse: Cse,
  request: RequestPrimitive,
  sessionID: string,
): Promise<ResponsePrimitive> {
  const absolute = withAbsoluteTimes(request, cse.ports.clock.now());
  const use = cse.procedures.checkSessionRequest(cse, absolute, sessionID);
  if (isRefusal(use)) return refused(request, use);
  const repeated = answeredBefore(cse, use) ?? underWayAlready(cse, use);
  if (repeated !== undefined) return repeated;
  const carryOut = (waiting: SessionRequest) => carryOutAsDecided(cse, waiting);
  return isNonBlocking(request) ? acceptForSession(cse, use, carryOut) : carryOut(use);
}

/** The same request once more is not carried out again: it gets the answer of the first. */
function underWayAlready(
  cse: Cse,
  use: SessionRequest,
): Promise<ResponsePrimitive> | ResponsePrimitive | undefined {
  const turn = turnOf(cse, use);
  if (turn === undefined) return undefined;
  return (isNonBlocking(use.request) ? acceptanceAgain(cse, turn.use) : undefined) ?? turn.outcome;
}

async function carryOutAsDecided(cse: Cse, use: SessionRequest): Promise<ResponsePrimitive> {
  const decision = cse.procedures.decide(cse, use);
  if (isRefusal(decision)) return refused(use.request, decision);
  if (decision.kind === 'stored') return cse.procedures.storeAndForward(cse, use, decision.opensAt);
  return takeTurn(cse, use, { durable: use.requestID !== undefined });
}

import { refuse } from '../../../../protocol/model/refusal';
import type { ResponsePrimitive } from '../../../../protocol/model/response-primitive';
import { RSC } from '../../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../cse';
import { outstandingRequest } from '../../interactive/outstanding';
import { refused } from '../../response';
import { removeStored } from './stored-records';
import { forgetEmptyWays, type Turn, type Way, waysOf } from './turn';

const CLAUSE = 'profile service-sessions: Use';

/**
 * Gives a request its answer: context, result for who comes back for it, end of its record and answer to who waits, in
 * one step. What follows on the way is for the caller.
 */
export function settleTurn(cse: Cse, way: Way, turn: Turn, response: ResponsePrimitive): void {
  if (turn.settled) return;
  turn.settled = true;
  for (const callOff of turn.timers) callOff();
  if (way.turns[0] === turn) stopWaiting(way);
  way.turns.splice(way.turns.indexOf(turn), 1);
  const { use, record } = turn;
  if (turn.passedOn) cse.procedures.keepContext(cse, use, response.responseStatusCode);
  noteResult(cse, turn, response);
  if (record !== undefined) removeStored(cse, record);
  turn.answer(response);
  forgetEmptyWays(cse, use.session.resourceID);
}

/** Answers all requests of a session that have no answer yet: the session has ended. @see SES 3 steps 7 and 9 */
export function dropStored(cse: Cse, sessionID: string): void {
  for (const way of waysOf(cse, sessionID)) {
    for (const turn of [...way.turns]) settleTurn(cse, way, turn, sessionEnded(turn));
  }
}

export function sessionEnded({ use }: Turn): ResponsePrimitive {
  return refused(use.request, refuse(RSC.NOT_FOUND, 'The session has ended.', CLAUSE));
}

export function tooLate({ use }: Turn): ResponsePrimitive {
  return refused(use.request, refuse(RSC.REQUEST_TIMEOUT, 'The request ended before its answer.', CLAUSE));
}

/** The first of a way waits for nothing any more, and is not being carried out. */
export function stopWaiting(way: Way): void {
  way.callOff?.();
  delete way.callOff;
  delete way.running;
}

/** @see TS-0004 7.3.2.3 */
function noteResult(cse: Cse, { use: { requestID } }: Turn, response: ResponsePrimitive): void {
  const outstanding = requestID === undefined ? undefined : outstandingRequest(cse, requestID);
  if (outstanding === undefined || outstanding.finished) return;
  const { from: _whole, ...result } = response;
  cse.procedures.noteResult(cse, outstanding, result);
}

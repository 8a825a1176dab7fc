import { isRefusal, type Refusal, refuse } from '../../../../protocol/model/refusal';
import type { ResponsePrimitive } from '../../../../protocol/model/response-primitive';
import { RSC } from '../../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../cse';
import { HEAD_START } from '../../interactive/accept-request';
import { isUnanswered } from '../../request/deliver';
import { refused } from '../../response';
import type { Decision, SessionRequest } from '../session-procedures';
import { isEstablished, sessionWith } from '../session-state';
import { endOf } from './request-times';
import { sessionEnded, settleTurn, stopWaiting, tooLate } from './settle-turn';
import { recordStored } from './stored-records';
import { newTurn, type Turn, turnsOf, type Way, wayOf, waysOf } from './turn';

const CLAUSE = 'profile service-sessions: Use';

/** Whether one more request of a session can be kept. */
export function checkRoom(cse: Cse, sessionID: string): Refusal | undefined {
  const most = cse.config.maximumStoredRequests;
  if (turnsOf(cse, sessionID).length < most) return undefined;
  return refuse(RSC.NOT_ACCEPTABLE, `The session has ${most} requests under way already.`, CLAUSE);
}

/**
 * Carries a request out when it is its turn: after those that came before it and go the same way, each after the answer
 * to the one before. `durable` ones outlive a restart.
 */
export function takeTurn(
  cse: Cse,
  use: SessionRequest,
  { durable }: { readonly durable: boolean },
): Promise<ResponsePrimitive> {
  const full = checkRoom(cse, use.session.resourceID);
  if (full !== undefined) return Promise.resolve(refused(use.request, full));
  return queue(cse, use, durable ? recordStored(cse, use) : undefined).outcome;
}

/** Puts a request at the end of its way; one with a record is recorded already. */
export function queue(cse: Cse, use: SessionRequest, record?: string): Turn {
  const way = wayOf(cse, use);
  const turn = newTurn(use, endOf(cse, use), record);
  way.turns.push(turn);
  turn.timers.add(cse.ports.clock.after(turn.end - cse.ports.clock.now(), () => expire(cse, way, turn)));
  proceed(cse, way);
  return turn;
}

/** The policies of a session have changed: what waits may go earlier, later, or never. */
export function reconsiderStored(cse: Cse, sessionID: string): void {
  for (const way of waysOf(cse, sessionID)) proceed(cse, way);
}

/** The first of a way begins, waits on, or is refused. */
function proceed(cse: Cse, way: Way): void {
  const [turn] = way.turns;
  if (turn === undefined || way.running !== undefined) return;
  stopWaiting(way);
  const { clock } = cse.ports;
  const decision = mayPass(cse, turn);
  if (isRefusal(decision)) {
    // What is under way at the next hop may still be answered in time.
    if (turn.underWay === 0) settle(cse, way, turn, refused(turn.use.request, decision));
    return;
  }
  const beginsAt = Math.max(decision.kind === 'stored' ? decision.opensAt : 0, earliest(turn));
  if (beginsAt <= clock.now()) carryOut(cse, way, turn, decision.kind);
  else way.callOff = clock.after(beginsAt - clock.now(), () => proceed(cse, way));
}

function mayPass(cse: Cse, { use }: Turn): Decision | Refusal {
  const session = sessionWith(cse, use.session.resourceID);
  if (session === undefined || !isEstablished(session)) {
    return refuse(RSC.NOT_FOUND, 'The session has ended.', CLAUSE);
  }
  return cse.procedures.decide(cse, use);
}

/** No result overtakes the acceptance. */
function earliest({ use: { requestID, receivedAt } }: Turn): number {
  return requestID === undefined ? 0 : receivedAt + HEAD_START;
}

function carryOut(cse: Cse, way: Way, turn: Turn, kind: Decision['kind']): void {
  const { procedures } = cse;
  const { use } = turn;
  way.running = kind;
  const hop = procedures.nextHopFor(cse, use);
  if (hop === undefined) {
    answerWith(cse, way, turn, procedures.serve(cse, use));
    return;
  }
  turn.passedOn = true;
  turn.underWay += 1;
  const answer = procedures.passOn(cse, use, hop);
  answerWith(cse, way, turn, answer, kind === 'stored' ? () => repeatLater(cse, way, turn) : undefined);
  if (kind === 'stored') repeatLater(cse, way, turn);
}

/** `unanswered` is what happens where nobody answered; without it, that is the answer. */
function answerWith(
  cse: Cse,
  way: Way,
  turn: Turn,
  answer: Promise<ResponsePrimitive>,
  unanswered?: () => void,
): void {
  const take = (response: ResponsePrimitive): void => {
    turn.underWay = Math.max(turn.underWay - 1, 0);
    if (turn.settled) return;
    if (unanswered !== undefined && isUnanswered(response)) unanswered();
    else settle(cse, way, turn, response);
  };
  answer.then(take, () => take(failed(turn)));
}

/**
 * A message, or its answer, may be lost on its way: it is sent once more, ever later while earlier ones may still be
 * answered, since a next hop may store it in its turn.
 */
function repeatLater(cse: Cse, way: Way, turn: Turn): void {
  way.callOff?.();
  const { resultExpiration, sessionRepetitionInterval } = cse.config;
  const wait = turn.underWay === 0 ? sessionRepetitionInterval : resultExpiration * 2 ** (turn.underWay - 1);
  way.callOff = cse.ports.clock.after(wait, () => {
    stopWaiting(way);
    proceed(cse, way);
  });
}

/** An immediate request that is under way has the time that its next hop is given. */
function expire(cse: Cse, way: Way, turn: Turn): void {
  const underWay = way.turns[0] === turn && way.running === 'immediate';
  if (!underWay) settle(cse, way, turn, tooLate(turn));
}

function settle(cse: Cse, way: Way, turn: Turn, response: ResponsePrimitive): void {
  const ended = sessionWith(cse, turn.use.session.resourceID) === undefined;
  settleTurn(cse, way, turn, ended ? sessionEnded(turn) : response);
  proceed(cse, way);
}

function failed({ use }: Turn): ResponsePrimitive {
  return refused(use.request, refuse(RSC.INTERNAL_SERVER_ERROR, 'The CSE failed to carry out this request.'));
}

import type { Refusal } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { Cse, Resolved } from '../cse';
import type { AddressedMember } from '../group/addressed-member';
import type { IdentifiedFanOutRequest } from '../group/fan-out-request';
import type { Resource } from '../resource';
import type { Delivery, Outstanding, PendingMessage } from './outstanding';
import type { RequestLifetime } from './request-lifetime';

/**
 * The steps of interactive group operations by name, so that a composition can replace one of them.
 * Each calls the others through `cse.procedures` only. @see IGO 2.2
 */
export interface InteractiveProcedures {
  /** Notification targets and times; BAD_REQUEST. @see TS-0004 7.3.2.2 */
  checkNonBlockingRequest(cse: Cse, request: RequestPrimitive): Refusal | undefined;
  /** The answer that comes before any result. @see IGO 2.2 step 2 */
  acceptGroupRequest(cse: Cse, fanOut: IdentifiedFanOutRequest): Promise<ResponsePrimitive>;
  /** The same for a request to any other resource. @see TS-0004 7.3.2.3 */
  acceptSingleRequest(cse: Cse, request: RequestPrimitive, target: Resolved): Promise<ResponsePrimitive>;
  /** How long results are gathered and kept. @see IGO note 2 */
  requestLifetime(cse: Cse, request: RequestPrimitive): RequestLifetime;
  createRequestResource(cse: Cse, request: RequestPrimitive, keepUntil: number): Resource;
  /** Whom to tell. @see TS-0004 6.3.5.30 */
  notificationTargets(request: RequestPrimitive): readonly string[];

  /** @see IGO 2.2 step 3 */
  gatherResults(cse: Cse, outstanding: Outstanding, members: readonly AddressedMember[]): Promise<void>;
  askAwaitedMember(cse: Cse, outstanding: Outstanding, member: AddressedMember): Promise<void>;
  /** A result, a promise to report, or nothing. @see IGO 2.2 steps 3 and 4 */
  receiveMemberAnswer(cse: Cse, outstanding: Outstanding, memberID: string, answer: ResponsePrimitive): void;
  /** Has a member asked again whose CSE is offline. @see IGO 1 */
  askLater(cse: Cse, outstanding: Outstanding, memberID: string): void;
  /** Has the report of a member awaited that answered with an acceptance. @see IGO 2.2 step 4 */
  awaitReport(cse: Cse, outstanding: Outstanding, memberID: string, identifier: string): void;
  /** The answer to a report. @see IGO 2.2 step 4 */
  receiveReport(cse: Cse, request: RequestPrimitive): ResponsePrimitive;
  noteResult(cse: Cse, outstanding: Outstanding, entry: ResponsePrimitive): void;
  /** All have answered, or the result has expired. @see IGO 2.2 step 7 */
  finishGathering(cse: Cse, outstanding: Outstanding): void;

  /** Tells all targets what is new to them. @see IGO 2.2 steps 5 and 7 */
  reportResults(cse: Cse, outstanding: Outstanding): void;
  reportTo(cse: Cse, outstanding: Outstanding, delivery: Delivery): void;
  /** @see IGO 2.2 step 5 */
  resultMessage(
    cse: Cse,
    outstanding: Outstanding,
    news: { readonly to: string; readonly entries: readonly ResponsePrimitive[] },
  ): RequestPrimitive;
  /** One attempt, and the next one prepared. @see IGO note 1 */
  sendPending(cse: Cse, outstanding: Outstanding, delivery: Delivery): void;
  sendResultMessage(cse: Cse, message: RequestPrimitive): Promise<ResponsePrimitive | undefined>;
  /** @see IGO 2.2 step 6 */
  isAcknowledgement(answer: ResponsePrimitive): boolean;
  /** The number of retries has reached its upper limit. @see IGO note 1 */
  mayGiveUp(cse: Cse, pending: PendingMessage): boolean;

  /** What an inquiry shows. @see IGO note 2 */
  presentRequest(cse: Cse, inquiry: RequestPrimitive, resource: Resource): Resource;
  /** UNABLE_TO_RECALL_REQUEST. @see TS-0004 7.4.12.2.4 */
  checkCancellation(cse: Cse, resource: Resource): Refusal | undefined;
  /** The keep time has reached its upper limit. @see IGO note 2 */
  endKeepTime(cse: Cse, outstanding: Outstanding): void;
}

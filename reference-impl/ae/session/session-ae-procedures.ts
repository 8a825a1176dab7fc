import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { SessionEvent } from '../../../protocol/model/session-event';
import type {
  EstablishSessionIntent,
  OfferSessionsIntent,
  OwnPlace,
  SetSessionPolicyIntent,
} from '../../../protocol/model/session-intent';
import type { Ae } from '../ae';
import type { Wish } from '../procedures';
import type { HeldSession } from './held-session';

/** What an application does in service sessions, step by step. @see SES call flows 1 to 3 */
export interface SessionAeProcedures {
  /** @see SES 1 step 2 */
  registration(ae: Ae, place: OwnPlace): Wish;
  /** @see SES 1 step 3 */
  subscribeToSessions(ae: Ae, intent: OfferSessionsIntent): Wish;
  /** @see SES 1 step 7 */
  establishment(ae: Ae, intent: EstablishSessionIntent): Wish;
  /** What the answer to an establishment brings; `undefined` where it brings no session. @see SES 1 step 17 */
  sessionIn(answer: ResponsePrimitive): Pick<HeldSession, 'sessionID' | 'key' | 'address'> | undefined;
  /** @see SES 1 step 18 */
  policy(session: HeldSession, intent: SetSessionPolicyIntent): Wish;
  /** @see SES 1 steps 11 to 13 */
  answerInvitation(ae: Ae, invitation: SessionEvent): Omit<ResponsePrimitive, 'requestIdentifier'>;
  /** @see SES 2 step 1 */
  update(ae: Ae, session: HeldSession, resource: string, data: string): Promise<Wish>;
  /** The number of the next update: one above all before it. */
  nextSequence(session: HeldSession): number;
  protect(ae: Ae, session: HeldSession, data: string): Promise<string>;
  /** @see SES 2 step 20 */
  retrieval(session: HeldSession, resource: string): Wish;
  /** Opens what a retrieval brought. @see SES 2 step 27 */
  readProtected(ae: Ae, session: HeldSession, answer: ResponsePrimitive): Promise<void>;
  /** Any message about a session. @see SES 1 step 12, 2 step 18, 3 step 4 */
  receiveSessionEvent(ae: Ae, message: RequestPrimitive, event: SessionEvent): ResponsePrimitive;
  /** Reads what was updated. @see SES 2 steps 19 and 20 */
  readAfterUpdate(ae: Ae, event: SessionEvent): void;
  /** @see SES 3 step 1 */
  termination(session: HeldSession): Wish;
  /** Whether an answer says that the session is no more. @see SES 3 step 10 */
  hasEnded(answer: ResponsePrimitive): boolean;
  /** Key and identifier go. @see SES 3 steps 5 and 11 */
  forgetSession(ae: Ae, sessionID: string): void;
}

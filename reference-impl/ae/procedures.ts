import type {
  AskGroupIntent,
  ChangeMembersIntent,
  CreateGroupIntent,
  MemberKind,
  MembersIntent,
} from '../../protocol/model/application-intent';
import type { AttributeValue } from '../../protocol/model/attribute-value';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import type { Ae } from './ae';
import type { Collection, Question } from './collection';
import type { SessionAeProcedures } from './session/session-ae-procedures';

/** A request before the application has put its name and an identifier to it. */
export type Wish = Omit<RequestPrimitive, 'requestIdentifier' | 'from'>;

/** Every procedure of the application by name, so that a composition can replace one. */
export interface AeProcedures extends SessionAeProcedures {
  /** @see SOM 7.4.13.2.1 Originator */
  createGroup(ae: Ae, intent: CreateGroupIntent): Wish;
  /** @see SOM 7.4.13.2.3 Originator */
  changeMembers(ae: Ae, intent: ChangeMembersIntent): Wish;
  /** @see SOM 7.4.13.2.1 and 7.4.13.2.3 Originator sentence 1 */
  memberIDs(intent: MembersIntent): readonly string[];
  /** `undefined`: not said, so that the default holds. @see SOM 7.4.13.2.1 Originator sentences 2 to 4 */
  memberType(kinds: readonly MemberKind[]): number | undefined;
  /** `undefined`: empty. @see SOM 7.4.13.2.1 Originator sentences 3 to 5 */
  specializationType(kinds: readonly MemberKind[]): AttributeValue | undefined;
  /** @see IGO 2.2 step 1 */
  askGroup(ae: Ae, intent: AskGroupIntent): Wish;
  /** Answers what the CSE said to the question itself. @see IGO 2.2 steps 1, 2 and 7, note 2 */
  collectResults(ae: Ae, question: Question): Promise<ResponsePrimitive | undefined>;
  /** @see IGO 2.2 step 6 */
  receiveMessage(ae: Ae, message: RequestPrimitive): ResponsePrimitive;
  /** Answers whether anything was new. @see IGO 2.2 note 1 */
  keepResults(collection: Collection, responses: readonly ResponsePrimitive[]): boolean;
  /** @see IGO 2.2 step 7 */
  isComplete(collection: Collection): boolean;
  /** @see IGO 2.2 note 2 sentence 2 */
  inquiry(collection: Collection): Wish | undefined;
}

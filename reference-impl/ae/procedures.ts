import type {
  ChangeMembersIntent,
  CreateGroupIntent,
  MemberKind,
  MembersIntent,
} from '../../protocol/model/application-intent';
import type { AttributeValue } from '../../protocol/model/attribute-value';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { Ae } from './ae';

/** A request before the application has put its name and an identifier to it. */
export type Wish = Omit<RequestPrimitive, 'requestIdentifier' | 'from'>;

/** Every procedure of the application by name, so that a composition can replace one. */
export interface AeProcedures {
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
}

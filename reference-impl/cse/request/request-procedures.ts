import type { Attributes } from '../../../protocol/model/attribute-value';
import type { Refusal } from '../../../protocol/model/refusal';
import type { Representation } from '../../../protocol/model/representation';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { Cse, Resolved } from '../cse';
import type { Resource } from '../resource';
import type { ResourceTypeProcedures } from '../resource-type';
import type { ResourceEvent } from './resource-event';

type Answer = Promise<ResponsePrimitive>;

/**
 * The generic procedures of a Receiver by name: each step of clauses 7.2.2.2 and 7.3.2 that a composition may want
 * to replace. @see TS-0004 7.2.2.2, 7.3.2, 7.3.3
 */
export interface RequestProcedures {
  /** Parameters by themselves: presence per operation, times. @see TS-0004 7.3.2.1 */
  checkPrimitive(cse: Cse, request: RequestPrimitive): Refusal | undefined;
  /** What only the Hosting CSE refuses: its releases, what it does not implement. @see TS-0004 7.3.2.1 */
  checkSupport(cse: Cse, request: RequestPrimitive): Refusal | undefined;
  /** Recv-6.2. @see TS-0004 7.3.3.2 */
  checkExistence(cse: Cse, request: RequestPrimitive): Resolved | Refusal;
  /** Recv-6.3, for the operation of the request on `target`. @see TS-0004 7.3.3.15 */
  authorize(cse: Cse, request: RequestPrimitive, target: Resource): Refusal | undefined;
  /** Whether one of these policies lets the Originator do this, by its `privileges`. @see TS-0001 9.6.2 */
  permittedByPolicies(cse: Cse, request: RequestPrimitive, policyIDs: readonly string[]): boolean;
  /** The same by `selfPrivileges`: who may say which policies bind a resource. @see TS-0001 9.6.1.3.2 */
  permittedBySelfPrivileges(cse: Cse, request: RequestPrimitive, policyIDs: readonly string[]): boolean;
  checkChildType(cse: Cse, parent: Resource, resourceType: number): Refusal | undefined;
  /** Recv-6.4: the attributes of a create, with the defaults of the table. @see TS-0004 7.3.3.3 */
  checkCreateRepresentation(cse: Cse, request: RequestPrimitive): Representation | Refusal;
  /** Recv-6.4: the attributes after the changes of an update. @see TS-0004 7.3.3.3 */
  checkUpdateRepresentation(cse: Cse, request: RequestPrimitive, current: Resource): Attributes | Refusal;

  create(cse: Cse, request: RequestPrimitive, parent: Resource): Answer;
  retrieve(cse: Cse, request: RequestPrimitive, target: Resource): Answer;
  update(cse: Cse, request: RequestPrimitive, target: Resource): Answer;
  delete(cse: Cse, request: RequestPrimitive, target: Resource): Answer;
  notify(cse: Cse, request: RequestPrimitive, target: Resource): Answer;
  /** Everything from Recv-6.3 on, on a resource or a virtual child. */
  perform(cse: Cse, request: RequestPrimitive, target: Resolved): Answer;

  /** Brings a request to another CSE. @see TS-0004 7.3.2.6 */
  forward(cse: Cse, request: RequestPrimitive): Answer;
  /** Tells the subscribers of a resource. Never rejects. @see TS-0004 7.5.1.2.2 */
  notifySubscribers(cse: Cse, event: ResourceEvent): Promise<void>;
  resourceTypeProcedures(resourceType: number): ResourceTypeProcedures | undefined;
}

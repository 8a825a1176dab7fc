import type { Attributes } from '../../protocol/model/attribute-value';
import type { Operation } from '../../protocol/model/operation';
import type { Refusal } from '../../protocol/model/refusal';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import type { Cse } from './cse';
import type { Resource } from './resource';

/**
 * The primitive-specific operations of one resource type. The generic receiver (clause 7.2.2.2) calls `create` and
 * `update` between Recv-6.4 and Recv-6.5 and stores what they answer; nothing is stored on a refusal.
 */
export interface ResourceTypeProcedures {
  /** Nobody can create it by request. */
  readonly madeByHostingCse?: true;
  /**
   * For types whose resource identifier is not free: the identifier and whose resource it is, or a refusal.
   * Without it the generic procedure makes an identifier and the Originator is the creator.
   */
  identify?(cse: Cse, request: RequestPrimitive): ResourceIdentity | Refusal;
  /** Answers the attributes to store (defaults and generated ones added), or a refusal. */
  create?(cse: Cse, request: RequestPrimitive, draft: Resource): Promise<Attributes | Refusal>;
  /** `attributes` is the resource after the requested changes; answers what to store. */
  update?(
    cse: Cse,
    request: RequestPrimitive,
    current: Resource,
    attributes: Attributes,
  ): Promise<Attributes | Refusal>;
  /** The resource as a retrieve of it shows it, where that is more than what is stored. */
  present?(cse: Cse, request: RequestPrimitive, resource: Resource): Resource;
  /** Whether it may be deleted now. */
  checkDelete?(cse: Cse, resource: Resource): Refusal | undefined;
  /** After the response of a create, update or delete was formed. */
  created?(cse: Cse, resource: Resource, request: RequestPrimitive): void;
  updated?(cse: Cse, resource: Resource, request: RequestPrimitive): void;
  deleted?(cse: Cse, resource: Resource): void;
  /**
   * A way of its own to do an operation on a resource of this type, in place of the generic one; a create is one of a
   * child. Asked after the Originator was authorized.
   */
  readonly operations?: { readonly [operation in Operation]?: ResourceOperation };
  /** A request to a virtual child, by its name. */
  readonly virtual?: { readonly [name: string]: VirtualResource };
}

export interface ResourceIdentity {
  readonly resourceID: string;
  readonly createdBy: string;
}

export type ResourceOperation = (
  cse: Cse,
  request: RequestPrimitive,
  target: Resource,
) => Promise<ResponsePrimitive>;

export type VirtualResource = (
  cse: Cse,
  request: RequestPrimitive,
  parent: Resource,
  suffix: string,
) => Promise<ResponsePrimitive>;

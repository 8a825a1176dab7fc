import type { Attributes } from '../../protocol/model/attribute-value';
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
  /** Answers the attributes to store (defaults and generated ones added), or a refusal. */
  create?(cse: Cse, request: RequestPrimitive, draft: Resource): Promise<Attributes | Refusal>;
  /** `attributes` is the resource after the requested changes; answers what to store. */
  update?(cse: Cse, request: RequestPrimitive, current: Resource, attributes: Attributes): Promise<Attributes | Refusal>;
  /** After the response of a create, update or delete was formed. */
  created?(cse: Cse, resource: Resource): void;
  updated?(cse: Cse, resource: Resource): void;
  deleted?(cse: Cse, resource: Resource): void;
  /** A request to a virtual child, by its name. */
  readonly virtual?: { readonly [name: string]: VirtualResource };
}

export type VirtualResource = (
  cse: Cse,
  request: RequestPrimitive,
  parent: Resource,
  suffix: string,
) => Promise<ResponsePrimitive>;

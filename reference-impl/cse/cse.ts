import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import type { ResourceStore } from '../store/resource-store';
import type { CseConfig } from './cse-config';
import type { CsePorts } from './ports';
import type { CseProcedures } from './procedures';
import type { Resource } from './resource';

/**
 * What every procedure of the CSE works with. It knows messages and resources, never wires, codecs or other roles.
 */
export interface Cse {
  readonly config: CseConfig;
  readonly ports: CsePorts;
  readonly store: ResourceStore;
  /** The table of procedures in force; a fault of the reference is another table. Always call through it. */
  readonly procedures: CseProcedures;
  /** The Receiver: answers a request that reached this CSE, from the wire or from itself. Never rejects. */
  handle(request: RequestPrimitive): Promise<ResponsePrimitive>;
  /**
   * The Originator: brings a request to whatever CSE hosts `to` (this one included) and answers its response.
   * Never rejects: no way, no answer or no sense gives TARGET_NOT_REACHABLE (5103).
   */
  send(request: RequestPrimitive): Promise<ResponsePrimitive>;
  /**
   * The resource of this CSE that `address` names, in any form (structured or not, CSE-relative, SP-relative,
   * absolute), with what follows a virtual child: `grp1/fopt/la` gives the group, `fopt` and `la`.
   */
  resolve(address: string): Resolved | undefined;
}

export interface Resolved {
  readonly resource: Resource;
  /** Name of the virtual child addressed, if one is (`fopt`, `la`, `ol`). */
  readonly virtual?: string;
  /** Path behind the virtual child, without leading slash; empty where there is none. */
  readonly suffix: string;
}

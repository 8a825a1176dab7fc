import type { Collection } from './collection';
import type { AePorts } from './ports';
import type { AeProcedures } from './procedures';
import type { SessionMemory } from './session/held-session';

/** What every procedure of the application works with. It knows messages, never wires or other roles. */
export interface Ae {
  /** Its AE-ID, which goes into From. */
  readonly originator: string;
  readonly releaseVersion: string;
  /** The URL where it wants to be told of results; where absent, at the point of access that its CSE knows. */
  readonly notificationURI?: string;
  readonly ports: AePorts;
  /** The table of procedures in force; a fault of the reference is another table. Always call through it. */
  readonly procedures: AeProcedures;
  /** Questions to groups that want results still, by the identifier of the request. */
  readonly collections: Map<string, Collection>;
  readonly sessions: SessionMemory;
}

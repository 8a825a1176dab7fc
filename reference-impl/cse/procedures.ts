import type { GroupProcedures } from './group/group-procedures';
import type { InteractiveProcedures } from './interactive/interactive-procedures';
import type { RequestProcedures } from './request/request-procedures';
import type { SessionProcedures } from './session/session-procedures';

/** Every procedure of the CSE by name, so that a composition can replace one. */
export type CseProcedures = RequestProcedures & GroupProcedures & InteractiveProcedures & SessionProcedures;

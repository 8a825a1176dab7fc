import type { CommandProcedures } from './commands/command-procedures';
import type { SessionProcedures } from './session/session-procedures';

/** Every decision of the client by name, so that a composition can replace one. */
export interface DM2ClientProcedures extends SessionProcedures, CommandProcedures {}

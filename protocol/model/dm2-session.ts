import type { ManagementAlert } from './dm2-alert';
import type { DM2Command } from './dm2-command';
import type { CommandResult, SessionStart } from './dm2-package';

/** What a DM Server knows of the sessions of one device, as the inspection hook shows it. @see dm2.md 4.6 */
export interface DeviceInspection {
  readonly deviceID: string;
  /** For the next session. */
  readonly awaiting: readonly DM2Command[];
  /** Oldest first. */
  readonly sessions: readonly ManagementSession[];
}

/** The resource of a management session. */
export interface ManagementSession {
  readonly sessionID: string;
  readonly start: SessionStart;
  readonly state: SessionState;
  /** How many packages with commands were sent. */
  readonly rounds: number;
  readonly commands: readonly SessionCommand[];
  readonly alerts: readonly ManagementAlert[];
}

/** `open` until END was sent, a newer session of the device came, or the device was silent for too long. */
export const SESSION_STATES = ['open', 'finished', 'superseded', 'expired'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** `awaiting`: sent and not reported, it waits for the next session; `lost`: the same, and not to be sent twice. */
export const COMMAND_STATES = ['awaiting', 'sent', 'reported', 'lost'] as const;
export type CommandState = (typeof COMMAND_STATES)[number];

export interface SessionCommand {
  readonly command: DM2Command;
  readonly state: CommandState;
  readonly result?: CommandResult;
}

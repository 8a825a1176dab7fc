import type { ManagementAlert } from './dm2-alert';
import type { DM2Command } from './dm2-command';
import type { SerializedObject } from './dm2-object';

/** The three packages of a DM 2.0 session as plain values. They know neither HTTP nor JSON. */

/** Package 1: the client opens a session. @see dm2.md 3.2 */
export interface Initiation {
  readonly start: SessionStart;
  /** Without the start alert. */
  readonly alerts: readonly ManagementAlert[];
  /** There when the notification asked for it, and on first contact. */
  readonly objects?: readonly SupportedObject[];
}

export type SessionStart =
  | { readonly reason: 'client-initiated' | 'bootstrap-complete' }
  | {
      readonly reason: 'server-initiated';
      /** Of the notification that caused it, if it had one. */
      readonly notificationID?: number;
    };

export interface SupportedObject {
  readonly ddf?: string;
  readonly moid: string;
  /** The instances that the server may manage. */
  readonly miids: readonly string[];
}

/** Package 2: what the server wants. At least one command. @see dm2.md 3.3 */
export interface RequestPackage {
  readonly commands: readonly DM2Command[];
}

/** Package 3: one result per command but END, in the order of the commands. @see dm2.md 3.4 */
export interface ResponsePackage {
  readonly results: readonly CommandResult[];
  readonly alerts: readonly ManagementAlert[];
}

export interface CommandResult {
  readonly status: number;
  /** Where an HGET put its data. */
  readonly clientURIs?: readonly string[];
  /** What a GET asked for. */
  readonly data?: readonly SerializedObject[];
}

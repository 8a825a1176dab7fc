import type { DM2Command } from './dm2-command';

/** What a DM Client or a DM Server under test is told to do: the words of an upper tester. @see dm2.md 10 */
export type DM2Trigger = InternalEventTrigger | ManageTrigger;

/** Something happened in the device. */
export interface InternalEventTrigger {
  readonly procedure: 'internalEvent';
  readonly event: 'timer' | 'user' | 'other';
  /** The server to open a session with. */
  readonly serverURI: string;
}

/** These commands wait for the device from now on, behind those that wait already. */
export interface ManageTrigger {
  readonly procedure: 'manage';
  readonly deviceID: string;
  readonly commands: readonly DM2Command[];
  /** Whether to notify the device, or to wait until it comes. */
  readonly notify: boolean;
  /** Whether the notification is to ask for the list of management objects. */
  readonly requestsObjects: boolean;
}

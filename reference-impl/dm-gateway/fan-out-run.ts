import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import type { AnsweredCommand } from '../syncml/server-work';
import type { KnownDevice } from './known-device';

/** One Start and what became of it. @see GFO steps 3 to 7 */
export interface FanOutRun {
  /** Where the server finds the results: `./SCM/Results/Results2`. */
  readonly resultsURI: string;
  readonly order: FanOutOrder;
  /** As they were at Start; later changes of the node are for the next Start. */
  readonly commands: readonly SyncMLCommand[];
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  /** One for each device of the group, as it was at Start. */
  readonly tasks: readonly DeviceTask[];
  /** `finished`: the server was told, or is not told any more. */
  state: 'running' | 'finished';
}

/** The Exec on Start. */
export interface FanOutOrder {
  /** Identifier of the server, which is told of the results. */
  readonly orderedBy: string;
  readonly correlator?: string;
}

/** What one device is asked in one run, and what it said. */
export interface DeviceTask {
  readonly run: FanOutRun;
  /** From 1, in the order of the group. */
  readonly position: number;
  readonly deviceID: string;
  /** None where the group names a device that the gateway does not know. */
  readonly device?: KnownDevice;
  /** Of the session that package 0 asks for. */
  readonly sessionID: number;
  /** `asked`: the commands were handed out, which happens once. `settled`: the result is stored. */
  state: 'waiting' | 'asked' | 'settled';
  /** One place for each command of the run. */
  readonly answers: (AnsweredCommand | undefined)[];
  /** Whether the last session with the device ended for want of credentials. */
  authenticationFailed: boolean;
  /** Called when the task is settled. */
  whenSettled: () => void;
}

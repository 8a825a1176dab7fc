import type { DM2Command } from '../../protocol/model/dm2-command';
import type { Initiation, ResponsePackage } from '../../protocol/model/dm2-package';
import type { Refusal } from '../../protocol/model/refusal';
import type { Challenge, ReceivedCredentials } from '../dm2/received-credentials';

/** A message of a device, of which the body is not read yet. @see dm2.md 3.1 */
export interface DeviceMessage {
  /** Who it says it comes from. */
  readonly deviceID: string | Refusal;
  readonly credentials?: ReceivedCredentials;
  /** What the address stands for; absent where sessions are opened. */
  readonly place?: RoundPlace;
  /** Never rejects. */
  read(): Promise<DevicePackage | Refusal>;
}

export type DevicePackage =
  | { readonly kind: 'initiation'; readonly initiation: Initiation }
  | { readonly kind: 'response'; readonly response: ResponsePackage };

/** Where the results of one package 2 go. @see dm2.md 4.1 */
export interface RoundPlace {
  readonly sessionID: string;
  /** From 1. */
  readonly round: number;
}

export type ServerReply = CommandsReply | RefusedReply;

export interface CommandsReply {
  readonly kind: 'commands';
  readonly commands: readonly DM2Command[];
  /** Absent where no results are to come, or where the device finds the way by itself. */
  readonly next?: RoundPlace;
  /** Media types that repositories take. */
  readonly objectTypes?: readonly string[];
}

export interface RefusedReply {
  readonly kind: 'refused';
  readonly refusal: Refusal;
  /** Of a refusal for lack of credentials. */
  readonly challenges?: readonly Challenge[];
}

export function refused(refusal: Refusal): RefusedReply {
  return { kind: 'refused', refusal };
}

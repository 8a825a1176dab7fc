import type { Account } from '../syncml/account';

/** What a deployment of the reference DM server is told. Durations are milliseconds. */
export interface ManagementServerConfig {
  readonly gateways: readonly GatewayEntry[];
  /** Root of the fan-out object of its gateways. @see GFO step 2 */
  readonly fanOutRoot: string;
  readonly limits: ManagementServerLimits;
}

/** A gateway, or any device, that the server manages. */
export interface GatewayEntry {
  readonly account: Account;
  /** Where package 0 goes. */
  readonly notificationAddress: string;
}

export interface ManagementServerLimits {
  /** How often a gateway that does not connect is notified again, and how long it is waited for each time. */
  readonly notificationRepeats: number;
  readonly notificationInterval: number;
  /** Sessions that one fan-out or one look at results is begun in, before it is given up. */
  readonly attempts: number;
  /** Fan-outs that one gateway is still to be told of. */
  readonly waitingJobs: number;
  /** Devices whose results are asked for in one package. */
  readonly devicesAtOnce: number;
  /** Reports and fan-outs that are remembered for one gateway; the oldest goes first. */
  readonly rememberedJobs: number;
}

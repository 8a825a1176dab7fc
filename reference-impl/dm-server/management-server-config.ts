import type { Authenticator } from '../syncml/account';
import type { ServerLimits } from '../syncml/server-session-state';

/** What a deployment of the reference DM server is told. Durations are milliseconds. */
export interface ManagementServerConfig {
  /** Name under which its gateways know it. */
  readonly serverID: string;
  /** Where it takes messages of gateways. */
  readonly serverAddress: string;
  readonly gateways: readonly GatewayEntry[];
  /** Root of the fan-out object of its gateways. @see GFO step 2 */
  readonly fanOutRoot: string;
  readonly limits: ManagementServerLimits;
}

/** A gateway, or any device, that the server manages. */
export interface GatewayEntry {
  /** Its identifier as a device, a URN as a rule. */
  readonly deviceID: string;
  /** Where package 0 goes. */
  readonly notificationAddress: string;
  /** With it the gateway proves who it is. */
  readonly client: Authenticator;
  /** With it the server proves who it is, and signs package 0. */
  readonly server: Authenticator;
}

export interface ManagementServerLimits {
  /** How often a gateway that does not connect is notified again, and how long it is waited for each time. */
  readonly notificationRepeats: number;
  readonly notificationInterval: number;
  /** From the end of a session to package 0 for the next: the last message of the session is still under way. */
  readonly settleTime: number;
  /** Sessions that one fan-out or one look at results is begun in, before it is given up. */
  readonly attempts: number;
  /** Fan-outs that one gateway is still to be told of. */
  readonly waitingJobs: number;
  /** Devices whose results are asked for in one package. */
  readonly devicesAtOnce: number;
  /** Reports and fan-outs that are remembered for one gateway; the oldest goes first. */
  readonly rememberedJobs: number;
  /** Of its sessions with gateways. */
  readonly sessions: ServerLimits;
}

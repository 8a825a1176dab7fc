import type { DeviceIdentity } from '../management-tree/device-information';
import type { Account } from '../syncml/account';
import type { ClientSideLimits } from '../syncml/client-side';
import type { ServerLimits } from '../syncml/server-session-state';

/** What a deployment of the reference gateway is told. Durations are milliseconds. */
export interface GatewayConfig {
  /** Its identifier as a device of its servers, a URN. */
  readonly deviceID: string;
  /** What else `./DevInfo` says of it. */
  readonly identity: DeviceIdentity;
  /** Its servers, each with the account that both of them know. */
  readonly servers: readonly Account[];
  /** How it writes to its servers; devices are answered as they write. */
  readonly serialization: 'xml' | 'wbxml';
  /** Name under which it is the server of its devices. */
  readonly deviceServerID: string;
  /** Where it takes messages of its devices. */
  readonly deviceServerAddress: string;
  /** Root of the fan-out object: FanOut and Results are below it. @see GFO steps 2 and 6 */
  readonly fanOutRoot: string;
  /** Root of the configuration object: Devices and Groups are below it. @see GFO step 1 */
  readonly configurationRoot: string;
  readonly devices: readonly ConfiguredDevice[];
  readonly groups: readonly ConfiguredGroup[];
  readonly limits: GatewayLimits;
}

/** A device that is there from the start; servers add others. */
export interface ConfiguredDevice {
  readonly name: string;
  readonly deviceID: string;
  readonly notificationAddress: string;
  readonly authenticationType: Account['client']['type'];
  readonly clientName: string;
  readonly clientSecret: string;
  readonly serverSecret: string;
}

export interface ConfiguredGroup {
  readonly name: string;
  /** Identifiers of devices. */
  readonly members: readonly string[];
}

export interface GatewayLimits {
  /** How long the devices of one fan-out have to answer, from its Start. */
  readonly deviceTimeLimit: number;
  /** How often a device that does not connect is notified again, and how long it is waited for each time. */
  readonly notificationRepeats: number;
  readonly notificationInterval: number;
  /** From the end of a session to package 0 for the next: the last message of the session is still under way. */
  readonly settleTime: number;
  /** Devices of one fan-out that are woken at the same time, as long as they answer. */
  readonly concurrentDevices: number;
  /** Fan-outs that run at the same time. */
  readonly concurrentRuns: number;
  /** Result nodes; the oldest finished one goes first. */
  readonly keptResults: number;
  /** Attempts to deliver one alert after the first, and what lies between them. */
  readonly alertRepeats: number;
  readonly alertInterval: number;
  /** Of its sessions with servers. */
  readonly asDevice: ClientSideLimits;
  /** Of its sessions with devices, which last as long as these have to answer. */
  readonly asServer: Omit<ServerLimits, 'idleTime'>;
}

import type { NotificationSecret } from '../../protocol/model/dm2-notification';
import type { ManagedObject } from './tree/node-description';
import type { TreeLimits } from './tree/tree-limits';

/** What a deployment of the reference client is told. Durations are milliseconds. */
export interface DM2ClientConfig {
  /** Of every message, and DevInfo/DevID: 1 to 255 visible characters. */
  readonly deviceID: string;
  readonly device: DeviceFacts;
  /** Its servers. An event for none of them is for the first. */
  readonly servers: readonly ServerAccount[];
  /**
   * Where repositories may be beside its servers: `host:port`, or `http://host:port`, which allows plain HTTP also where
   * the session has TLS. @see dm2.md 6.2
   */
  readonly allowedHosts: readonly string[];
  /** Management objects beside DevInfo. */
  readonly objects: readonly ManagedObject[];
  /** Whether servers see the accounts of the device, secrets excepted. */
  readonly showsAccounts: boolean;
  /** How often the timer of the device begins a session with its first server; never where absent. */
  readonly sessionInterval?: number;
  readonly limits: DM2ClientLimits;
}

/** What DevInfo says beside the identifier. */
export interface DeviceFacts {
  readonly manufacturer: string;
  readonly model: string;
  readonly dmVersion: string;
  readonly language: string;
  readonly deviceType: string;
  readonly originalEquipmentManufacturer: string;
  readonly firmwareVersion: string;
  readonly softwareVersion: string;
  readonly hardwareVersion: string;
}

/** What makes a server known to the device. */
export interface ServerAccount {
  /** SrvID, which notifications name. */
  readonly serverID: string;
  /** SrvURI, where sessions begin. */
  readonly serverURI: string;
  /** Auth/Trsp. */
  readonly credentials?: TransportCredentials;
  /** Auth/Noti; without it every notification is dropped. */
  readonly notification?: NotificationSecret;
  /** The objects that the server may manage; all of them where absent. */
  readonly moids?: readonly string[];
}

export interface TransportCredentials {
  readonly user: string;
  readonly password: string;
  /** Basic credentials go with the first message, before anybody asks for any. */
  readonly areSentAtOnce: boolean;
}

export interface DM2ClientLimits {
  /** How long no answer is none. */
  readonly responseTimeout: number;
  /** How often, and how long after the last time, a message without an answer is sent again. */
  readonly repeatLimit: number;
  readonly repeatInterval: number;
  /** Of notifications: how old, and how far ahead of the clock. */
  readonly maximumAge: number;
  readonly maximumSkew: number;
  /** Packages with commands in one session. */
  readonly maximumRounds: number;
  /** Octets of a package 2, and of what a repository sends. */
  readonly packageSize: number;
  readonly fetchedSize: number;
  /** Octets of names and values that the results of one package report, and that go to a repository at once. */
  readonly reportedSize: number;
  readonly sentSize: number;
  readonly tree: TreeLimits;
  /** Sessions that wait for the end of the one with their server. */
  readonly waitingSessions: number;
  /** Alerts that a server did not take. */
  readonly keptAlerts: number;
  /** Executions under way, subscriptions, places of defaults. */
  readonly executions: number;
  readonly subscriptions: number;
  readonly defaults: number;
  /** Changes of one subscription that wait for the repository. */
  readonly waitingChanges: number;
}

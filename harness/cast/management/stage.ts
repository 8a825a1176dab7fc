import type { SyncMLRole } from '../../config/syncml-roles';
import type { Endpoint } from '../../links/link';
import type { Stage } from '../stage';
import type { AuthenticationType, TesterAccount } from './account';

/** A stage on which a server, a gateway or a device is put to the test that speaks SyncML DM 1.2. */
export interface SyncMLStage extends Stage {
  readonly kind: 'syncml';
  readonly underTest: UnderTest;
  readonly opposite: Opposite;
  /** For a package 0: none that the target has heard of before. @see DM_Notification 6.1 */
  nextSessionID(): number;
  /** What target and tester write as things are. */
  readonly serialization: 'xml' | 'wbxml';
  /**
   * Has target and tester talk in another way, before the first message of the scenario: account and serialization are
   * others from then on. The reference is deployed anew; of a target outside, the account that fits must be in its file.
   */
  use(how: Manner): Promise<void>;
}

/** What is absent stays as it is. */
export interface Manner {
  readonly authentication?: AuthenticationType;
  readonly serialization?: 'xml' | 'wbxml';
}

export interface UnderTest {
  readonly role: SyncMLRole;
  /** What the target is called in the evidence: `the gateway`. */
  readonly actor: string;
  /** What the target knows of the tester opposite to it, and the other way round: the server tester, for a device or gateway. */
  readonly account: TesterAccount;
  /** Of a server or a gateway: what its devices need to know of it. */
  readonly asServer?: AsServer;
  readonly roots: FanOutRoots;
  /** Of a gateway without the configuration object of the profile: the one group that it has, and its devices. */
  readonly standingGroup?: StandingGroup;
  /** Of a server or a device. Resolves once the trigger is taken; throws Inconclusive where the target cannot be told. */
  tell(trigger: ManagementTrigger): Promise<void>;
}

/** A gateway is the server of the devices behind it; a server is that of gateways. */
export interface AsServer {
  readonly serverID: string;
  /** Where they connect: `http://127.0.0.1:8082/dm`. */
  readonly serverAddress: string;
}

/** Where the nodes of the gateway's tree are, as local URI without trailing slash. */
export interface FanOutRoots {
  /** `./SCM`: FanOut and Results are below it. */
  readonly fanOut: string;
  /** `./GwConfig`: Devices and Groups are below it. */
  readonly config: string;
  /** Of a device: an interior node below which its server may do what it likes. */
  readonly test: string;
}

export interface StandingGroup {
  /** Local URI of its node. */
  readonly uri: string;
  /** The first is `d1`; each tester listens at the address that the gateway knows. */
  readonly devices: readonly StandingDevice[];
}

export type StandingDevice = Pick<TesterAccount, 'deviceID' | 'client' | 'server'>;

/**
 * Where the tester opposite to the target listens: the server tester for a gateway or device under test, the gateway
 * tester for a server. The target has known the address since before the scenario. Until `serve` it answers 503.
 */
export interface Opposite {
  readonly actor: 'the server' | 'the gateway';
  /** Root, without trailing slash; the paths of the account are below it. */
  readonly address: string;
  serve(endpoint: Endpoint): void;
}

/** @see docs/profiles/gateway-fan-out.md */
export type ManagementTrigger = FanOutTrigger | EventTrigger;

/** For a server: have this gateway fan these commands out. */
export interface FanOutTrigger {
  readonly procedure: 'fanOut';
  /** DeviceID of the gateway. */
  readonly gateway: string;
  /** Local URI of the node of the group, as TargetGroupRef is to hold it. */
  readonly group: string;
  /** XML of the commands, one after the other. */
  readonly commands: string;
}

/** For a device: something happened, open a session. */
export interface EventTrigger {
  readonly event: string;
  /** What the device is to tell of it, as a generic alert. @see DM_Protocol 2.3.7.1 */
  readonly alert?: {
    readonly type: string;
    readonly format?: string;
    readonly mark?: string;
    readonly source?: string;
    readonly data?: string;
    readonly correlator?: string;
  };
}

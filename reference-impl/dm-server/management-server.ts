import type { Clock } from '../runtime/clock';
import type { Ids } from '../runtime/ids';
import type { Random } from '../runtime/random';
import type { Account, Nonces } from '../syncml/account';
import type { DeliverNotification } from '../syncml/envelope';
import { initialNonces } from '../syncml/nonces';
import type { FanOutJob, ResultReport } from './fan-out-job';
import type { GatewayEntry, ManagementServerConfig } from './management-server-config';
import type { FanOutServerProcedures } from './procedures';

/** What every procedure of the server works with. It knows commands, never sessions, wires or other roles. */
export interface ManagementServer {
  readonly config: ManagementServerConfig;
  readonly ports: ManagementServerPorts;
  /** The table of procedures in force; a fault of the reference is another table. Always call through it. */
  readonly procedures: FanOutServerProcedures;
  /** By their identifiers as devices. */
  readonly gateways: ReadonlyMap<string, ManagedGateway>;
}

export interface ManagementServerPorts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  /** Wakes a gateway. @see DM_Notification 6.2 */
  readonly deliver: DeliverNotification;
}

export interface ManagedGateway {
  readonly account: Account;
  readonly notificationAddress: string;
  readonly nonces: Nonces;
  readonly jobs: FanOutJob[];
  readonly reports: ResultReport[];
  /** When it last said something that it could prove to have said, in milliseconds since the epoch. */
  lastSign: number;
  /** The session that it talks in; one that it left for another gets nothing more to do. */
  current: TalkingSession | undefined;
  /** Stops notifying it, as long as it is being notified. */
  callOffWaking: (() => void) | undefined;
}

/** One that can be left for another. */
export interface TalkingSession {
  leave(forAnother: TalkingSession): void;
}

type Parts = Pick<ManagementServer, 'config' | 'ports' | 'procedures'>;

/** A server to which nobody has spoken yet. */
export function createManagementServer(parts: Parts): ManagementServer {
  const { gateways } = parts.config;
  return {
    ...parts,
    gateways: new Map(gateways.map((entry) => [entry.deviceID, managed(entry, parts.config)])),
  };
}

function managed(entry: GatewayEntry, config: ManagementServerConfig): ManagedGateway {
  const { notificationAddress, ...account } = entry;
  const { serverID, serverAddress } = config;
  return {
    account: { serverID, serverAddress, ...account },
    notificationAddress,
    nonces: initialNonces(),
    jobs: [],
    reports: [],
    lastSign: Number.NEGATIVE_INFINITY,
    current: undefined,
    callOffWaking: undefined,
  };
}

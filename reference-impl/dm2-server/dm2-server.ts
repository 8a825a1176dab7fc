import type { DM2Command } from '../../protocol/model/dm2-command';
import type { DM2Notification, NotificationSecret } from '../../protocol/model/dm2-notification';
import type { SupportedObject } from '../../protocol/model/dm2-package';
import type { PushOutcome } from '../../protocol/model/dm2-push';
import type { Clock } from '../runtime/clock';
import type { Ids } from '../runtime/ids';
import type { Random } from '../runtime/random';
import type { DeviceEntry, DM2ServerConfig, StoredObject } from './dm2-server-config';
import type { DM2ServerProcedures } from './procedures';
import type { Session } from './session';

/** What every procedure of the server works with. It knows messages, never octets, wires or other roles. */
export interface DM2Server {
  readonly config: DM2ServerConfig;
  readonly ports: DM2ServerPorts;
  /** The table of procedures in force; a fault of the reference is another table. Always call through it. */
  readonly procedures: DM2ServerProcedures;
  readonly devices: ReadonlyMap<string, ManagedDevice>;
  /** In the order in which they were made. */
  readonly nonces: Map<string, UsedNonce>;
  /** By the token of their reports, in the order in which they were made. */
  readonly notifications: Map<string, SentNotification>;
  /** Of the notification that was made last. */
  lastNotificationID: number;
  /** Its own repository, by name. */
  readonly objects: Map<string, StoredObject>;
  /** What devices were told to do with the objects, by name. */
  readonly grants: Map<string, Set<ObjectMethod>>;
}

export interface DM2ServerPorts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  /** Asks the push service. */
  push(order: PushOrder, signal: AbortSignal): Promise<PushAnswer>;
}

export interface ManagedDevice extends DeviceEntry {
  /** For the next package. */
  readonly awaiting: DM2Command[];
  /** Oldest first. */
  readonly sessions: Session[];
  /** What can be managed, as the device said last. @see dm2.md 3.2 */
  objects?: readonly SupportedObject[];
}

export interface UsedNonce {
  readonly madeAt: number;
  /** The highest count that came with it. */
  count: number;
}

export interface PushOrder {
  readonly pushID: string;
  /** Where the device takes notifications. */
  readonly deviceAddress: string;
  readonly notification: DM2Notification;
  readonly secret: NotificationSecret;
  /** In seconds since 1970. */
  readonly deliverBefore: number;
  /** Stands for this notification where reports come in. */
  readonly reportToken: string;
}

export type PushAnswer =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly status: number }
  /** Nothing came back, or nothing that can be read. */
  | { readonly kind: 'silent' };

export interface SentNotification {
  readonly device: ManagedDevice;
  readonly order: PushOrder;
  /** `asking` until the push service took or refused it, `obeyed` where the device came before the report. */
  state: 'asking' | 'taken' | 'not-taken' | 'obeyed' | PushOutcome;
}

export type ObjectMethod = 'GET' | 'PUT' | 'POST';

type Parts = Pick<DM2Server, 'config' | 'ports' | 'procedures'>;

/** A server to which nobody has spoken yet. */
export function createDM2Server(parts: Parts): DM2Server {
  const { config, ports } = parts;
  return {
    ...parts,
    devices: new Map(config.devices.map((entry) => [entry.deviceID, managed(entry)])),
    nonces: new Map(),
    notifications: new Map(),
    lastNotificationID: ports.random.below(0x10000),
    objects: new Map(Object.entries(config.objects)),
    grants: new Map(),
  };
}

function managed(entry: DeviceEntry): ManagedDevice {
  return { ...entry, awaiting: [], sessions: [] };
}

import type { ManagementAlert } from '../../protocol/model/dm2-alert';
import type { DM2Command } from '../../protocol/model/dm2-command';
import type { CommandResult, SessionStart } from '../../protocol/model/dm2-package';
import type { DeviceInspection } from '../../protocol/model/dm2-session';
import type { ReceivedCredentials } from '../dm2/received-credentials';
import { countingIds } from '../runtime/counting-ids';
import { VirtualClock } from '../runtime/virtual-clock';
import { DEFAULT_DM2_SERVER_CONFIG } from './default-dm2-server-config';
import { defaultDM2ServerProcedures } from './default-procedures';
import type { DevicePackage, RoundPlace, ServerReply } from './device-message';
import { createDM2Server, type DM2Server, type PushAnswer, type PushOrder } from './dm2-server';
import type { DM2ServerConfig } from './dm2-server-config';
import type { DM2ServerProcedures } from './procedures';

export const DEVICE = 'IMEI:493005100592800';
/** Of other credentials. */
export const OTHER = 'IMEI:493005100592999';

/** 2026-11-20T21:30:45Z. */
export const START = 1_795_210_245_000;

const CONFIG: DM2ServerConfig = {
  ...DEFAULT_DM2_SERVER_CONFIG,
  accounts: [
    { user: 'device-1', password: 's3cret', deviceIDs: [DEVICE] },
    { user: 'device-2', password: 'other', deviceIDs: [OTHER, 'IMEI:unheard-of'] },
  ],
  devices: [
    {
      deviceID: DEVICE,
      notification: {
        address: 'http://127.0.0.1:4003/notifications',
        secret: new TextEncoder().encode('OhBehave'),
        data: new TextEncoder().encode('Nonce'),
      },
    },
    { deviceID: OTHER },
  ],
  pushService: { address: 'http://127.0.0.1:4002/push' },
  objectRoot: 'http://127.0.0.1:4001/objects/',
};

export interface BedOptions {
  readonly config?: Partial<Omit<DM2ServerConfig, 'limits'>>;
  readonly limits?: Partial<DM2ServerConfig['limits']>;
  readonly procedures?: Partial<DM2ServerProcedures>;
  readonly push?: (order: PushOrder) => Promise<PushAnswer>;
}

/** A server of two devices in virtual time, spoken to by values. */
export class DM2ServerBed {
  readonly clock = new VirtualClock(START);
  readonly orders: PushOrder[] = [];
  readonly server: DM2Server;

  constructor({ config, limits, procedures, push = async () => ({ kind: 'taken' }) }: BedOptions = {}) {
    this.server = createDM2Server({
      config: { ...CONFIG, ...config, limits: { ...CONFIG.limits, ...limits } },
      procedures: { ...defaultDM2ServerProcedures, ...procedures },
      ports: {
        clock: this.clock,
        ids: countingIds(),
        random: { below: () => 4718 },
        push: (order) => {
          this.orders.push(order);
          return push(order);
        },
      },
    });
  }

  manage(commands: readonly DM2Command[], notify = false, deviceID = DEVICE): number {
    const order = { procedure: 'manage', deviceID, commands, notify, requestsObjects: false } as const;
    return this.server.procedures.manageDevice(this.server, order)?.status ?? 204;
  }

  open(start: SessionStart = { reason: 'client-initiated' }, deviceID = DEVICE): Promise<ServerReply> {
    return this.say({ kind: 'initiation', initiation: { start, alerts: [] } }, { deviceID });
  }

  report(
    results: readonly CommandResult[],
    place?: RoundPlace,
    alerts: readonly ManagementAlert[] = [],
  ): Promise<ServerReply> {
    return this.say({ kind: 'response', response: { results, alerts } }, place && { place });
  }

  say(
    message: DevicePackage,
    { deviceID = DEVICE, ...rest }: { readonly deviceID?: string; readonly place?: RoundPlace } = {},
  ): Promise<ServerReply> {
    const credentials = deviceID === DEVICE ? basic('device-1', 's3cret') : basic('device-2', 'other');
    const read = async (): Promise<DevicePackage> => message;
    return this.server.procedures.receiveMessage(this.server, { deviceID, credentials, read, ...rest });
  }

  inspect(deviceID = DEVICE): DeviceInspection {
    const inspection = this.server.procedures.inspectDevice(this.server, deviceID);
    if (inspection === undefined) throw new Error(`The bed has no device ${deviceID}.`);
    return inspection;
  }
}

export function basic(user: string, password: string): ReceivedCredentials {
  return { scheme: 'basic', user, isMadeWith: (expected) => expected === password };
}

export function get(name: string): DM2Command {
  return { verb: 'GET', clientURI: `urn:oma:mo:oma-dm-devinfo:1.2//${name}` };
}

export function exec(name: string): DM2Command {
  return { verb: 'EXEC', clientURI: `urn:flowproof:mo:lamp:1.0/hall/Operations/${name}` };
}

/** What a test looks at first: the words of the commands, or the status of the refusal. */
export function shape(reply: ServerReply): readonly string[] | number {
  if (reply.kind === 'refused') return reply.refusal.status;
  return reply.commands.map((command) =>
    'clientURI' in command ? `${command.verb} ${command.clientURI?.split('/').at(-1)}` : command.verb,
  );
}

export function nextOf(reply: ServerReply): RoundPlace {
  if (reply.kind === 'commands' && reply.next !== undefined) return reply.next;
  throw new Error('Expected a reply that says where its results go.');
}

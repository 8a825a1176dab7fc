import { decoded, undecodable } from '../../protocol/model/decoded';
import type { AlertCommand, StatusCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import { allCommands } from '../../protocol/model/syncml-identifiers';
import { seededRandom } from '../runtime/seeded-random';
import { VirtualClock } from '../runtime/virtual-clock';
import type { AnsweredCommand } from '../syncml/server-work';
import { createGateway } from './create-gateway';
import { defaultFanOutProcedures } from './default-fan-out-procedures';
import { DEFAULT_GATEWAY_CONFIG } from './default-gateway-config';
import { DeviceWork } from './device-work';
import type { DmGateway } from './dm-gateway';
import type { ConfiguredDevice, GatewayLimits } from './gateway-config';
import type { GatewayNodes } from './gateway-nodes';

/**
 * A gateway in virtual time for tests: nodes in a map, commands as JSON, devices and the server as functions. It stands
 * for sessions and trees, and knows nothing of how they work.
 */
export interface GatewayBed {
  readonly clock: VirtualClock;
  readonly gateway: DmGateway;
  /** Package 0 that were sent, in order. */
  readonly woken: { readonly deviceID: string; readonly sessionID: number; readonly at: number }[];
  /** Alerts that went to the server, in order. */
  readonly reported: { readonly alert: AlertCommand; readonly to: string; readonly at: number }[];
  /** Writes both nodes. */
  set(group: string, commands: readonly SyncMLCommand[]): void;
  /** The Exec on Start; answers its status. */
  start(correlator?: string): number;
  /** What is stored below the results node of that number. */
  resultsOf(number: number): readonly StoredResult[] | undefined;
}

export interface StoredResult {
  readonly deviceID: string;
  readonly entries: readonly SyncMLCommand[];
}

export interface BedOptions {
  readonly groups: { readonly [name: string]: readonly string[] };
  readonly limits?: Partial<GatewayLimits>;
  /** What a device does when package 0 reaches it. */
  readonly device?: (bed: GatewayBed, deviceID: string, sessionID: number) => void;
  /** The status that the server gives the alerts, in order; 200 from then on. */
  readonly server?: readonly (number | undefined)[];
}

export const LIMITS: Partial<GatewayLimits> = {
  deviceTimeLimit: 10_000,
  notificationRepeats: 2,
  notificationInterval: 1_000,
  alertRepeats: 2,
  alertInterval: 500,
};

export function gatewayBed(options: BedOptions): GatewayBed {
  const clock = new VirtualClock(0);
  const nodes = nodesWith(options.groups);
  const { woken, reported }: Pick<GatewayBed, 'woken' | 'reported'> = { woken: [], reported: [] };
  const answers = [...(options.server ?? [])];
  const gateway = createGateway({
    config: {
      ...DEFAULT_GATEWAY_CONFIG,
      limits: { ...DEFAULT_GATEWAY_CONFIG.limits, ...LIMITS, ...options.limits },
    },
    procedures: defaultFanOutProcedures,
    nodes,
    ports: {
      clock,
      random: seededRandom(1),
      commandText: { read: readCommands, write: (commands) => JSON.stringify(commands) },
      deliver: async (to, { sessionID }) => {
        woken.push({ deviceID: to, sessionID, at: clock.now() });
        options.device?.(bed, to, sessionID);
        return true;
      },
      report: async (to, alert) => {
        reported.push({ alert, to, at: clock.now() });
        return answers.length > 0 ? answers.shift() : 200;
      },
    },
  });
  const bed: GatewayBed = {
    clock,
    gateway,
    woken,
    reported,
    set(group, commands) {
      nodes.addLeaf('./SCM/FanOut/TargetGroupRef', { format: 'chr', text: group });
      nodes.addLeaf('./SCM/FanOut/ToBeFannedOut', { format: 'xml', text: JSON.stringify(commands) });
    },
    start: (correlator) =>
      gateway.procedures.startFanOut(gateway, {
        orderedBy: 'server',
        ...(correlator !== undefined && { correlator }),
      }),
    resultsOf: (number) => storedBelow(nodes, `./SCM/Results/Results${number}`),
  };
  return bed;
}

function readCommands(text: string) {
  try {
    const commands: readonly SyncMLCommand[] = JSON.parse(text);
    return decoded(commands);
  } catch {
    return undecodable<readonly SyncMLCommand[]>('syntax', 'commands', 'expected JSON');
  }
}

function storedBelow(nodes: GatewayNodes, uri: string): readonly StoredResult[] | undefined {
  return nodes.childrenOf(uri)?.map((name) => ({
    deviceID: nodes.textOf(`${uri}/${name}/DeviceID`) ?? '',
    entries: JSON.parse(nodes.textOf(`${uri}/${name}/DeResult`) ?? '[]'),
  }));
}

/** Every member of every group is a device; its address is its identifier. */
function nodesWith(groups: BedOptions['groups']): GatewayNodes {
  const nodes = mapNodes();
  for (const uri of [
    './SCM',
    './SCM/FanOut',
    './SCM/Results',
    './GwConfig',
    './GwConfig/Devices',
    './GwConfig/Groups',
  ])
    nodes.addInterior(uri);
  for (const [name, members] of Object.entries(groups)) {
    nodes.addInterior(`./GwConfig/Groups/${name}`);
    members.forEach((text, index) => {
      nodes.addLeaf(`./GwConfig/Groups/${name}/${index + 1}`, { format: 'chr', text });
    });
  }
  for (const deviceID of new Set(Object.values(groups).flat())) addDevice(nodes, deviceID);
  return nodes;
}

function addDevice(nodes: GatewayNodes, deviceID: string): void {
  const leaves: { readonly [name: string]: string } = {
    DeviceID: deviceID,
    NotificationAddress: deviceID,
    AuthType: 'md5' satisfies ConfiguredDevice['authenticationType'],
    ClientName: deviceID,
    ClientSecret: 'client secret',
    ServerSecret: 'server secret',
  };
  nodes.addInterior(`./GwConfig/Devices/${deviceID}`);
  for (const [name, text] of Object.entries(leaves))
    nodes.addLeaf(`./GwConfig/Devices/${deviceID}/${name}`, { format: 'chr', text });
}

function mapNodes(): GatewayNodes {
  const interior = new Set<string>();
  const leaves = new Map<string, string>();
  const within = (uri: string, from: Iterable<string>): string[] =>
    [...from].filter((one) => one.startsWith(`${uri}/`));
  return {
    textOf: (uri) => leaves.get(uri),
    childrenOf(uri) {
      if (!interior.has(uri)) return undefined;
      const names = [...within(uri, interior), ...within(uri, leaves.keys())];
      return names.map((one) => one.slice(uri.length + 1)).filter((name) => !name.includes('/'));
    },
    addInterior: (uri) => void interior.add(uri),
    addLeaf: (uri, { text }) => void leaves.set(uri, text),
    remove(uri) {
      for (const one of [uri, ...within(uri, interior)]) interior.delete(one);
      for (const one of [uri, ...within(uri, leaves.keys())]) leaves.delete(one);
    },
  };
}

/** A device that connects at once and gives every command this code. */
export function answering(code: number): NonNullable<BedOptions['device']> {
  return async ({ gateway }, deviceID, sessionID) => {
    const work = new DeviceWork(gateway, { deviceID, sessionID: sessionID.toString(16).toUpperCase() });
    const commands = await work.next([]);
    if (commands.length > 0) await work.next(answersWith(commands, code));
    work.ended('finished');
  };
}

/** As a device would say it, with the identifiers of the session. */
export function answersWith(commands: readonly SyncMLCommand[], code: number): readonly AnsweredCommand[] {
  return commands.map((command, index) => {
    const travelled = { ...command, commandID: `s${index + 1}` };
    const statuses = [...allCommands([travelled])].map((one): StatusCommand => {
      return {
        kind: 'Status',
        commandID: '1',
        messageReference: 7,
        commandReference: one.commandID,
        command: one.kind,
        targetReferences: [],
        sourceReferences: [],
        code,
        items: [],
      };
    });
    return { command: travelled, statuses, results: [] };
  });
}

export function get(commandID: string, uri: string): SyncMLCommand {
  return { kind: 'Get', commandID, items: [{ target: { uri } }] };
}

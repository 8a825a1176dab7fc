import { decoded, undecodable } from '../../protocol/model/decoded';
import type { StatusCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import { allCommands } from '../../protocol/model/syncml-identifiers';
import { nodeAt } from '../management-tree/build-tree';
import { seededRandom } from '../runtime/seeded-random';
import { VirtualClock } from '../runtime/virtual-clock';
import type { PendingAlert } from '../syncml/client-draft';
import type { AnsweredCommand } from '../syncml/server-work';
import { createGateway } from './create-gateway';
import { defaultFanOutProcedures } from './default-fan-out-procedures';
import { DEFAULT_GATEWAY_CONFIG } from './default-gateway-config';
import { DeviceWork } from './device-work';
import type { DmGateway } from './dm-gateway';
import type { GatewayConfig, GatewayLimits } from './gateway-config';
import { type GatewayNodes, nodesOf } from './gateway-nodes';
import { gatewayTree } from './gateway-tree';

/**
 * A gateway in virtual time for tests: commands as JSON, devices and the server as functions. It stands
 * for sessions, and knows nothing of how they work.
 */
export interface GatewayBed {
  readonly clock: VirtualClock;
  readonly gateway: DmGateway;
  /** Package 0 that were sent, in order. */
  readonly woken: { readonly deviceID: string; readonly sessionID: number; readonly at: number }[];
  /** Alerts that went to the server, in order. */
  readonly reported: { readonly alert: PendingAlert; readonly to: string; readonly at: number }[];
  /** Writes both nodes. */
  set(group: string, commands: readonly SyncMLCommand[]): void;
  /** Writes one leaf. */
  write(uri: string, value: string): void;
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
  const config = configured(options);
  const tree = gatewayTree(config, { clock, onStart: () => 500 });
  const nodes = nodesOf(tree);
  const { woken, reported }: Pick<GatewayBed, 'woken' | 'reported'> = { woken: [], reported: [] };
  const answers = [...(options.server ?? [])];
  const gateway = createGateway({
    config,
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
      bed.write('./SCM/FanOut/TargetGroupRef', group);
      bed.write('./SCM/FanOut/ToBeFannedOut', JSON.stringify(commands));
    },
    write(uri, value) {
      const node = nodeAt(tree, uri);
      if (node !== undefined) tree.setContent(node, { format: node.format, type: node.type, value });
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
function configured({ groups, limits }: BedOptions): GatewayConfig {
  return {
    ...DEFAULT_GATEWAY_CONFIG,
    devices: [...new Set(Object.values(groups).flat())].map((deviceID) => ({
      name: deviceID,
      deviceID,
      notificationAddress: deviceID,
      authenticationType: 'md5',
      clientName: deviceID,
      clientSecret: 'client secret',
      serverSecret: 'server secret',
    })),
    groups: Object.entries(groups).map(([name, members]) => ({ name, members })),
    limits: { ...DEFAULT_GATEWAY_CONFIG.limits, ...LIMITS, ...limits },
  };
}

/** A device that connects at once and gives every command this code. */
export function answering(code: number): NonNullable<BedOptions['device']> {
  return async ({ gateway }, deviceID, sessionID) => {
    const work = new DeviceWork(gateway, { deviceID, sessionID: sessionID.toString(16).toUpperCase() });
    const commands = await work.next([]);
    if (commands.length > 0) await work.next(answersWith(commands, code));
    work.ended('finished', []);
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

/** Codes of each device, in the order of their results. */
export function codes(bed: GatewayBed, number = 1): { readonly [deviceID: string]: readonly number[] } {
  const results = bed.resultsOf(number) ?? [];
  return Object.fromEntries(
    results.map(({ deviceID, entries }) => [
      deviceID,
      entries.flatMap((entry) => (entry.kind === 'Status' ? entry.code : [])),
    ]),
  );
}

export function connect({ gateway }: GatewayBed, deviceID: string, sessionID = ''): DeviceWork {
  return new DeviceWork(gateway, { deviceID, sessionID });
}

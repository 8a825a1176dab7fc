import assert from 'node:assert/strict';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { countingIds } from '../runtime/counting-ids';
import { seededRandom } from '../runtime/seeded-random';
import { VirtualClock } from '../runtime/virtual-clock';
import type { AnsweredCommand } from '../syncml/server-work';
import { defaultFanOutServerProcedures } from './default-fan-out-server-procedures';
import { DEFAULT_MANAGEMENT_SERVER_CONFIG } from './default-management-server-config';
import { GatewayWork } from './gateway-work';
import { createManagementServer } from './management-server';

/** A server with one gateway in virtual time, for tests that play the gateway command by command. */
const ACCOUNT = {
  deviceID: 'urn:gateway',
  client: { type: 'md5', name: 'gateway', password: 'client secret' },
  server: { type: 'md5', name: 'server', password: 'server secret' },
} as const;

const REQUEST = { gateway: 'urn:gateway', group: './GwConfig/Groups/pumps', commands: '<Get/>' };

export function serverBed() {
  const clock = new VirtualClock(0);
  const woken: { readonly to: string; readonly sessionID: number; readonly at: number }[] = [];
  const server = createManagementServer({
    config: {
      ...DEFAULT_MANAGEMENT_SERVER_CONFIG,
      gateways: [{ ...ACCOUNT, notificationAddress: 'http://gateway/notification' }],
      limits: {
        ...DEFAULT_MANAGEMENT_SERVER_CONFIG.limits,
        notificationRepeats: 2,
        notificationInterval: 1_000,
        attempts: 2,
        settleTime: 100,
        devicesAtOnce: 2,
      },
    },
    procedures: defaultFanOutServerProcedures,
    ports: {
      clock,
      ids: countingIds(),
      random: seededRandom(1),
      deliver: async (to, { sessionID }) => woken.push({ to, sessionID, at: clock.now() }) > 0,
    },
  });
  const gateway = server.gateways.get('urn:gateway');
  assert.ok(gateway !== undefined);
  const request = (changes: Partial<typeof REQUEST> = {}): boolean =>
    server.procedures.requestFanOut(server, { ...REQUEST, ...changes });
  return { clock, woken, gateway, request, session: () => new GatewayWork(server, gateway) };
}

/** Each command with its code, and what a Get found. */
export function answered(
  commands: readonly SyncMLCommand[],
  say: (command: SyncMLCommand, index: number) => { readonly code: number; readonly data?: string },
): readonly AnsweredCommand[] {
  return commands.map((command, index) => {
    const { code, data } = say(command, index);
    const commandReference = `s${index}`;
    const base = { commandID: '', commandReference };
    return {
      command: { ...command, commandID: commandReference },
      statuses: [
        {
          ...base,
          kind: 'Status',
          command: command.kind,
          targetReferences: [],
          sourceReferences: [],
          code,
          items: [],
        },
      ],
      results: data === undefined ? [] : [{ ...base, kind: 'Results', items: [{ data }] }],
    };
  });
}

export const done = (commands: readonly SyncMLCommand[]) => answered(commands, () => ({ code: 200 }));

/** Kind and target of each, with data where there is some. */
export function said(commands: readonly SyncMLCommand[]): readonly string[] {
  return commands.map((command) => {
    const [item] = 'items' in command ? command.items : [];
    const data = typeof item?.data === 'string' ? ` ${item.data}` : '';
    return `${command.kind} ${item?.target?.uri}${data}`;
  });
}

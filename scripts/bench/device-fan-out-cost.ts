import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { deployDmClient } from '../../reference-impl/deploy-dm-client';
import { deployDmGateway } from '../../reference-impl/deploy-dm-gateway';
import { deployDmServer } from '../../reference-impl/deploy-dm-server';
import { DEFAULT_DEVICE_CONFIG } from '../../reference-impl/dm-client/default-device-config';
import { DEFAULT_GATEWAY_CONFIG } from '../../reference-impl/dm-gateway/default-gateway-config';
import { DEFAULT_MANAGEMENT_SERVER_CONFIG } from '../../reference-impl/dm-server/default-management-server-config';
import { defaultManagementServerProcedures } from '../../reference-impl/dm-server/default-procedures';
import type { ManagementServerProcedures } from '../../reference-impl/dm-server/procedures';
import { countingIds } from '../../reference-impl/runtime/counting-ids';
import { realClock } from '../../reference-impl/runtime/real-clock';
import { seededRandom } from '../../reference-impl/runtime/seeded-random';
import type { Account } from '../../reference-impl/syncml/account';
import { type Cost, costOf } from './cost';
import type { Transmit } from './http-client';

export interface DeviceFanOutCost {
  readonly devices: number;
  /** From the wish for a fan-out until the server has the result of every device, all messages written and read. */
  readonly whole: Cost;
  /** What the heap grew by at most meanwhile, in bytes; what is not needed any more and not collected yet is in it. */
  readonly heapGrowth: number;
}

const SERVER = 'http://server.example';
const GATEWAY = 'http://gateway.example';
const COMMANDS =
  '<Get><Item><Target><LocURI>./DevInfo/DevId</LocURI></Target></Item></Get>' +
  '<Replace><Item><Target><LocURI>./Test/Level</LocURI></Target><Data>7</Data></Item></Replace>';

/** One server, one gateway and so many devices in this process: what a fan-out to all of them costs, without sockets. */
export async function measureDeviceFanOut(devices: number): Promise<DeviceFanOutCost> {
  const world = worldOf(Array.from({ length: devices }, (_, index) => `d${index + 1}`));
  await world.fanOut();
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const whole = await costOf(() => world.fanOut());
  world.close();
  return { devices, whole, heapGrowth: world.largestHeap() - before };
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
}

/** Messages between two looks at the heap. */
const SAMPLING = 50;

function worldOf(names: readonly string[]) {
  const endpoints = new Map<string, Transmit>();
  const runtime = { clock: realClock, ids: countingIds(), random: seededRandom(1) };
  let sent = 0;
  let largestHeap = 0;
  const transmit: Transmit = (request) => {
    sent += 1;
    if (sent % SAMPLING === 0) largestHeap = Math.max(largestHeap, process.memoryUsage().heapUsed);
    const endpoint = endpoints.get(new URL(request.url).origin);
    return endpoint === undefined ? Promise.reject(new Error('nothing listens there')) : endpoint(request);
  };
  const account = accountOf({ serverID: 'server', address: SERVER, deviceID: 'urn:gateway' });
  const told = whenLookedAt();
  const config = { ...DEFAULT_MANAGEMENT_SERVER_CONFIG, serverID: 'server', serverAddress: `${SERVER}/dm` };
  const server = deployDmServer({
    config: { ...config, gateways: [{ ...account, notificationAddress: `${GATEWAY}/notification` }] },
    runtime,
    transmit,
    procedures: told.procedures,
  });
  endpoints.set(SERVER, server.endpoint);
  const gateway = gatewayOf({ account, names, runtime, transmit });
  endpoints.set(GATEWAY, gateway.endpoint);
  const devices = names.map((name) => {
    const own = accountOf({ serverID: 'gateway', address: GATEWAY, deviceID: `urn:${name}` });
    const deviceConfig = { ...DEFAULT_DEVICE_CONFIG, deviceID: own.deviceID, servers: [own] };
    const device = deployDmClient({ config: deviceConfig, runtime, transmit });
    endpoints.set(`http://${name}.example`, device.endpoint);
    return device;
  });
  return {
    async fanOut(): Promise<void> {
      const looked = told.next();
      largestHeap = 0;
      server.role.request({
        gateway: account.deviceID,
        group: './GwConfig/Groups/all',
        commands: COMMANDS,
      });
      const results = await looked;
      if (results !== names.length)
        throw new Error(
          `the server has ${results} results, expected one from each of ${names.length} devices`,
        );
    },
    largestHeap: () => largestHeap,
    close: () => [server, gateway, ...devices].map((deployed) => deployed.close()),
  };
}

interface GatewayParts {
  readonly account: Account;
  readonly names: readonly string[];
  readonly runtime: Parameters<typeof deployDmGateway>[0]['runtime'];
  readonly transmit: Transmit;
}

function gatewayOf({ account, names, runtime, transmit }: GatewayParts) {
  return deployDmGateway({
    config: {
      ...DEFAULT_GATEWAY_CONFIG,
      deviceID: account.deviceID,
      servers: [account],
      deviceServerID: 'gateway',
      deviceServerAddress: `${GATEWAY}/dm`,
      devices: names.map((name) => ({
        name,
        deviceID: `urn:${name}`,
        notificationAddress: `http://${name}.example/notification`,
        authenticationType: 'md5',
        clientName: 'client',
        clientSecret: 'one',
        serverSecret: 'two',
      })),
      groups: [{ name: 'all', members: names.map((name) => `urn:${name}`) }],
    },
    runtime,
    transmit,
  });
}

function accountOf(names: {
  readonly serverID: string;
  readonly address: string;
  readonly deviceID: string;
}): Account {
  const { serverID, address, deviceID } = names;
  return {
    serverID,
    serverAddress: `${address}/dm`,
    deviceID,
    client: { type: 'md5', name: 'client', password: 'one' },
    server: { type: 'md5', name: serverID, password: 'two' },
  };
}

/** Tells how many results the server has once it has looked at them. */
function whenLookedAt() {
  let tell = (_: number): void => {};
  const { fanOut } = defaultManagementServerProcedures;
  const procedures: ManagementServerProcedures = {
    ...defaultManagementServerProcedures,
    fanOut: {
      ...fanOut,
      *askForResults(server, gateway, report) {
        yield* fanOut.askForResults(server, gateway, report);
        tell(fanOut.jobOf(gateway, report)?.results.length ?? 0);
      },
    },
  };
  const next = (): Promise<number> =>
    new Promise((resolve) => {
      tell = resolve;
    });
  return { procedures, next };
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deployDmGateway } from './deploy-dm-gateway';
import { deployDmServer } from './deploy-dm-server';
import { DEFAULT_GATEWAY_CONFIG } from './dm-gateway/default-gateway-config';
import { defaultGatewayProcedures } from './dm-gateway/default-procedures';
import { DEFAULT_MANAGEMENT_SERVER_CONFIG } from './dm-server/default-management-server-config';
import { buildTree } from './management-tree/build-tree';
import { createCommandPerformer } from './management-tree/performer';
import { notificationEndpoint } from './notification-endpoint';
import { countingIds } from './runtime/counting-ids';
import { seededRandom } from './runtime/seeded-random';
import { VirtualClock } from './runtime/virtual-clock';
import type { Account } from './syncml/account';
import { clientParty } from './syncml/client-party';
import type { ClientSide } from './syncml/client-side';
import { wakeUp } from './syncml/client-wake-up';
import { syncmlOutbound } from './syncml-outbound';
import { syncmlSizeIn } from './syncml-size-in';

type Endpoint = (message: Request) => Promise<Response>;

const SERVER = 'http://server.example';
const GATEWAY = 'http://gateway.example';

/** Server, gateway and devices that reach each other without sockets, in virtual time. */
function world(type: 'basic' | 'md5' | 'hmac', serialization: 'xml' | 'wbxml', devices: readonly string[]) {
  const clock = new VirtualClock();
  const endpoints = new Map<string, Endpoint>();
  const wire: string[] = [];
  const transmit = async (request: Request): Promise<Response> => {
    const { origin, pathname } = new URL(request.url);
    wire.push(`${origin}${pathname}`);
    const endpoint = endpoints.get(origin);
    if (endpoint === undefined) throw new Error(`nothing listens at ${origin}`);
    return endpoint(request);
  };
  const runtime = { clock, ids: countingIds(), random: seededRandom(7) };
  const account: Account = {
    serverID: 'com.flowproof.server',
    serverAddress: `${SERVER}/dm`,
    deviceID: 'urn:x-flowproof:gateway',
    client: { type, name: 'gateway', password: 'one' },
    server: { type, name: 'com.flowproof.server', password: 'two' },
  };
  const server = deployDmServer({
    config: {
      ...DEFAULT_MANAGEMENT_SERVER_CONFIG,
      serverAddress: `${SERVER}/dm`,
      gateways: [{ ...account, notificationAddress: `${GATEWAY}/notification` }],
    },
    runtime,
    transmit,
  });
  const gateway = deployDmGateway({
    config: {
      ...DEFAULT_GATEWAY_CONFIG,
      deviceServerAddress: `${GATEWAY}/dm`,
      serialization,
      servers: [account],
      devices: devices.map((name) => ({
        name,
        deviceID: `urn:${name}`,
        notificationAddress: `http://${name}.example/notification`,
        authenticationType: type,
        clientName: name,
        clientSecret: `${name} secret`,
        serverSecret: `secret for ${name}`,
      })),
      groups: [{ name: 'pumps', members: devices.map((name) => `urn:${name}`) }],
    },
    runtime,
    transmit,
  });
  endpoints.set(SERVER, server.endpoint);
  endpoints.set(GATEWAY, gateway.endpoint);
  const addDevice = (name: string): void => {
    const side = deviceSide(name, { clock, type, serialization, transmit });
    endpoints.set(
      `http://${name}.example`,
      notificationEndpoint((received) => wakeUp(side, received)),
    );
  };
  const ask = (commands: string): Promise<Response> => {
    const body = {
      procedure: 'fanOut',
      gateway: account.deviceID,
      group: './GwConfig/Groups/pumps',
      commands,
    };
    const headers = { 'Content-Type': 'application/json' };
    return server.endpoint(
      new Request(`${SERVER}/trigger`, { method: 'POST', headers, body: JSON.stringify(body) }),
    );
  };
  const jobs = () => server.role.server.gateways.get(account.deviceID)?.jobs ?? [];
  return { clock, wire, addDevice, ask, jobs };
}

interface DeviceParts {
  readonly clock: VirtualClock;
  readonly type: 'basic' | 'md5' | 'hmac';
  readonly serialization: 'xml' | 'wbxml';
  readonly transmit: (request: Request) => Promise<Response>;
}

function deviceSide(name: string, { clock, type, serialization, transmit }: DeviceParts): ClientSide {
  const account: Account = {
    serverID: 'com.flowproof.gateway',
    serverAddress: `${GATEWAY}/dm`,
    deviceID: `urn:${name}`,
    client: { type, name, password: `${name} secret` },
    server: { type, name: 'com.flowproof.gateway', password: `secret for ${name}` },
  };
  const tree = buildTree(
    { nodes: { Pressure: { value: `${name} bar`, acl: 'Get=*&Replace=*', access: ['Get', 'Replace'] } } },
    { clock },
  );
  return {
    parties: new Map([[account.serverID, clientParty(account)]]),
    deviceInformation: () => [{ source: { uri: './DevInfo/DevId' }, data: `urn:${name}` }],
    performer: createCommandPerformer(tree),
    limits: DEFAULT_GATEWAY_CONFIG.limits.asDevice,
    ports: {
      clock,
      transmit: syncmlOutbound(transmit, { serialization }),
      sizeOf: syncmlSizeIn(serialization),
    },
    random: seededRandom(name.length),
    procedures: defaultGatewayProcedures.asDevice,
  };
}

const COMMANDS =
  '<Get><CmdID>1</CmdID><Item><Target><LocURI>./Pressure</LocURI></Target></Item></Get>' +
  '<Delete><CmdID>2</CmdID><Item><Target><LocURI>./Missing</LocURI></Target></Item></Delete>';

for (const type of ['basic', 'md5', 'hmac'] as const)
  for (const serialization of ['xml', 'wbxml'] as const) {
    test(`the whole workflow, with ${type} credentials in ${serialization}`, async () => {
      const { clock, addDevice, ask, jobs } = world(type, serialization, ['a', 'b']);
      addDevice('a');
      addDevice('b');
      assert.equal((await ask(COMMANDS)).status, 204);
      await clock.advance(1_000);
      const [job] = jobs();
      assert.equal(job?.state, 'reported');
      assert.deepEqual(
        job.results.map(({ deviceID }) => deviceID),
        ['urn:a', 'urn:b'],
      );
      const [first, second] = job.results.map(({ response }) =>
        response.replaceAll(/<CmdID>\d+<\/CmdID>| xmlns="[^"]*"/g, ''),
      );
      const expected = (name: string): string =>
        '<Status><MsgRef>1</MsgRef><CmdRef>1</CmdRef><Cmd>Get</Cmd><TargetRef>./Pressure</TargetRef><Data>200</Data></Status>' +
        '<Results><MsgRef>1</MsgRef><CmdRef>1</CmdRef>' +
        `<Item><Source><LocURI>./Pressure</LocURI></Source><Data>${name} bar</Data></Item></Results>` +
        '<Status><MsgRef>1</MsgRef><CmdRef>2</CmdRef><Cmd>Delete</Cmd><TargetRef>./Missing</TargetRef><Data>404</Data></Status>';
      assert.deepEqual([first, second], [expected('a'), expected('b')]);
    });
  }

test('a device that is not there has an entry that says so, after the time limit', async () => {
  const { clock, addDevice, ask, jobs, wire } = world('md5', 'xml', ['a', 'gone']);
  addDevice('a');
  await ask(COMMANDS);
  await clock.advance(299_000);
  assert.equal(jobs()[0]?.state, 'started');
  assert.equal(wire.filter((one) => one.includes('gone')).length, 4);
  await clock.advance(2_000);
  const codes = jobs()[0]?.results.map(({ response }) => response.match(/(?<=<Data>)\d{3}(?=<)/g));
  assert.deepEqual(codes, [
    ['200', '404'],
    ['408', '408'],
  ]);
});

test('two fan-outs at once have results of their own', async () => {
  const { clock, addDevice, ask, jobs } = world('hmac', 'wbxml', ['a']);
  addDevice('a');
  await Promise.all([ask(COMMANDS), ask(COMMANDS.replace('Pressure', 'Other'))]);
  await clock.advance(1_000);
  const [one, two] = jobs();
  assert.match(one?.results[0]?.response ?? '', /a bar/);
  assert.match(two?.results[0]?.response ?? '', /<Data>404<.*<Data>404</);
});

test('a trigger for a gateway that nobody knows, or that is none, is refused', async () => {
  const server = deployDmServer({
    config: DEFAULT_MANAGEMENT_SERVER_CONFIG,
    runtime: { clock: new VirtualClock(), ids: countingIds(), random: seededRandom(1) },
    transmit: () => Promise.reject(new Error('nobody listens')),
  });
  const trigger = async (method: string, type: string, body?: string): Promise<number> => {
    const init = { method, headers: { 'Content-Type': type }, ...(body !== undefined && { body }) };
    return (await server.endpoint(new Request(`${SERVER}/trigger`, init))).status;
  };
  const known = JSON.stringify({ procedure: 'fanOut', gateway: 'urn:x', group: './G', commands: '' });
  assert.equal(await trigger('POST', 'application/json', known), 409);
  assert.equal(await trigger('POST', 'application/json', '{"procedure":"fanIn"}'), 400);
  assert.equal(await trigger('POST', 'application/json', '{'), 400);
  assert.equal(await trigger('POST', 'text/plain', known), 415);
  assert.equal(await trigger('GET', 'application/json'), 405);
});

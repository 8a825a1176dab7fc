import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ConfigError } from '../config/config-error';
import { createHttpLink } from '../links/http';
import { lateListener } from '../links/late-listener';
import { serveDmClient, serveDmGateway, serveDmServer } from './serve-reference-dm';

const LISTENING = { host: '127.0.0.1', port: 0, isLoopback: true };
const SECRETS = {
  client: { authentication: 'hmac', password: 'client secret' },
  server: { authentication: 'hmac', password: 'server secret' },
} as const;

const link = createHttpLink();
after(() => link.close());

/** An address that is known before what is behind it; `passed` sees everything that goes there. */
async function relay(name: string, passed: (body: string) => void = () => {}) {
  const own = await lateListener(link, name);
  const to = (address: string): void =>
    own.serve(async (request) => {
      const { pathname, search } = new URL(request.url);
      const body = await request.arrayBuffer();
      passed(new TextDecoder().decode(body));
      const { method, headers } = request;
      return link.send(new Request(`${address}${pathname}${search}`, { method, headers, body }));
    });
  return { address: own.address, to };
}

test('server, gateway and device as three listeners fan out over sockets', async () => {
  let look: (body: string) => void = () => {};
  const looked = new Promise<string>((resolve) => {
    look = resolve;
  });
  const toServer = await relay('server', (body) => {
    if (body.includes('/DeResult</LocURI></Source>')) look(body);
  });
  const toDevice = await relay('device');
  const device = { deviceID: 'urn:d1', ...SECRETS };
  const gateway = await serveDmGateway(LISTENING, {
    deviceID: 'urn:gw',
    gatewayServerID: 'gw.example',
    servers: [{ serverID: 'server.example', address: `${toServer.address}/dm`, ...SECRETS }],
    devices: [{ ...device, notification: `${toDevice.address}/notification` }],
    groups: { pumps: ['urn:d1'] },
  });
  const server = await serveDmServer(LISTENING, {
    address: toServer.address,
    serverID: 'server.example',
    gateways: [{ deviceID: 'urn:gw', notification: `${gateway.address}/notification`, ...SECRETS }],
  });
  const client = await serveDmClient(LISTENING, {
    deviceID: 'urn:d1',
    servers: [{ serverID: 'gw.example', address: `${gateway.address}/dm`, ...SECRETS }],
  });
  toServer.to(server.address);
  toDevice.to(client.address);
  const answer = await link.send(
    new Request(`${server.address}/trigger`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        procedure: 'fanOut',
        gateway: 'urn:gw',
        group: './GwConfig/Groups/pumps',
        commands: '<Get><Item><Target><LocURI>./DevInfo/DevId</LocURI></Target></Item></Get>',
      }),
    }),
  );
  assert.equal(answer.status, 204);
  assert.match(await looked, /&lt;Data&gt;urn:d1&lt;\/Data&gt;/);
  await Promise.all([server, gateway, client].map((served) => served.close()));
});

test('what they say of themselves names paths and identifiers', async () => {
  const served = await serveDmGateway(LISTENING, {});
  await served.close();
  assert.equal(
    served.about,
    'gateway urn:x-flowproof:gateway: ' +
      `package 0 of com.flowproof.server at ${served.address}/notification; ` +
      `devices connect to com.flowproof.gateway at ${served.address}/dm; groups ./GwConfig/Groups/pumps`,
  );
});

test('without passwords of their own they listen on loopback only', async () => {
  const outside = { host: '0.0.0.0', port: 0, isLoopback: false };
  for (const serve of [serveDmServer, serveDmGateway, serveDmClient])
    await assert.rejects(serve(outside, {}), ConfigError);
});

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { createHttpLink } from '../harness/links/http';
import { deployDM2Client } from './deploy-dm2-client';
import { DEFAULT_DM2_CLIENT_CONFIG } from './dm2-client/default-dm2-client-config';
import { DEVINFO, LAMP, objects, package2 } from './dm2-client-bed';
import { realClock } from './runtime/real-clock';
import { seededRandom } from './runtime/seeded-random';

const link = createHttpLink();
after(() => link.close());

test('the client over sockets: Digest, Link, what repositories do, and the results in their order', async () => {
  const seen: string[] = [];
  let finish: (results: unknown) => void = () => {};
  const finished = new Promise<unknown>((resolve) => {
    finish = resolve;
  });
  const repository = await link.listen('repository', async (request) => {
    const { pathname } = new URL(request.url);
    seen.push(`${request.method} ${pathname} ${request.headers.get('Content-Type')} ${await request.text()}`);
    if (pathname === '/away') return new Response(null, { status: 302, headers: { Location: '/lamp' } });
    if (pathname === '/long') return new Response('a'.repeat(1024 * 1024 + 1));
    return pathname === '/lamp' ? objects(['x', { Level: 7 }]) : new Response(null, { status: 201 });
  });
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const server = await link.listen('server', async (request) => {
    const header = request.headers.get('Authorization') ?? '';
    const value = (name: string) => new RegExp(`${name}="?([^",]+)`, 'u').exec(header)?.[1] ?? '';
    const { pathname } = new URL(request.url);
    const asked = hash(`POST:${pathname}`);
    const due = hash(`${hash('u:dm:p')}:n1:${value(' nc')}:${value('cnonce')}:auth:${asked}`);
    if (value('response') !== due)
      return new Response('Who is it?', {
        status: 401,
        headers: { 'WWW-Authenticate': 'Digest realm="dm", qop="auth", algorithm=SHA-256, nonce="n1"' },
      });
    if (pathname === '/dm')
      return package2(
        [
          ['HGET', `${repository.address}/lamp`, `${LAMP}/hall/Level`],
          ['HGET', `${repository.address}/away`, `${LAMP}/hall/Level`],
          ['HGET', `${repository.address}/long`, `${LAMP}/hall/Name`],
          ['HPUT', `${repository.address}/in`, `${LAMP}/hall/Level`],
          ['HGET', 'http://127.0.0.1:1/', `${LAMP}/hall/Level`],
          ['GET', `${DEVINFO}//FwV`],
        ],
        { Link: '</dm/1>; rel="next"' },
      );
    finish(JSON.parse(await request.text()));
    return package2([['END']]);
  });
  const { endpoint, close } = deployDM2Client({
    config: {
      ...DEFAULT_DM2_CLIENT_CONFIG,
      servers: [
        {
          serverID: 'dms.example',
          serverURI: `${server.address}/dm`,
          credentials: { user: 'u', password: 'p', areSentAtOnce: false },
        },
      ],
      allowedHosts: [new URL(repository.address).host, '127.0.0.1:1'],
    },
    runtime: { clock: realClock, random: seededRandom(1) },
    transmit: (request) => link.send(request),
  });
  const body = JSON.stringify({
    procedure: 'internalEvent',
    event: 'user',
    serverURI: `${server.address}/dm`,
  });
  const headers = { 'Content-Type': 'application/json' };
  const answer = await endpoint(new Request('http://device/trigger', { method: 'POST', headers, body }));
  assert.equal(answer.status, 204);
  assert.deepEqual(await finished, {
    Status: [
      { sc: 200 },
      { sc: 502 },
      { sc: 413 },
      { sc: 200 },
      { sc: 503 },
      { sc: 200, Data: [{ ClientURI: `${DEVINFO}/1/FwV`, MOData: { FwV: '4.0.4' } }] },
    ],
  });
  assert.deepEqual(seen, [
    'GET /lamp null ',
    'GET /away null ',
    'GET /long null ',
    `PUT /in application/vnd.oma.dm.mo+json [{"ClientURI":"${LAMP}/hall/Level","MOData":{"Level":7}}]`,
  ]);
  close();
});

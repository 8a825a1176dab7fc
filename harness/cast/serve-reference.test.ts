import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { killServedProcesses, type ServedProcess, serveProcess } from './served-process';
import { type ReceivedMessage, SilentApplication } from './silent-application';

/** The server as people start it, killed without warning. */

const LIMIT = { timeout: 60_000 };
const folder = mkdtempSync(join(tmpdir(), 'flowproof-serve-'));
after(() => {
  killServedProcesses();
  rmSync(folder, { recursive: true });
});

interface Asked {
  readonly content?: object;
  /** Container, unless told otherwise. */
  readonly type?: number;
  readonly notificationURI?: string;
}

async function ask(
  { address }: ServedProcess,
  method: string,
  path: string,
  { content, type = 3, notificationURI }: Asked = {},
) {
  const headers = {
    'X-M2M-RI': 'r1',
    'X-M2M-Origin': 'CAdmin',
    'X-M2M-RVI': '3',
    'Content-Type': `application/json;ty=${type}`,
    ...(notificationURI !== undefined && { 'X-M2M-RTU': notificationURI }),
  };
  const body = content === undefined ? {} : { body: JSON.stringify(content) };
  const response = await fetch(address + path, { method, headers, ...body });
  const text = await response.text();
  return { code: response.headers.get('X-M2M-RSC'), body: text === '' ? undefined : JSON.parse(text) };
}

test('resources are there after a kill -9 and a restart, as they were', LIMIT, async () => {
  const file = join(folder, 'resources.db');
  const first = await serveProcess(['--store', file]);
  const members: string[] = [];
  for (const name of ['c1', 'c2', 'c3']) {
    const created = await ask(first, 'POST', '/cse-base', { content: { 'm2m:cnt': { rn: name } } });
    assert.equal(created.code, '2001');
    members.push(created.body['m2m:cnt'].ri);
  }
  const group = { 'm2m:grp': { rn: 'g1', mt: 3, mnm: 10, mid: members } };
  assert.equal((await ask(first, 'POST', '/cse-base', { content: group, type: 9 })).code, '2001');
  assert.equal(
    (await ask(first, 'POST', '/cse-base/c1', { content: { 'm2m:cin': { con: 'on' } }, type: 4 })).code,
    '2001',
  );
  assert.equal((await ask(first, 'DELETE', '/cse-base/c3')).code, '2002');
  const paths = ['/cse-base/c1', '/cse-base/c2', '/cse-base/g1', '/cse-base/c1/la'];
  const before = await Promise.all(paths.map((path) => ask(first, 'GET', path)));
  const base = await ask(first, 'GET', '/cse-base');
  await first.end('SIGKILL');

  const second = await serveProcess(['--store', file]);
  assert.deepEqual(await Promise.all(paths.map((path) => ask(second, 'GET', path))), before);
  assert.equal((await ask(second, 'GET', '/cse-base/c3')).code, '4004');
  assert.deepEqual(before[0]?.body['m2m:cnt'].cni, 1);
  const again = await ask(second, 'GET', '/cse-base');
  assert.equal(again.body['m2m:cb'].ct, base.body['m2m:cb'].ct);
  assert.deepEqual(again.body['m2m:cb'].poa, [second.address]);
  assert.equal(
    (await ask(second, 'POST', '/cse-base', { content: { 'm2m:cnt': { rn: 'c1' } } })).code,
    '4105',
  );
  const fresh = await ask(second, 'POST', '/cse-base', { content: { 'm2m:cnt': { rn: 'c4' } } });
  assert.equal(fresh.code, '2001');
  assert.ok(!members.includes(fresh.body['m2m:cnt'].ri));
  await second.end('SIGTERM');
});

test('whatever was answered before a kill -9 amid many requests is there afterwards', LIMIT, async () => {
  const file = join(folder, 'amid.db');
  const first = await serveProcess(['--store', file]);
  const answered: string[] = [];
  let killed: Promise<void> | undefined;
  const create = async (name: string): Promise<void> => {
    const { code } = await ask(first, 'POST', '/cse-base', { content: { 'm2m:cnt': { rn: name } } });
    assert.equal(code, '2001');
    answered.push(name);
    if (answered.length === 20) killed = first.end('SIGKILL');
  };
  await Promise.allSettled(Array.from({ length: 200 }, (_, at) => create(`c${at}`)));
  await killed;
  assert.ok(answered.length >= 20 && killed !== undefined, `${answered.length} were answered`);

  const second = await serveProcess(['--store', file]);
  for (const name of answered)
    assert.equal((await ask(second, 'GET', `/cse-base/${name}`)).code, '2000', name);
  await second.end('SIGTERM');
});

const RETRY_LIMIT = 3;
const MEMBERS = ['/cse2/m3', 'cse-base/c1', 'cse-base/c2'];

/** Members that a result message tells of. @see IGO 2.2 step 5 */
function toldIn({ body }: ReceivedMessage): readonly string[] {
  return namesIn(JSON.parse(body)['m2m:rsp']);
}

function namesIn(response: { pc: { 'm2m:agr': { 'm2m:rsp': { fr: string; rsc: number }[] } } }) {
  return response.pc['m2m:agr']['m2m:rsp'].filter(({ rsc }) => rsc === 2000).map(({ fr }) => fr);
}

/** Two members of its own and one of /cse2, which is where the application listens. */
async function furnish(server: ServedProcess, pointOfAccess: string): Promise<void> {
  const attributes = {
    rn: 'cse2',
    csi: '/cse2',
    cb: '/cse2/base',
    poa: [pointOfAccess],
    rr: true,
    srv: ['3'],
  };
  const remote = { content: { 'm2m:csr': attributes }, type: 16 };
  const members = ['c1', 'c2'].map((name) => ({ content: { 'm2m:cnt': { rn: name } } }));
  const group = { content: { 'm2m:grp': { rn: 'g1', mnm: 10, mid: MEMBERS } }, type: 9 };
  for (const asked of [remote, ...members, group]) {
    const { code, body } = await ask(server, 'POST', '/cse-base', asked);
    assert.equal(code, '2001', JSON.stringify(body));
  }
}

test(
  'a result message that nobody acknowledges goes on where it stood after a kill -9, and no result is lost',
  LIMIT,
  async (t) => {
    const config = join(folder, 'short.yaml');
    const retry = `{ limit: ${RETRY_LIMIT}, interval: 400, acknowledgementTimeout: 200 }`;
    writeFileSync(config, `notificationRetry: ${retry}\nofflineRetryInterval: 200\n`);
    const options = ['--store', join(folder, 'pending.db'), '--config', config];
    const application = new SilentApplication();
    t.after(() => application.close());
    const address = await application.listen();
    const messages = () => application.received.filter(({ path }) => path === '/nt');
    const sends = (identifier: string) => messages().filter((one) => one.requestIdentifier === identifier);

    const first = await serveProcess(options);
    await furnish(first, address);
    const accepted = await ask(first, 'GET', '/cse-base/g1/fopt?rt=2', { notificationURI: `${address}/nt` });
    assert.equal(accepted.code, '1002');
    await application.until(() => messages().length === 2 && application.received.length > 2);
    await first.end('SIGKILL');
    const [pending] = messages();
    assert.ok(pending !== undefined);
    assert.deepEqual(toldIn(pending), ['cse-base/c1', 'cse-base/c2']);
    assert.equal(sends(pending.requestIdentifier).length, 2);

    application.acknowledges = ({ requestIdentifier }) => requestIdentifier !== pending.requestIdentifier;
    const second = await serveProcess(options);
    const inquire = () => ask(second, 'GET', `/${accepted.body['m2m:uri']}`);
    const between = await inquire();
    assert.deepEqual(namesIn(between.body['m2m:req'].ors).slice(0, 2), toldIn(pending));
    await application.until(() =>
      messages().some((one) => one.requestIdentifier !== pending.requestIdentifier),
    );
    const after = await inquire();
    await second.end('SIGTERM');
    application.close();

    const [next, ...others] = messages().filter((one) => one.requestIdentifier !== pending.requestIdentifier);
    assert.ok(next !== undefined && others.length === 0);
    assert.deepEqual(toldIn(next), ['/cse2/m3']);
    assert.equal(sends(pending.requestIdentifier).length, 1 + RETRY_LIMIT);
    assert.equal(new Set(sends(pending.requestIdentifier).map(({ bytes }) => bytes)).size, 1);
    assert.deepEqual([...namesIn(after.body['m2m:req'].ors)].sort(), MEMBERS);
    assert.equal(after.body['m2m:req'].rs, 1);
  },
);

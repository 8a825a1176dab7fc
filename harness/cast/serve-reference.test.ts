import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type ServedProcess, serveProcess } from './served-process';

/** The server as people start it, killed without warning. */

const LIMIT = { timeout: 60_000 };
const folder = mkdtempSync(join(tmpdir(), 'flowproof-serve-'));
after(() => rmSync(folder, { recursive: true }));

async function ask(server: ServedProcess, method: string, path: string, content?: object, type = 3) {
  const headers = {
    'X-M2M-RI': 'r1',
    'X-M2M-Origin': 'CAdmin',
    'X-M2M-RVI': '3',
    'Content-Type': `application/json;ty=${type}`,
  };
  const body = content === undefined ? {} : { body: JSON.stringify(content) };
  const response = await fetch(server.address + path, { method, headers, ...body });
  const text = await response.text();
  return { code: response.headers.get('X-M2M-RSC'), body: text === '' ? undefined : JSON.parse(text) };
}

test('resources are there after a kill -9 and a restart, as they were', LIMIT, async () => {
  const file = join(folder, 'resources.db');
  const first = await serveProcess(['--store', file]);
  const members: string[] = [];
  for (const name of ['c1', 'c2', 'c3']) {
    const created = await ask(first, 'POST', '/cse-base', { 'm2m:cnt': { rn: name } });
    assert.equal(created.code, '2001');
    members.push(created.body['m2m:cnt'].ri);
  }
  const group = { 'm2m:grp': { rn: 'g1', mt: 3, mnm: 10, mid: members } };
  assert.equal((await ask(first, 'POST', '/cse-base', group, 9)).code, '2001');
  assert.equal((await ask(first, 'POST', '/cse-base/c1', { 'm2m:cin': { con: 'on' } }, 4)).code, '2001');
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
  assert.equal((await ask(second, 'POST', '/cse-base', { 'm2m:cnt': { rn: 'c1' } })).code, '4105');
  const fresh = await ask(second, 'POST', '/cse-base', { 'm2m:cnt': { rn: 'c4' } });
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
    const { code } = await ask(first, 'POST', '/cse-base', { 'm2m:cnt': { rn: name } });
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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_CONFIG } from './cse/default-config';
import { deployCse } from './deploy';
import { countingIds } from './runtime/counting-ids';
import { seededRandom } from './runtime/seeded-random';
import { VirtualClock } from './runtime/virtual-clock';
import { memoryStorage } from './store/memory-storage';
import type { Storage } from './store/storage';

const START = Date.UTC(2026, 10, 20);

function deploy(
  storage: Storage,
  pointOfAccess: string,
  start = START,
  transmit = async () => new Response(),
) {
  const runtime = { clock: new VirtualClock(start), ids: countingIds(), random: seededRandom(1) };
  const config = { ...DEFAULT_CONFIG, pointOfAccess: [pointOfAccess] };
  return deployCse({ config, runtime, transmit, storage });
}

function message(method: string, path: string, body?: string): Request {
  const headers = {
    'X-M2M-RI': 'r1',
    'X-M2M-Origin': 'CAdmin',
    'X-M2M-RVI': '3',
    'Content-Type': 'application/json;ty=3',
  };
  return new Request(`http://cse1.example${path}`, { method, headers, ...(body !== undefined && { body }) });
}

test('the store has what an answer tells of before the answer leaves', async () => {
  const events: string[] = [];
  const storage = { ...memoryStorage(), commit: () => void events.push('commit') };
  const { endpoint } = deploy(storage, 'http://cse1.example');
  const answered = endpoint(message('POST', '/cse-base', '{"m2m:cnt":{"rn":"c1"}}'));
  const response = await answered.finally(() => events.push('answer'));
  assert.equal(response.headers.get('X-M2M-RSC'), '2001');
  assert.deepEqual(events, ['commit', 'answer']);
});

test('the store has what a request of the CSE tells of before that request leaves', async () => {
  const events: string[] = [];
  const storage = { ...memoryStorage(), commit: () => void events.push('commit') };
  const transmit = async (): Promise<Response> => {
    events.push('request');
    return new Response(null, { headers: { 'X-M2M-RSC': '2000', 'X-M2M-RI': 'x' } });
  };
  const { endpoint } = deploy(storage, 'http://cse1.example', START, transmit);
  storage.resources.put({
    resourceID: 'csr-1',
    parentID: 'cb1',
    resourceName: 'cse2',
    resourceType: 16,
    element: 'm2m:csr',
    attributes: { resourceName: 'cse2', 'CSE-ID': '/cse2', pointOfAccess: ['http://cse2.example'] },
    createdBy: '/cse2',
  });
  await endpoint(message('GET', '/~/cse2/-/far'));
  assert.deepEqual(events, ['commit', 'request', 'commit']);
});

test('what the store cannot keep is answered by 5000, and no answer tells of success', async () => {
  const full = (): void => {
    throw new Error('no room');
  };
  const { endpoint } = deploy({ ...memoryStorage(), commit: full }, 'http://cse1.example');
  const response = await endpoint(message('POST', '/cse-base', '{"m2m:cnt":{"rn":"c1"}}'));
  assert.deepEqual([response.status, response.headers.get('X-M2M-RSC')], [500, '5000']);
});

test('a CSE that comes back has its CSEBase from before, at the address of now', async () => {
  const storage = memoryStorage();
  deploy(storage, 'http://first.example').close();
  deploy(storage, 'http://first.example', START + 60_000).close();
  const before = storage.resources.get('cb1')?.attributes;
  assert.deepEqual(
    [before?.pointOfAccess, before?.creationTime, before?.lastModifiedTime],
    [['http://first.example'], '20261120T000000,000', '20261120T000000,000'],
  );
  deploy(storage, 'http://second.example', START + 60_000).close();
  const now = storage.resources.get('cb1')?.attributes;
  assert.deepEqual(
    [now?.pointOfAccess, now?.creationTime, now?.lastModifiedTime],
    [['http://second.example'], '20261120T000000,000', '20261120T000100,000'],
  );
  assert.equal([...storage.resources.all()].length, 2);
});

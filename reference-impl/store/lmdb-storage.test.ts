import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { open } from 'lmdb';
import { openLmdbStorage } from './lmdb-storage';
import { StoreError } from './store-error';

const folder = mkdtempSync(join(tmpdir(), 'flowproof-lmdb-'));
after(() => rmSync(folder, { recursive: true }));

const OWNER = '/cse1/cb1';

function place(name: string): string {
  return join(folder, name);
}

async function refusalOf(file: string, owner = OWNER): Promise<string> {
  const outcome = await openLmdbStorage({ file, owner }).catch((error: unknown) => error);
  assert.ok(outcome instanceof StoreError, `expected a StoreError, got ${String(outcome)}`);
  assert.equal(outcome.file, file);
  return `${outcome.problem}; ${outcome.advice}`;
}

/** A database with one entry under this key of its root. */
async function foreignDatabase(name: string, key: string, value: string): Promise<string> {
  const root = open<string, string>({ path: place(name), noSubdir: true, encoding: 'string' });
  root.putSync(key, value);
  await root.close();
  return place(name);
}

test('what was put is there when the store is opened again, in its order', async () => {
  const file = place('again.db');
  const first = await openLmdbStorage({ file, owner: OWNER });
  const common = { parentID: 'root', resourceType: 3, element: 'm2m:cnt', createdBy: 'C1' };
  for (const id of ['3', '1', '2']) {
    first.resources.put({ ...common, resourceID: id, resourceName: `n${id}`, attributes: { labels: [id] } });
  }
  first.resources.remove('1');
  first.records.put('message', 'k\u0000\ud800', { text: '\u0000"\ud83d\ude00', long: 'x'.repeat(3_000_000) });
  await first.close();
  const second = await openLmdbStorage({ file, owner: OWNER });
  const children = second.resources.childrenOf('root');
  assert.deepEqual(
    children.map(({ resourceID, attributes }) => [resourceID, attributes]),
    [
      ['3', { labels: ['3'] }],
      ['2', { labels: ['2'] }],
    ],
  );
  assert.deepEqual(second.records.all('message'), [
    ['k\u0000\ud800', { text: '\u0000"\ud83d\ude00', long: 'x'.repeat(3_000_000) }],
  ]);
  await second.close();
});

test('a file of something else is refused and stays as it is', async () => {
  for (const [name, text] of [
    ['short.txt', 'a letter'],
    ['long.txt', 'a letter\n'.repeat(2000)],
  ] as const) {
    writeFileSync(place(name), text);
    assert.match(await refusalOf(place(name)), /holds something else than a store/);
    assert.equal(readFileSync(place(name), 'utf8'), text);
  }
});

test('a folder, a folder that is missing, and a store that is cut off are refused', async () => {
  mkdirSync(place('folder.db'));
  assert.match(await refusalOf(place('folder.db')), /a file was expected/);
  assert.match(await refusalOf(place('missing/x.db')), /a folder that exists/);
  const file = place('cut.db');
  await (await openLmdbStorage({ file, owner: OWNER })).close();
  truncateSync(file, 10_000);
  assert.match(await refusalOf(file), /cut off after 10000 bytes/);
});

test('a database of others, of another CSE or of a newer version is refused', async () => {
  assert.match(await refusalOf(await foreignDatabase('foreign.db', 'a', 'b')), /not written by flowproof/);
  const about = await foreignDatabase('about.db', 'flowproof-store', 'no JSON');
  assert.match(await refusalOf(about), /not written by flowproof/);
  const newer = await foreignDatabase('newer.db', 'flowproof-store', '{"format":2,"owner":"/cse1/cb1"}');
  assert.match(await refusalOf(newer), /has format 2, and this version knows 1 at most; use the newer/);
  const file = place('owned.db');
  await (await openLmdbStorage({ file, owner: OWNER })).close();
  assert.match(await refusalOf(file, '/cse2/cb1'), /belongs to \/cse1\/cb1, not to \/cse2\/cb1/);
});

test('a store with an entry that makes no sense is refused as damaged', async () => {
  const file = await foreignDatabase('damaged.db', 'flowproof-store', '{"format":1,"owner":"/cse1/cb1"}');
  const root = open<string, string>({ path: file, noSubdir: true, encoding: 'string' });
  root.openDB<string, number>('resources', { encoding: 'string' }).putSync(7, '{"resourceID":');
  await root.close();
  assert.match(await refusalOf(file), /damaged: entry 7 of its resources/);
});

test('a store that is open, here or in another process, is refused to the next one', async () => {
  const file = place('shared.db');
  const storage = await openLmdbStorage({ file, owner: OWNER });
  assert.match(await refusalOf(file), /this process has the store open already/);
  const program = `require('./lmdb-storage').openLmdbStorage({ file: process.argv[1], owner: '${OWNER}' })
    .then(() => console.log('opened'), (error) => console.log(error.message));`;
  const options = ['--require', 'ts-node/register', '--eval', program, '--', file];
  const said = execFileSync(process.execPath, options, { cwd: __dirname, encoding: 'utf8', timeout: 20_000 });
  assert.match(said, new RegExp(`process ${process.pid} has the store open`));
  await storage.close();
});

test('a full store refuses a put, changes nothing, and takes it when there is room', async () => {
  const file = place('full.db');
  const storage = await openLmdbStorage({ file, owner: OWNER, maximumBytes: 1000 });
  const { records } = storage;
  records.put('m', 'a', 'x'.repeat(600));
  assert.throws(() => records.put('m', 'b', 'x'.repeat(600)), /full: it takes 1000 bytes/);
  assert.throws(() => records.put('m', 'a', 'x'.repeat(1100)), StoreError);
  assert.equal(records.get('m', 'b'), undefined);
  assert.equal(records.get('m', 'a'), 'x'.repeat(600));
  records.remove('m', 'a');
  records.put('m', 'b', 'x'.repeat(600));
  await storage.close();
  const again = await openLmdbStorage({ file, owner: OWNER, maximumBytes: 1000 });
  assert.deepEqual(again.records.all('m'), [['b', 'x'.repeat(600)]]);
  assert.throws(() => again.records.put('m', 'a', 'x'.repeat(600)), /full/);
  await again.close();
});

test('what is put after the end is told at the next commit', async () => {
  const storage = await openLmdbStorage({ file: place('closed.db'), owner: OWNER });
  await storage.close();
  await storage.close();
  storage.records.put('m', 'a', 1);
  assert.throws(() => storage.commit(), /closed/);
});

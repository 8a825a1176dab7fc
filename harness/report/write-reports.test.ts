import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { signingKey } from './bundle/signing-key';
import { verifyBundle } from './bundle/verify-bundle';
import { MIXED_RUN, sampleRun } from './sample/sample-run';
import { writeReports } from './write-reports';

const root = mkdtempSync(join(tmpdir(), 'flowproof-reports-'));
after(() => rmSync(root, { recursive: true }));
const KEY = signingKey({ XDG_CONFIG_HOME: join(root, 'key') });
const OTHER_KEY = signingKey({ XDG_CONFIG_HOME: join(root, 'other-key') });

async function bundle(name: string): Promise<string> {
  const folder = join(root, name);
  await writeReports(MIXED_RUN, folder, KEY);
  return folder;
}

const FILES = [
  'badge.svg',
  'coverage.csv',
  'index.html',
  'junit.xml',
  'manifest.json',
  'manifest.json.sig',
  'public-key.pem',
  'summary.md',
  'verdicts.json',
  'verdicts.schema.json',
];

test('A folder holds every report and nothing half done', async () => {
  const folder = await bundle('whole');
  assert.deepEqual(readdirSync(folder).sort(), FILES);
});

test('What was in the folder stays; reports are replaced', async () => {
  const folder = await bundle('again');
  writeFileSync(join(folder, 'README.md'), 'mine');
  await writeReports(sampleRun(), folder, KEY);
  assert.deepEqual(readdirSync(folder).sort(), ['README.md', ...FILES]);
  assert.match(readFileSync(join(folder, 'summary.md'), 'utf8'), /^## ACME hub: Conformant\n/);
  const result = await verifyBundle(folder);
  assert.deepEqual(result.kind === 'intact' && result.uncovered, ['README.md']);
});

test('The message stream of the runner is part of the bundle', async () => {
  const folder = await bundle('messages');
  writeFileSync(join(folder, 'messages.ndjson'), '{}\n');
  await writeReports(MIXED_RUN, folder, KEY);
  const result = await verifyBundle(folder);
  const listed = result.kind === 'intact' ? result.manifest.files.map(({ path }) => path) : [];
  assert.ok(listed.includes('messages.ndjson'));
});

test('The manifest says what ran and what the signature proves', async () => {
  const manifest = JSON.parse(readFileSync(join(await bundle('manifest'), 'manifest.json'), 'utf8'));
  assert.equal(manifest.seed, 42);
  assert.equal(manifest.target.name, 'ACME hub');
  assert.equal(manifest.counts.FAIL, 3);
  assert.equal(manifest.signing.fingerprint, KEY.fingerprint);
  assert.match(manifest.signing.proves, /It does not prove who that is/);
});

test('An untouched bundle is intact; the signer is known only where it was compared', async () => {
  const folder = await bundle('intact');
  const result = await verifyBundle(folder);
  assert.deepEqual([result.kind, result.kind === 'intact' && result.signer], ['intact', 'not-compared']);
  const compared = await verifyBundle(folder, KEY.fingerprint);
  assert.equal(compared.kind === 'intact' && compared.signer, 'as-expected');
});

test('A changed file is named, with both hashes', async () => {
  const folder = await bundle('changed');
  writeFileSync(join(folder, 'summary.md'), 'all is well\n');
  const result = await verifyBundle(folder);
  const problem = result.kind === 'broken' ? result.problems[0] : undefined;
  assert.equal(problem?.kind, 'changed');
  assert.equal(problem?.kind === 'changed' && problem.path, 'summary.md');
  // printf 'all is well\n' | sha256sum
  assert.equal(
    problem?.kind === 'changed' && problem.actual,
    'd40b628baf7f757149f5b6d6d6aca317d478ef3a29433064d21cfdd06fb33b8d',
  );
});

test('A missing file and a link in place of a file are named', async () => {
  const folder = await bundle('missing');
  rmSync(join(folder, 'junit.xml'));
  rmSync(join(folder, 'badge.svg'));
  symlinkSync('/etc/hostname', join(folder, 'badge.svg'));
  assert.deepEqual(await verifyBundle(folder), {
    kind: 'broken',
    problems: [
      { kind: 'unreadable', path: 'badge.svg', detail: 'it is no ordinary file' },
      { kind: 'missing', path: 'junit.xml' },
    ],
  });
});

test('A manifest that was changed no longer fits its signature', async () => {
  const folder = await bundle('forged');
  const file = join(folder, 'manifest.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"certifiable": false', '"certifiable": true'));
  assert.deepEqual(await verifyBundle(folder), { kind: 'broken', problems: [{ kind: 'bad-signature' }] });
});

test('A bundle that someone else signed anew is found out by the fingerprint, and only by it', async () => {
  const folder = join(root, 'resigned');
  await writeReports(sampleRun(), folder, OTHER_KEY);
  assert.equal((await verifyBundle(folder)).kind, 'intact');
  assert.deepEqual(await verifyBundle(folder, KEY.fingerprint), {
    kind: 'broken',
    problems: [{ kind: 'other-signer', expected: KEY.fingerprint, actual: OTHER_KEY.fingerprint }],
  });
});

test('A manifest cannot point out of the folder', async () => {
  const folder = await bundle('outside');
  const file = join(folder, 'manifest.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"badge.svg"', '"../../etc/passwd"'));
  const result = await verifyBundle(folder);
  const problem = result.kind === 'broken' ? result.problems[0] : undefined;
  assert.equal(problem?.kind === 'unreadable' && problem.path, 'manifest.json');
});

test('A folder that is no bundle is said to be none', async () => {
  assert.deepEqual(await verifyBundle(join(root, 'nowhere')), {
    kind: 'broken',
    problems: [
      { kind: 'missing', path: 'manifest.json' },
      { kind: 'missing', path: 'manifest.json.sig' },
      { kind: 'missing', path: 'public-key.pem' },
    ],
  });
});

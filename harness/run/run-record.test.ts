import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { AttachmentContentEncoding, type Envelope } from '@cucumber/messages';
import { EVIDENCE_MEDIA_TYPE } from '../verdict/scenario-result';
import { openMessageFile } from './message-file';
import {
  messagesFileOf,
  readEarlierResults,
  readRunRecord,
  removeRunRecord,
  startRunRecord,
} from './run-record';

const RECORD = { target: 'ACME hub', seed: 42, selectors: ['SOM'] };
const TIME = { seconds: 1, nanos: 0 };

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'flowproof-record-'));
}

/** The messages of one scenario of one step, with this verdict in its evidence. */
function messagesOf(line: number, verdict: string): readonly Envelope[] {
  const id = String(line);
  const evidence = { verdict, warnings: [], ledger: [], exchanges: [] };
  const pickle = {
    id,
    uri: 'a.feature',
    location: { line },
    name: `n${line}`,
    language: 'en',
    steps: [],
    tags: [],
    astNodeIds: [],
  };
  return [
    { pickle },
    { testCase: { id, pickleId: id, testSteps: [] } },
    { testCaseStarted: { id, testCaseId: id, attempt: 0, timestamp: TIME } },
    {
      attachment: {
        body: JSON.stringify(evidence),
        contentEncoding: AttachmentContentEncoding.IDENTITY,
        mediaType: EVIDENCE_MEDIA_TYPE,
        testCaseStartedId: id,
      },
    },
    { testCaseFinished: { testCaseStartedId: id, timestamp: TIME, willBeRetried: false } },
  ];
}

test('what had ended is read back; what was cut off and errors of the harness run again', () => {
  const folder = newFolder();
  startRunRecord(folder, RECORD);
  const file = openMessageFile(messagesFileOf(folder), 'new');
  const all = [
    ...messagesOf(1, 'PASS'),
    ...messagesOf(2, 'ERROR'),
    ...messagesOf(3, 'FAIL'),
    ...messagesOf(4, 'PASS').slice(0, 4),
  ];
  for (const message of all) file.write(message);
  file.close();
  appendFileSync(messagesFileOf(folder), '{"testCaseFinished":{"testCase');
  assert.deepEqual(readRunRecord(folder, 'ACME hub'), RECORD);
  assert.deepEqual(
    readEarlierResults(folder).map(({ location, verdict }) => [location, verdict]),
    [
      ['a.feature:1', 'PASS'],
      ['a.feature:3', 'FAIL'],
    ],
  );
});

test('a run that begins leaves nothing of an earlier one that would pass for its report', () => {
  const folder = newFolder();
  for (const name of ['manifest.json', 'index.html', 'messages.ndjson', 'mine.txt'])
    writeFileSync(join(folder, name), 'old');
  startRunRecord(folder, RECORD);
  assert.equal(existsSync(join(folder, 'manifest.json')), false);
  assert.equal(existsSync(join(folder, 'index.html')), false);
  assert.equal(existsSync(join(folder, 'messages.ndjson')), false);
  assert.equal(existsSync(join(folder, 'mine.txt')), true);
});

test('a folder without a run, a run that is complete and a run of another target cannot be resumed', () => {
  const folder = newFolder();
  assert.throws(() => readRunRecord(folder, 'ACME hub'), /there is no run to resume/);
  startRunRecord(folder, RECORD);
  openMessageFile(messagesFileOf(folder), 'new').close();
  assert.throws(
    () => readRunRecord(folder, 'other'),
    /the run in this folder is of "ACME hub", not of "other"/,
  );
  removeRunRecord(folder);
  assert.throws(() => readRunRecord(folder, 'ACME hub'), /there is no run to resume/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { Inconclusive } from '../verdict/deviation';
import { SelfReports } from './self-report';
import { openBed } from './stage-bed';

const REQUEST: RequestPrimitive = {
  operation: 'retrieve',
  to: '/cse2/base/m1',
  from: '/cse1/CAE1',
  requestIdentifier: 'r7',
};

interface Seen {
  readonly path: string;
  readonly origin: string | null;
  readonly identifier: string | null;
  readonly body: unknown;
}

async function opened() {
  const { stage, target, runDue } = openBed('http://cse.in-process');
  const seen: Seen[] = [];
  await target.listen('cse', async (message) => {
    const { headers, url } = message;
    const body = JSON.parse(await message.text());
    const [origin, identifier] = [headers.get('X-M2M-Origin'), headers.get('X-M2M-RI')];
    seen.push({ path: new URL(url).pathname, origin, identifier, body });
    return new Response(null, { headers: { 'X-M2M-RSC': '2000', 'X-M2M-RI': identifier ?? '' } });
  });
  const reports = new SelfReports(stage, {
    name: 'CSE2',
    cseID: '/cse2',
    answer: async ({ requestIdentifier }) => ({ responseStatusCode: 2000, requestIdentifier }),
  });
  return { reports, seen, runDue };
}

test('a non-blocking request is accepted, and reported later to who asked', async () => {
  const { reports, seen, runDue } = await opened();
  assert.deepEqual(reports.accept({ ...REQUEST, responseType: { value: 2 } }, 1), {
    responseStatusCode: 1002,
    requestIdentifier: 'r7',
    content: { kind: 'uri', uri: '/cse2/request1' },
  });
  assert.equal(seen.length, 0);
  await runDue();
  const [report] = seen;
  assert.equal(report?.path, '/~/cse1/CAE1');
  assert.equal(report?.origin, '/cse2');
  assert.deepEqual(report?.body, { 'm2m:rsp': { rsc: 2000, rqi: 'r7' } });
  reports.check();
});

test('a target that the request names is told instead', async () => {
  const { reports, seen, runDue } = await opened();
  const notificationURIs = ['http://cse.in-process/~/cse1/base/own'];
  reports.accept({ ...REQUEST, responseType: { value: 2, notificationURIs } }, 1);
  await runDue();
  assert.deepEqual(
    seen.map(({ path }) => path),
    ['/~/cse1/base/own'],
  );
});

test('a second report is the first one again, identifier and all', async () => {
  const { reports, seen, runDue } = await opened();
  reports.accept({ ...REQUEST, responseType: { value: 2 } }, 2);
  await runDue();
  assert.equal(seen.length, 2);
  assert.deepEqual(seen[0], seen[1]);
});

test('a blocking request is none of its business', async () => {
  const { reports } = await opened();
  assert.equal(reports.accept(REQUEST, 1), undefined);
  assert.equal(reports.accept({ ...REQUEST, responseType: { value: 3 } }, 1), undefined);
  reports.check();
});

test('to be polled for results is what it does not play', async () => {
  const { reports } = await opened();
  assert.equal(reports.accept({ ...REQUEST, responseType: { value: 1 } }, 1), undefined);
  assert.throws(() => reports.check(), Inconclusive);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_PROJECT_NAMES } from '../../protocol/tables/onem2m/project-names';
import { DM2_IXIT } from '../config/dm2';
import { FAN_OUT_IXIT } from '../config/management';
import { createInProcessLink } from '../links/in-process';
import { ApplicationCse } from './application-cse';
import { ApplicationReports } from './application-reports';
import { realTime } from './real-time';

const IXIT = {
  responseTimeout: 1000,
  resultExpiration: 1,
  revalidationTime: 1,
  quietTime: 1,
  timeScale: 1,
  igo: { retryLimit: 1, retryInterval: 1, acknowledgementTimeout: 1, maximumKeepTime: 1 },
  gfo: FAN_OUT_IXIT,
  dm2: DM2_IXIT,
};

/** A tester with one application, which answers like this. */
async function opened(answer: () => Response) {
  const link = createInProcessLink();
  let count = 0;
  const stage = {
    target: {
      name: 'test',
      roles: ['ae'],
      link: 'http',
      cse: { cseID: '/cse1', resourceName: 'cse-base', adminOriginator: 'CAdmin', releaseVersion: '3' },
      tester: { host: '127.0.0.1' },
      ics: {},
      ixit: IXIT,
      names: DEFAULT_PROJECT_NAMES,
    },
    time: realTime,
    linkOf: () => link,
    exchanges: () => [],
    unique: (prefix: string) => `${prefix}-${++count}`,
    disposable: true,
    close: async () => undefined,
  } as const;
  const cse = new ApplicationCse(stage);
  await cse.open();
  cse.host('meters', 'group');
  const got: string[][] = [];
  const application = await link.listen('app', async (message) => {
    const { pathname } = new URL(message.url);
    const header = (name: string) => message.headers.get(name) ?? '';
    got.push([message.method, pathname, header('X-M2M-RI'), header('X-M2M-Origin'), await message.text()]);
    return answer();
  });
  const ask = (query: string, targets?: string) => {
    const headers = { 'X-M2M-Origin': 'Capp', 'X-M2M-RI': 'q1', 'X-M2M-RVI': '3' };
    const notified = targets === undefined ? {} : { 'X-M2M-RTU': targets };
    const url = `${cse.address}/cse-base/meters/fopt${query}`;
    return link.send(new Request(url, { headers: { ...headers, ...notified } }));
  };
  const register = () => {
    const headers = { 'X-M2M-Origin': 'Capp', 'X-M2M-RI': 'r1', 'Content-Type': 'application/json;ty=2' };
    const body = `{"m2m:ae":{"api":"Na","rr":true,"srv":["3"],"poa":["${application.address}"]}}`;
    return link.send(new Request(`${cse.address}/cse-base`, { method: 'POST', headers, body }));
  };
  return { reports: new ApplicationReports(stage, cse), address: application.address, ask, register, got };
}

function acknowledgement(): Response {
  return new Response(null, { headers: { 'X-M2M-RSC': '2000', 'X-M2M-RI': 'report-2' } });
}

const BODY =
  '{"m2m:rsp":{"rsc":2000,"rqi":"q1","pc":{"m2m:agr":{"m2m:rsp":[{"rsc":2000,"rqi":"q1","fr":"cse-base/m1"}]}}}}';

test('a message is a notification with the aggregated results, and its repetition is the same', async () => {
  const { reports, address, ask, got } = await opened(acknowledgement);
  await ask('?rt=2', `${address}/told`);
  await reports.send([{ member: 'cse-base/m1', status: 2000 }]);
  await reports.sendAgain();
  const message = ['POST', '/told', 'report-2', '/cse1', BODY];
  assert.deepEqual(got, [message, message]);
  const response = { responseStatusCode: 2000, requestIdentifier: 'report-2' };
  assert.deepEqual(reports.outcome, { kind: 'answer', response });
  assert.equal(reports.requestIdentifier, 'report-2');
});

for (const targets of [undefined, 'Capp']) {
  test(`an application that is to be told as ${targets ?? 'whoever asked'} is told at its point of access`, async () => {
    const { reports, ask, register, got } = await opened(acknowledgement);
    await register();
    await ask('?rt=2', targets);
    await reports.send([]);
    assert.deepEqual(got[0]?.slice(0, 2), ['POST', '/Capp']);
  });
}

const UNTOLD: readonly { what: string; query: string; targets?: string; why: RegExp }[] = [
  { what: 'asked for an answer at once', query: '', why: /did not ask to be notified/ },
  { what: 'asked to poll', query: '?rt=1', why: /did not ask to be notified/ },
  { what: 'has nobody notified', query: '?rt=2', targets: '', why: /wants nobody to be notified/ },
  { what: 'is reached nowhere', query: '?rt=2', why: /"Capp" is to be notified and has no point of access/ },
];

for (const { what, query, targets, why } of UNTOLD) {
  test(`an application that ${what} cannot be told: the scenario stays open`, async () => {
    const { reports, ask } = await opened(acknowledgement);
    await ask(query, targets);
    await assert.rejects(reports.send([]), why);
  });
}

test('what is no answer is said to be none', async () => {
  const { reports, address, ask } = await opened(() => new Response('nonsense', { status: 200 }));
  await ask('?rt=2', address);
  await reports.send([]);
  assert.equal(reports.outcome?.kind, 'none');
});

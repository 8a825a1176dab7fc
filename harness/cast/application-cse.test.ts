import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_PROJECT_NAMES } from '../../protocol/tables/onem2m/project-names';
import { DM2_IXIT } from '../config/dm2';
import { FAN_OUT_IXIT } from '../config/management';
import { createInProcessLink } from '../links/in-process';
import { ApplicationCse } from './application-cse';
import { realTime } from './real-time';

const IGO = { retryLimit: 1, retryInterval: 1, acknowledgementTimeout: 1, maximumKeepTime: 1 };
const HEADERS = { 'X-M2M-Origin': 'Capp', 'X-M2M-RI': 'r1', 'X-M2M-RVI': '3' };

async function opened() {
  const link = createInProcessLink();
  const ixit = {
    responseTimeout: 1,
    resultExpiration: 1,
    revalidationTime: 1,
    quietTime: 1,
    timeScale: 1,
    igo: IGO,
    gfo: FAN_OUT_IXIT,
    dm2: DM2_IXIT,
  };
  const cse = new ApplicationCse({
    target: {
      name: 'test',
      roles: ['ae'],
      link: 'http',
      cse: { cseID: '/cse1', resourceName: 'cse-base', adminOriginator: 'CAdmin', releaseVersion: '3' },
      tester: { host: '127.0.0.1' },
      ics: {},
      ixit,
      names: DEFAULT_PROJECT_NAMES,
    },
    time: realTime,
    linkOf: () => link,
    exchanges: () => [],
    unique: (prefix) => `${prefix}-1`,
    disposable: true,
    close: async () => undefined,
  });
  await cse.open();
  const send = (method: string, path: string, body?: string, type?: number): Promise<Response> => {
    const mediaType = type === undefined ? 'application/json' : `application/json;ty=${type}`;
    const content = body === undefined ? {} : { body };
    const headers = body === undefined ? HEADERS : { ...HEADERS, 'Content-Type': mediaType };
    return link.send(new Request(`${cse.address}${path}`, { method, headers, ...content }));
  };
  return { cse, send };
}

test('a group is created under any parent, is kept, and can be retrieved and updated', async () => {
  const { cse, send } = await opened();
  const created = await send(
    'POST',
    '/cse-base/own',
    '{"m2m:grp":{"rn":"pumps","mnm":5,"mid":["cse-base/m1"]}}',
    9,
  );
  assert.equal(created.headers.get('X-M2M-RSC'), '2001');
  assert.equal(cse.latestGroup?.address, 'cse-base/own/pumps');
  const retrieved = await send('GET', '/cse-base/own/pumps');
  assert.equal(retrieved.headers.get('X-M2M-RSC'), '2000');
  assert.deepEqual(JSON.parse(await retrieved.text())['m2m:grp'].mid, ['cse-base/m1']);
  const updated = await send('PUT', '/cse-base/own/pumps', '{"m2m:grp":{"mid":["cse-base/m2"]}}');
  assert.equal(updated.headers.get('X-M2M-RSC'), '2004');
  assert.deepEqual(
    cse.groupRequests.map((request) => `${request.operation} ${request.to}`),
    ['create cse-base/own', 'update cse-base/own/pumps'],
  );
});

test('what is not about a group is answered and not kept', async () => {
  const { cse, send } = await opened();
  cse.host('m1', 'container');
  assert.equal((await send('GET', '/cse-base')).headers.get('X-M2M-RSC'), '2000');
  assert.equal((await send('GET', '/~/cse1/-')).headers.get('X-M2M-RSC'), '2000');
  assert.equal((await send('GET', '/cse-base/app/m1')).headers.get('X-M2M-RSC'), '2000');
  assert.equal((await send('GET', '/cse-base/nowhere')).headers.get('X-M2M-RSC'), '4004');
  assert.equal(
    (await send('POST', '/cse-base', '{"m2m:ae":{"api":"N1","rr":false}}', 2)).headers.get('X-M2M-RSC'),
    '2001',
  );
  assert.deepEqual(cse.groupRequests, []);
});

test('only what comes after it was told to forget counts', async () => {
  const { cse, send } = await opened();
  const group = '{"m2m:grp":{"mnm":5,"mid":[]}}';
  await send('POST', '/cse-base', group, 9);
  cse.forget();
  assert.deepEqual([cse.groupRequests, cse.latestGroup], [[], undefined]);
  const arrival = cse.groupRequested();
  await send('POST', '/cse-base', group, 9);
  assert.equal(await arrival, true);
  assert.equal(cse.groupRequests.length, 1);
});

test('an empty specializationType is seen as such in either spelling', async () => {
  for (const empty of ['""', '{}']) {
    const { cse, send } = await opened();
    await send('POST', '/cse-base', `{"m2m:grp":{"gn":"ä","mnm":5,"mid":[],"spty" : ${empty}}}`, 9);
    const content = cse.groupRequests[0]?.content;
    const attributes = content?.kind === 'resource' ? content.resource.attributes : {};
    assert.deepEqual([attributes.specializationType, attributes.groupName], [{}, 'ä']);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SyncMLRole } from '../config/syncml-roles';
import type { Target } from '../config/target';
import { completeTarget } from '../config/target-defaults';
import { managementWords } from '../report/management/message-words';
import { ServerJob } from './management/server-job';
import { ServerTester } from './management/server-tester';
import type { Manner, SyncMLStage } from './management/stage';
import { openStage } from './reference';

const TARGET: Target = completeTarget(
  {
    name: 'reference',
    roles: ['dm-server', 'dm-gateway', 'dm-client'],
    link: 'in-process',
    ics: {},
    ixit: { responseTimeout: 120_000 },
  },
  (path) => path,
);

async function stageOf(role: SyncMLRole): Promise<SyncMLStage> {
  const scenario = { requirements: ['GFO-FLOW-001'], roles: [role] };
  const stage = await openStage({ target: TARGET, seed: 1, run: 'test' }, scenario);
  assert.equal(stage.kind, 'syncml');
  return stage;
}

/** What was said in a session in which the server gets one node. */
async function session(role: SyncMLRole, how: Manner): Promise<SyncMLStage> {
  const stage = await stageOf(role);
  await stage.use(how);
  const server = new ServerTester(stage);
  const get = { kind: 'Get', commandID: '1', items: [{ target: { uri: './DevInfo/Man' } }] } as const;
  const job = ServerJob.of([get]);
  await server.wake(job);
  await stage.time.elapse(1000);
  assert.ok(job.isOver, 'the session has ended');
  await stage.close();
  return stage;
}

for (const role of ['dm-gateway', 'dm-client'] as const) {
  for (const authentication of ['basic', 'md5', 'hmac'] as const) {
    for (const serialization of ['xml', 'wbxml'] as const) {
      test(`${role}: ${authentication} in ${serialization}, and no secret in the evidence`, async () => {
        const stage = await session(role, { authentication, serialization });
        const messages = stage.exchanges().map(({ request }) => request);
        assert.equal(messages.at(-1)?.headers['content-type'], `application/vnd.syncml.dm+${serialization}`);
        assert.deepEqual(
          managementWords(messages.at(-1) ?? assert.fail())
            ?.join(' ')
            .includes('Results'),
          true,
        );
        const { client, deviceID } = stage.underTest.account;
        const basic = Buffer.from(`${deviceID}:${client.password}`).toString('base64');
        for (const { request, response } of stage.exchanges()) {
          const bodies = [request, response].map((message) =>
            Buffer.from(message?.body ?? '', message?.bodyEncoding ?? 'utf-8').toString('latin1'),
          );
          for (const secret of [client.password, basic])
            assert.ok(!bodies.some((body) => body.includes(secret)), secret);
        }
      });
    }
  }
}

test('a device is told by its trigger, a server as well', async () => {
  const device = await stageOf('dm-client');
  const server = new ServerTester(device);
  await device.underTest.tell({ event: 'user' });
  await device.time.elapse(1000);
  assert.equal(server.sessions.length, 1);
  await device.close();
  const stage = await stageOf('dm-server');
  await stage.underTest.tell({
    procedure: 'fanOut',
    gateway: stage.underTest.account.deviceID,
    group: 'pumps',
    commands: '<Get><CmdID>1</CmdID><Item><Target><LocURI>./Pump/State</LocURI></Target></Item></Get>',
  });
  await stage.time.elapse(1000);
  const [notification] = stage.exchanges();
  assert.deepEqual([notification?.from, notification?.to], ['the server', 'the gateway']);
  assert.equal(managementWords(notification?.request ?? assert.fail())?.[0], 'package 0');
  await stage.close();
});

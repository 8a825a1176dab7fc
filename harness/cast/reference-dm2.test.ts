import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commandOf } from '../../protocol/codec/dm2/command';
import type { DM2Role } from '../config/dm2';
import { completeTarget } from '../config/target-defaults';
import { DM2Scene } from './dm2/dm2-scene';
import { openStage } from './reference';

const TARGET = completeTarget(
  {
    name: 'reference',
    roles: ['dm-server', 'dm-client', 'push-service'],
    link: 'in-process',
    ics: {},
    ixit: { responseTimeout: 120_000 },
  },
  (path) => path,
);

const GET_VERSION = ['GET', 'urn:oma:mo:oma-dm-devinfo:1.2//FwV'] as const;

async function sceneOf(role: DM2Role): Promise<DM2Scene> {
  const staged = { requirements: ['DM2-CIS-001'], roles: [role] };
  const stage = await openStage({ target: TARGET, seed: 1, run: 'test' }, staged);
  assert.equal(stage.kind, 'dm2');
  return new DM2Scene(stage);
}

function secretsIn(scene: DM2Scene): string[] {
  const { password, notification } = scene.stage.account;
  const basic = Buffer.from(`${scene.stage.account.user}:${password}`).toString('base64');
  const evidence = JSON.stringify(scene.stage.exchanges());
  return [password, basic, Buffer.from(notification.secret).toString()].filter((secret) =>
    evidence.includes(secret),
  );
}

describe('the reference of DM 2.0 before testers by the book', () => {
  it('a client that is triggered performs what waits, and the session ends', async () => {
    const scene = await sceneOf('dm-client');
    const { stage, server } = scene;
    server.habits = { ...server.habits, asksFor: ['Basic'] };
    server.waiting = [GET_VERSION];
    const serverURI = stage.addresses.server;
    await stage.tell({ procedure: 'internalEvent', event: 'timer', serverURI });
    await stage.time.elapse(1000);
    const [session] = server.sessions;
    assert.equal(session?.state, 'ended');
    assert.deepEqual(
      session.results.map(({ response }) => response?.results.map(({ status }) => status)),
      [[200]],
    );
    assert.deepEqual([...server.findings.values()], ['none', 'right', 'right']);
    assert.deepEqual(secretsIn(scene), []);
    await stage.close();
  });

  it('a server has a device notified, which comes and gets its commands', async () => {
    const scene = await sceneOf('dm-server');
    const { stage, client, push } = scene;
    const commands = [commandOf(GET_VERSION)];
    const { deviceID } = stage.account;
    await stage.tell({ procedure: 'manage', deviceID, commands, notify: true, requestsObjects: true });
    await stage.time.elapse(1000);
    assert.deepEqual(
      push.taken.map(({ why }) => why),
      [undefined],
    );
    assert.deepEqual(
      client.notifications.map(({ isAuthentic, isTaken }) => [isAuthentic, isTaken]),
      [[true, true]],
    );
    assert.deepEqual(
      client.runs.map(({ state, commands: packages }) => [state, packages]),
      [['ended', [[GET_VERSION], [['END']]]]],
    );
    assert.deepEqual(secretsIn(scene), []);
    await stage.close();
  });

  it('a push service delivers and reports', async () => {
    const { stage, asker, client } = await sceneOf('push-service');
    const octets = asker.octets(asker.notification());
    const asked = await stage.time.settle(asker.ask(asker.request(octets)), 1000);
    await stage.time.elapse(1000);
    assert.equal(asked?.accepted, asked?.request.pushID);
    assert.deepEqual(
      client.notifications.map((one) => one.octets),
      [octets],
    );
    assert.deepEqual(
      asker.reports.map(({ report }) => report?.outcome),
      ['delivered'],
    );
    await stage.close();
  });
});

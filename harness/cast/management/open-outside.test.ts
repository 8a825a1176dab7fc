import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { completeTarget } from '../../config/target-defaults';
import { Inconclusive } from '../../verdict/deviation';
import { closeExternalStages } from '../open-stage';
import { openExternalSyncMLStage } from './open-outside';

const TARGET = completeTarget(
  {
    name: 'gateway under test',
    roles: ['dm-gateway'],
    link: 'http',
    ics: {},
    management: {
      serverID: 'com.example.server',
      deviceID: 'urn:example:gateway',
      address: 'http://127.0.0.1:1/dm',
      notification: 'http://127.0.0.1:1/notification',
      otherAccounts: [
        { serverID: 'com.example.hmac', client: { authentication: 'hmac' } },
        { serverID: 'com.example.binary', serialization: 'wbxml', client: { authentication: 'hmac' } },
      ],
    },
  },
  (path) => path,
);

after(closeExternalStages);

test('the tester opposite listens, and both know the account', async () => {
  const stage = await openExternalSyncMLStage(TARGET, 'test');
  const { address, actor } = stage.opposite;
  assert.equal(actor, 'the server');
  const { account, asServer, roots } = stage.underTest;
  assert.equal(account.serverAddress, `${address}/dm`);
  assert.equal(account.notificationAddress, 'http://127.0.0.1:1/notification');
  assert.deepEqual(account.client, {
    type: 'md5',
    name: 'urn:example:gateway',
    password: 'flowproof-client',
  });
  assert.deepEqual(asServer, { serverID: 'com.flowproof.gateway', serverAddress: 'http://127.0.0.1:1/dm' });
  assert.deepEqual(roots, { fanOut: './SCM', config: './GwConfig', test: './Test' });
  assert.equal((await fetch(address)).status, 503);
  stage.opposite.serve(async () => new Response('here'));
  assert.equal(await (await fetch(address)).text(), 'here');
  assert.deepEqual(
    stage.exchanges().map(({ from, to }) => [from, to]),
    [
      ['the gateway', 'the server'],
      ['the gateway', 'the server'],
    ],
  );
  await stage.close();
  await assert.rejects(fetch(address));
});

test('a scenario that asks for another way to talk gets the account that fits', async () => {
  const stage = await openExternalSyncMLStage(TARGET, 'test');
  await stage.use({ authentication: 'hmac' });
  assert.deepEqual([stage.underTest.account.serverID, stage.serialization], ['com.example.hmac', 'xml']);
  await stage.use({ serialization: 'wbxml' });
  assert.deepEqual([stage.underTest.account.serverID, stage.serialization], ['com.example.binary', 'wbxml']);
  await assert.rejects(stage.use({ authentication: 'basic' }), Inconclusive);
  await stage.close();
});

test('the nonces of an account outlive the scenario', async () => {
  const first = await openExternalSyncMLStage(TARGET, 'test');
  first.underTest.account.nonces.client = Uint8Array.of(7);
  await first.close();
  const second = await openExternalSyncMLStage(TARGET, 'test');
  assert.deepEqual(second.underTest.account.nonces.client, Uint8Array.of(7));
  await second.close();
});

test('a target without trigger cannot be told', async () => {
  const stage = await openExternalSyncMLStage(TARGET, 'test');
  await assert.rejects(stage.underTest.tell({ event: 'battery low' }), Inconclusive);
  await stage.close();
});

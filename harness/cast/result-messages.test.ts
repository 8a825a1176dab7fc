import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NotificationTarget } from './notification-target';
import { isAcknowledged, messagesAmong, sendingsTo } from './result-messages';
import { Scene } from './scene';
import { openBed } from './stage-bed';

async function opened() {
  const { stage, target } = openBed();
  const scene = new Scene(stage);
  scene.places.add({
    name: 'm1',
    typeName: 'container',
    element: 'm2m:cnt',
    cseID: '/cse2',
    resourceID: 'id-m1',
    structured: 'base/m1',
  });
  const listener = new NotificationTarget(stage, 'AE1');
  await listener.open();
  const tell = (identifier: string, body: string) =>
    target
      .send(
        new Request(listener.address, {
          method: 'POST',
          headers: {
            'X-M2M-Origin': '/cse1',
            'X-M2M-RI': identifier,
            'X-M2M-RVI': '3',
            'Content-Type': 'application/json',
          },
          body,
        }),
      )
      .catch(() => undefined);
  return { scene, listener, tell };
}

const AGGREGATE =
  '{"m2m:rsp":{"rsc":2000,"rqi":"r1","pc":{"m2m:agr":{"m2m:rsp":[{"rsc":2000,"rqi":"r1","fr":"/cse2/base/m1"}]}}}}';
const BARE = '{"m2m:rsp":{"rsc":4004,"rqi":"r1","fr":"/cse2/id-m1"}}';

test('a message is found with the members it tells of, a copy of it is another sending of the same', async () => {
  const { scene, tell } = await opened();
  await tell('n1', AGGREGATE);
  await tell('n1', AGGREGATE);
  const sendings = await sendingsTo(scene, 'AE1');
  assert.deepEqual(
    sendings.map(({ identifier }) => identifier),
    ['n1', 'n1'],
  );
  assert.equal(messagesAmong(sendings).length, 1);
  assert.equal(sendings[0]?.result?.requestIdentifier, 'r1');
  assert.deepEqual(
    sendings[0]?.entries.map(({ member }) => member),
    ['/cse2/base/m1'],
  );
});

test('the bare result of one member is an entry', async () => {
  const { scene, tell } = await opened();
  await tell('n1', BARE);
  const [sending] = await sendingsTo(scene, 'AE1');
  assert.equal(sending?.entries[0]?.member, '/cse2/id-m1');
  assert.equal(sending?.entries[0]?.response.responseStatusCode, 4004);
});

test('a bare OK that names nobody and holds nothing is no entry, a bare refusal is one', async () => {
  const { scene, tell } = await opened();
  await tell('n1', '{"m2m:rsp":{"rsc":2000,"rqi":"r1"}}');
  await tell('n2', '{"m2m:rsp":{"rsc":4109,"rqi":"r1"}}');
  const counts = (await sendingsTo(scene, 'AE1')).map(({ entries }) => entries.length);
  assert.deepEqual(counts, [0, 1]);
});

test('a verification request is no message; what makes no sense is one', async () => {
  const { scene, tell } = await opened();
  await tell('v1', '{"m2m:sgn":{"vrq":true}}');
  await tell('n1', '{');
  const sendings = await sendingsTo(scene, 'AE1');
  assert.deepEqual(
    sendings.map(({ identifier, entries, request }) => [identifier, entries.length, request]),
    [['n1', 0, undefined]],
  );
});

test('only a success acknowledges', async () => {
  const { scene, listener, tell } = await opened();
  await tell('n1', AGGREGATE);
  listener.react(() => ({ kind: 'refuse', status: 5000 }));
  await tell('n2', AGGREGATE);
  listener.react(() => ({ kind: 'drop' }));
  await tell('n3', AGGREGATE);
  const sendings = await sendingsTo(scene, 'AE1');
  assert.deepEqual(sendings.map(isAcknowledged), [true, false, false]);
});

test('what others are told is left out', async () => {
  const { scene, tell } = await opened();
  await tell('n1', AGGREGATE);
  assert.deepEqual(await sendingsTo(scene, 'AE2'), []);
});

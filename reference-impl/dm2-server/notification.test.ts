import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PushAnswer } from './dm2-server';
import { DM2ServerBed, get, shape } from './dm2-server-bed';

const SILENT: PushAnswer = { kind: 'silent' };

function answersInTurn(answers: readonly PushAnswer[]): () => Promise<PushAnswer> {
  const left = [...answers];
  return async () => left.shift() ?? SILENT;
}

function states(bed: DM2ServerBed): readonly string[] {
  return [...bed.server.notifications.values()].map(({ state }) => state);
}

test('an order to notify has the push service deliver a notification', async () => {
  const bed = new DM2ServerBed();
  bed.manage([get('FwV')], true);
  await bed.clock.advance(0);
  assert.deepEqual(bed.orders, [
    {
      pushID: 'push-1',
      deviceAddress: 'http://127.0.0.1:4003/notifications',
      notification: {
        serverID: 'dms.example',
        notificationID: 4719,
        timestamp: 1_795_210_245,
        requestsObjects: false,
      },
      secret: { secret: new TextEncoder().encode('OhBehave'), data: new TextEncoder().encode('Nonce') },
      deliverBefore: 1_795_210_545,
      reportToken: 'r-2',
    },
  ]);
  assert.deepEqual(states(bed), ['taken']);
});

test('an order without notification notifies nobody', async () => {
  const bed = new DM2ServerBed();
  bed.manage([get('FwV')]);
  await bed.clock.advance(60_000);
  assert.deepEqual(bed.orders, []);
});

test('each notification has a number of its own, also after the last one', async () => {
  const bed = new DM2ServerBed();
  bed.server.lastNotificationID = 0xfffe;
  for (let count = 0; count < 3; count += 1) bed.manage([], true);
  assert.deepEqual(
    bed.orders.map(({ notification }) => notification.notificationID),
    [0xffff, 0, 1],
  );
});

test('a push service that says nothing is asked again, the same, within the limit', async () => {
  const bed = new DM2ServerBed({ push: answersInTurn([SILENT, SILENT, SILENT, SILENT]) });
  bed.manage([get('FwV')], true);
  await bed.clock.advance(60_000);
  assert.equal(bed.orders.length, 4);
  assert.equal(new Set(bed.orders).size, 1);
  assert.deepEqual(states(bed), ['not-taken']);
  assert.deepEqual(bed.inspect().awaiting, [get('FwV')]);
});

test('one that never comes back is called off after the time limit', async () => {
  const bed = new DM2ServerBed({ push: () => new Promise(() => {}), limits: { pushRequestRepeats: 1 } });
  bed.manage([], true);
  await bed.clock.advance(24_999);
  assert.deepEqual(states(bed), ['asking']);
  await bed.clock.advance(1);
  assert.equal(bed.orders.length, 2);
  assert.deepEqual(states(bed), ['not-taken']);
});

test('a push service that is busy is asked again, one that refuses is not', async () => {
  const busy: PushAnswer = { kind: 'refused', status: 503 };
  const bed = new DM2ServerBed({ push: answersInTurn([busy, { kind: 'taken' }]) });
  bed.manage([], true);
  await bed.clock.advance(60_000);
  assert.equal(bed.orders.length, 2);
  assert.deepEqual(states(bed), ['taken']);
  const refusing = new DM2ServerBed({ push: answersInTurn([{ kind: 'refused', status: 403 }]) });
  refusing.manage([], true);
  await refusing.clock.advance(60_000);
  assert.equal(refusing.orders.length, 1);
  assert.deepEqual(states(refusing), ['not-taken']);
});

test('a device that comes is not notified any more', async () => {
  const bed = new DM2ServerBed({ push: answersInTurn([SILENT]) });
  bed.manage([get('FwV')], true);
  await bed.clock.advance(0);
  const start = { reason: 'server-initiated', notificationID: 4719 } as const;
  assert.deepEqual(shape(await bed.open(start)), ['GET FwV']);
  await bed.clock.advance(60_000);
  assert.equal(bed.orders.length, 1);
  assert.deepEqual(states(bed), ['obeyed']);
});

test('a report is taken for the notification that it is about, and for no other', async () => {
  const bed = new DM2ServerBed();
  bed.manage([get('FwV')], true);
  await bed.clock.advance(0);
  const { takeReport } = bed.server.procedures;
  const report = { pushID: 'push-1', outcome: 'undeliverable', attempts: 4 } as const;
  assert.equal(takeReport(bed.server, 'r-9', report), false);
  assert.equal(takeReport(bed.server, 'r-2', { ...report, pushID: 'push-9' }), false);
  assert.deepEqual(states(bed), ['taken']);
  assert.equal(takeReport(bed.server, 'r-2', report), true);
  assert.deepEqual(states(bed), ['undeliverable']);
  assert.deepEqual(bed.inspect().awaiting, [get('FwV')]);
});

test('the device is asked for its objects where that is wanted, and they are kept', async () => {
  const bed = new DM2ServerBed();
  const { procedures } = bed.server;
  const order = { procedure: 'manage', deviceID: 'IMEI:493005100592800', commands: [] } as const;
  procedures.manageDevice(bed.server, { ...order, notify: true, requestsObjects: true });
  assert.equal(bed.orders[0]?.notification.requestsObjects, true);
  const objects = [{ moid: 'urn:oma:mo:oma-dm-devinfo:1.2', miids: ['1'] }];
  const start = { reason: 'server-initiated', notificationID: 4719 } as const;
  await bed.say({ kind: 'initiation', initiation: { start, alerts: [], objects } });
  assert.deepEqual(bed.server.devices.get('IMEI:493005100592800')?.objects, objects);
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { encodeNotification } from '../../../protocol/codec/dm2/notification';
import type { DM2Notification } from '../../../protocol/model/dm2-notification';
import { ACCOUNT, dm2ClientBed, NOW, octetsOf } from '../../dm2-client-bed';

const SECOND = 1_000;
const SECONDS = NOW / SECOND;
const SECRET = { secret: Buffer.from('OhBehave'), data: Buffer.from('Nonce') };
const WHOLE: DM2Notification = {
  serverID: 'dms.example',
  notificationID: 4719,
  timestamp: SECONDS,
  requestsObjects: false,
};

describe('a notification', () => {
  it('opens a session that names it', async () => {
    const bed = dm2ClientBed();
    assert.equal(await bed.notify({ notificationID: 0 }), 204);
    assert.deepEqual(JSON.parse(bed.sent[0]?.body ?? '').Alert, [
      { AlertType: 'urn:oma:at:dm:2.0:ServerInitiatedMgmt', Data: { 'NOTIFICATION-ID': 0 } },
    ]);
  });

  it('may ask for the list of objects at any time', async () => {
    const bed = dm2ClientBed();
    await bed.trigger();
    await bed.notify({ notificationID: 1 });
    await bed.notify({ notificationID: 2, requestsObjects: true });
    assert.deepEqual(
      bed.sent.map(({ body }) => 'MOS' in JSON.parse(body)),
      [true, false, true],
    );
  });

  it('may wish for any connection', async () => {
    const bed = dm2ClientBed();
    await bed.notify({ preferredConnection: 'cellular' });
    assert.equal(bed.sent.length, 1);
  });

  for (const [age, isTaken] of [
    [0, true],
    [300, true],
    [301, false],
    [-30, true],
    [-31, false],
  ] as const)
    it(`of ${age} seconds is ${isTaken ? 'taken' : 'dropped'}`, async () => {
      const bed = dm2ClientBed();
      assert.equal(await bed.notify({ timestamp: SECONDS - age }), 204);
      assert.equal(bed.sent.length, isTaken ? 1 : 0);
    });

  const { notificationID: _number, ...unnumbered } = WHOLE;
  const { timestamp: _time, ...timeless } = WHOLE;
  for (const [what, notification] of [
    ['of a server that is not known', { ...WHOLE, serverID: 'dms.example2' }],
    ['without a time', timeless],
    ['without a number', unnumbered],
  ] as const)
    it(`${what} is dropped`, async () => {
      const bed = dm2ClientBed();
      assert.equal((await bed.notifyOctets(encodeNotification(notification, SECRET))).status, 204);
      await bed.clock.advance(0);
      assert.equal(bed.sent.length, 0);
    });

  it('with another secret, other data, or no digest is dropped', async () => {
    const bed = dm2ClientBed();
    for (const secret of [
      { ...SECRET, secret: Buffer.from('OhBehavf') },
      { ...SECRET, data: Buffer.from('nonce') },
      undefined,
    ])
      assert.equal((await bed.notifyOctets(encodeNotification(WHOLE, secret))).status, 204);
    await bed.clock.advance(0);
    assert.equal(bed.sent.length, 0);
  });

  it('is dropped where the account has nothing to check it with', async () => {
    const { serverID, serverURI } = ACCOUNT;
    const bed = dm2ClientBed({ config: { servers: [{ serverID, serverURI }] } });
    assert.equal(await bed.notify({}), 204);
    assert.equal(bed.sent.length, 0);
  });

  it('that comes again is dropped, until it would be too old anyway', async () => {
    const bed = dm2ClientBed();
    await bed.notify({});
    await bed.notify({});
    assert.equal(bed.sent.length, 1);
    await bed.clock.advance(329_999);
    await bed.notify({ timestamp: SECONDS + 329 });
    assert.equal(bed.sent.length, 1);
    await bed.clock.advance(1);
    await bed.notify({ timestamp: SECONDS + 330 });
    assert.equal(bed.sent.length, 2);
  });

  it('that was dropped does not use up its number', async () => {
    const bed = dm2ClientBed();
    await bed.notifyOctets(encodeNotification(WHOLE, { ...SECRET, data: Buffer.from('') }));
    await bed.notify({ timestamp: SECONDS - 400 });
    await bed.notify({});
    assert.equal(bed.sent.length, 1);
  });

  it('with any bit flipped is dropped', async () => {
    const octets = octetsOf({ requestsObjects: true, preferredConnection: 'any' });
    const bed = dm2ClientBed();
    for (let bit = 0; bit < octets.length * 8; bit += 1) {
      assert.equal((await bed.notifyOctets(flipped(octets, bit))).status, 204);
      await bed.clock.advance(0);
      assert.equal(bed.sent.length, 0, `bit ${bit}`);
    }
    await bed.notifyOctets(octets);
    await bed.clock.advance(0);
    assert.equal(bed.sent.length, 1);
  });

  it('that anybody makes of any octets is dropped', async () => {
    const octets = octetsOf({});
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 1024 }),
          fc.integer({ min: 0, max: octets.length - 1 }).map((length) => octets.slice(0, length)),
          fc.uint8Array({ minLength: 1, maxLength: 40 }).map((more) => Uint8Array.from([...octets, ...more])),
        ),
        async (other) => {
          const bed = dm2ClientBed();
          assert.equal((await bed.notifyOctets(other)).status, 204);
          await bed.clock.advance(0);
          assert.equal(bed.sent.length, 0);
        },
      ),
      { seed: 20, numRuns: 100 },
    );
  });
});

function flipped(octets: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(octets);
  const at = bit >> 3;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

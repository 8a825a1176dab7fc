import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sessionIDText } from '../../model/syncml-notification';
import { decodeNotification, encodeNotification, isNotificationFrom } from './notification';

const NONCE = new TextEncoder().encode('Nonce');
const SECRET = { password: 'secret', nonce: NONCE };
const NOTIFICATION = {
  version: 11,
  uiMode: 'informative',
  initiator: 'server',
  sessionID: 0x0010,
  serverID: 'com.mgmtsrv.manage',
} as const;

const DIGEST = '0033bab691088e971331e624f8a4e0d1';
const TRIGGER = `02e8000000001012${Buffer.from('com.mgmtsrv.manage').toString('hex')}`;
const OCTETS = Uint8Array.from(Buffer.from(DIGEST + TRIGGER, 'hex'));

function changed(at: number, byte: number): Uint8Array {
  return OCTETS.map((old, index) => (index === at ? byte : old));
}

function reasonOf(bytes: Uint8Array): string {
  const read = decodeNotification(bytes);
  return read.ok ? 'read' : read.fault.reason;
}

describe('package 0 (DM_Notification 6.2)', () => {
  it('is written bit by bit as the layout and the digest have it', () => {
    assert.equal(Buffer.from(encodeNotification(NOTIFICATION, SECRET)).toString('hex'), DIGEST + TRIGGER);
  });

  it('is read', () => {
    assert.deepEqual(decodeNotification(OCTETS), { ok: true, value: NOTIFICATION });
  });

  it('is read with vendor data, and with bits for future use', () => {
    const longer = Uint8Array.from([...OCTETS, 1, 2]);
    const value = { ...NOTIFICATION, vendorData: Uint8Array.from([1, 2]) };
    assert.deepEqual(decodeNotification(longer), { ok: true, value });
    assert.deepEqual(decodeNotification(changed(20, 0xff)), { ok: true, value: NOTIFICATION });
  });

  it('is read where it stands inside of a larger buffer', () => {
    const larger = Buffer.concat([Buffer.from([9, 9, 9]), OCTETS]);
    assert.deepEqual(decodeNotification(larger.subarray(3)), { ok: true, value: NOTIFICATION });
  });

  it('is from who knows the password, the nonce and the server identifier', () => {
    const name = 'com.mgmtsrv.manage';
    assert.equal(isNotificationFrom(OCTETS, { ...SECRET, name }), true);
    assert.equal(isNotificationFrom(OCTETS, { ...SECRET, name, password: 'Secret' }), false);
    assert.equal(isNotificationFrom(OCTETS, { ...SECRET, name, nonce: new Uint8Array() }), false);
    assert.equal(isNotificationFrom(OCTETS, { ...SECRET, name: 'Bruce2' }), false);
    assert.equal(isNotificationFrom(changed(22, 0x11), { ...SECRET, name }), false);
    assert.equal(isNotificationFrom(new Uint8Array(), { ...SECRET, name }), false);
  });

  it('is refused where it ends early or names no session', () => {
    assert.equal(reasonOf(new Uint8Array()), 'syntax');
    assert.equal(reasonOf(OCTETS.subarray(0, 23)), 'syntax');
    assert.equal(reasonOf(OCTETS.subarray(0, 41)), 'syntax');
    assert.equal(reasonOf(changed(23, 0)), 'syntax');
    assert.equal(reasonOf(changed(24, 0xff)), 'syntax');
    assert.equal(reasonOf(changed(22, 0)), 'wrong-type');
    assert.equal(reasonOf(new Uint8Array(70_000).fill(1)), 'too-large');
  });

  it('is not written with values that do not fit', () => {
    const wrong = [
      { sessionID: 0 },
      { sessionID: 0x10000 },
      { version: 1024 },
      { serverID: '' },
      { serverID: 'a'.repeat(256) },
    ];
    for (const part of wrong)
      assert.throws(() => encodeNotification({ ...NOTIFICATION, ...part }, SECRET), {
        name: 'UnencodableError',
      });
  });

  it('names the session in upper-case digits without leading zeros (6.2.2.10)', () => {
    assert.equal(sessionIDText(0x0010), '10');
    assert.equal(sessionIDText(0x1a2b), '1A2B');
    assert.equal(sessionIDText(0xffff), 'FFFF');
  });
});

describe('package 0: the first and the last value of each part', () => {
  it('are written and read', () => {
    const ends = [
      { ...NOTIFICATION, version: 0, sessionID: 1, serverID: 'a', uiMode: 'unspecified', initiator: 'user' },
      { ...NOTIFICATION, version: 1023, sessionID: 0xffff, serverID: 'a'.repeat(255), uiMode: 'background' },
      { ...NOTIFICATION, uiMode: 'user-interaction', vendorData: Uint8Array.of(0) },
    ] as const;
    for (const value of ends)
      assert.deepEqual(decodeNotification(encodeNotification(value, SECRET)), { ok: true, value });
    const bits = ends.map((value) => [...encodeNotification(value, SECRET).subarray(16, 24)]);
    assert.deepEqual(bits, [
      [0x00, 0x00, 0, 0, 0, 0, 1, 1],
      [0xff, 0xd8, 0, 0, 0, 0xff, 0xff, 255],
      [0x02, 0xf8, 0, 0, 0, 0, 0x10, 18],
    ]);
  });

  it('and what one datagram can hold', () => {
    const longest = new Uint8Array(65_535);
    longest.set(OCTETS);
    assert.equal(reasonOf(longest), 'read');
    assert.equal(reasonOf(Uint8Array.from([...longest, 0])), 'too-large');
    assert.throws(() => encodeNotification({ ...NOTIFICATION, version: -1 }, SECRET), {
      name: 'UnencodableError',
    });
    assert.throws(() => encodeNotification({ ...NOTIFICATION, sessionID: 1.5 }, SECRET), {
      name: 'UnencodableError',
    });
  });
});

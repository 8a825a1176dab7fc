import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BYTES, FRAGMENTED, mutated } from '../../../fixtures/arbitraries/hostile';
import {
  ALMOST_WBXML,
  SYNCML_COMMANDS,
  SYNCML_MESSAGE,
  SYNCML_MESSAGE_WITH_OCTETS,
  SYNCML_NOTIFICATION,
} from '../../../fixtures/arbitraries/syncml';
import type { Decoded } from '../../model/decoded';
import { decodeHMACHeader, encodeHMACHeader } from './hmac-header';
import { decodeNotification, encodeNotification, isNotificationFrom } from './notification';
import { deviationsFromDTD } from './strict-check';
import { decodeSyncMLWbxml, encodeSyncMLWbxml } from './syncml-wbxml';
import { decodeCommandsXml, decodeSyncMLXml, encodeCommandsXml, encodeSyncMLXml } from './syncml-xml';

const RUNS = { seed: 20261120, numRuns: 200 };
const HOSTILE_RUNS = { seed: 20261120, numRuns: 500 };

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function assertDecided(decoded: Decoded<unknown>): void {
  if (decoded.ok) return;
  const { reason, where, detail } = decoded.fault;
  assert.ok(reason.length > 0 && where.length > 0 && detail.length > 0);
}

describe('SyncML: what is written is read as it was', () => {
  it('in XML', () => {
    fc.assert(
      fc.property(SYNCML_MESSAGE, (value) => {
        assert.deepEqual(decodeSyncMLXml(bytesOf(encodeSyncMLXml(value))), { ok: true, value });
      }),
      RUNS,
    );
  });

  it('in WBXML, octets too', () => {
    fc.assert(
      fc.property(SYNCML_MESSAGE_WITH_OCTETS, (value) => {
        assert.deepEqual(decodeSyncMLWbxml(encodeSyncMLWbxml(value)), { ok: true, value });
      }),
      RUNS,
    );
  });

  it('the same from both', () => {
    fc.assert(
      fc.property(SYNCML_MESSAGE, (message) => {
        const fromXml = decodeSyncMLXml(bytesOf(encodeSyncMLXml(message)));
        assert.deepEqual(decodeSyncMLWbxml(encodeSyncMLWbxml(message)), fromXml);
      }),
      RUNS,
    );
  });

  it('commands by themselves, and as the text of an item inside of a message', () => {
    fc.assert(
      fc.property(SYNCML_COMMANDS, SYNCML_MESSAGE, (value, carrier) => {
        const data = encodeCommandsXml(value);
        assert.deepEqual(decodeCommandsXml(data), { ok: true, value });
        const message = {
          ...carrier,
          commands: [{ kind: 'Replace', commandID: '1', items: [{ data }] }],
        } as const;
        assert.deepEqual(decodeSyncMLXml(bytesOf(encodeSyncMLXml(message))), { ok: true, value: message });
      }),
      RUNS,
    );
  });

  it('a trigger, whose digest one wrong bit spoils', () => {
    const secret = fc.record({ password: fc.string(), nonce: fc.uint8Array({ maxLength: 20 }) });
    fc.assert(
      fc.property(SYNCML_NOTIFICATION, secret, fc.nat(), (value, { password, nonce }, at) => {
        const bytes = encodeNotification(value, { password, nonce });
        assert.deepEqual(decodeNotification(bytes), { ok: true, value });
        const named = { name: value.serverID, password, nonce };
        assert.equal(isNotificationFrom(bytes, named), true);
        const spoilt = bytes.map((byte, index) => (index === at % bytes.length ? byte ^ 1 : byte));
        assert.equal(isNotificationFrom(spoilt, named), false);
      }),
      RUNS,
    );
  });

  it('the HMAC header', () => {
    const userName = fc.string().filter((text) => !text.includes('"'));
    fc.assert(
      fc.property(userName, fc.base64String({ minLength: 4 }), (name, mac) => {
        const value = { userName: name, mac };
        assert.deepEqual(decodeHMACHeader(encodeHMACHeader(value)), { ok: true, value });
      }),
      RUNS,
    );
  });
});

describe('SyncML: what is written has the order of the DTD', () => {
  it('in both serializations', () => {
    fc.assert(
      fc.property(SYNCML_MESSAGE, (message) => {
        for (const read of [
          deviationsFromDTD(bytesOf(encodeSyncMLXml(message)), 'xml'),
          deviationsFromDTD(encodeSyncMLWbxml(message), 'wbxml'),
        ]) {
          assert.ok(read.ok);
          const wrong = read.value.filter(({ kind }) => kind !== 'not-in-dm' && kind !== 'missing');
          assert.deepEqual(wrong, []);
        }
      }),
      RUNS,
    );
  });
});

describe('SyncML: whatever comes, the decoders decide and do not throw', () => {
  const decideBytes = (bytes: Uint8Array) => {
    assertDecided(decodeSyncMLXml(bytes));
    assertDecided(decodeSyncMLWbxml(bytes));
    assertDecided(deviationsFromDTD(bytes, 'xml'));
    assertDecided(deviationsFromDTD(bytes, 'wbxml'));
    assertDecided(decodeNotification(bytes));
  };
  const good = SYNCML_MESSAGE_WITH_OCTETS.map(encodeSyncMLWbxml);
  const spoilt = fc
    .record({ bytes: good, at: fc.nat(), length: fc.nat({ max: 6 }), put: fc.uint8Array({ maxLength: 6 }) })
    .map(({ bytes, at, length, put }) => {
      const start = at % (bytes.length + 1);
      return Uint8Array.from([...bytes.subarray(0, start), ...put, ...bytes.subarray(start + length)]);
    });
  const cut = fc
    .record({ bytes: good, at: fc.nat() })
    .map(({ bytes, at }) => bytes.subarray(0, at % bytes.length));

  for (const [what, bytes] of Object.entries({ BYTES, ALMOST_WBXML, spoilt, cut })) {
    it(`bytes: ${what}`, () => {
      fc.assert(fc.property(bytes, decideBytes), HOSTILE_RUNS);
    });
  }

  it('a truncated document is never a message', () => {
    fc.assert(
      fc.property(cut, (bytes) => assert.equal(decodeSyncMLWbxml(bytes).ok, false)),
      HOSTILE_RUNS,
    );
  });

  const texts = { FRAGMENTED, mutated: mutated(SYNCML_MESSAGE.map(encodeSyncMLXml)) };
  for (const [what, text] of Object.entries(texts)) {
    it(`text: ${what}`, () => {
      fc.assert(
        fc.property(text, (written) => {
          decideBytes(bytesOf(written));
          assertDecided(decodeCommandsXml(written));
          assertDecided(decodeHMACHeader(written));
        }),
        HOSTILE_RUNS,
      );
    });
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  ALMOST_DM2,
  DEVICE_INSPECTION,
  DM2_NOTIFICATION,
  DM2_TRIGGER,
  INITIATION,
  NOTIFICATION_SECRET,
  PUSH_REPORT,
  PUSH_REQUEST,
  REQUEST_PACKAGE,
  RESPONSE_PACKAGE,
  SERIALIZED_OBJECTS,
} from '../../../fixtures/arbitraries/dm2';
import { CLIENT_URI } from '../../../fixtures/arbitraries/dm2-commands';
import { BYTES, FRAGMENTED, mutated } from '../../../fixtures/arbitraries/hostile';
import type { Decoded } from '../../model/decoded';
import { parseClientURI } from '../../model/dm2-client-uri-text';
import { parseServerURI } from '../../model/dm2-server-uri';
import { decodeAuthorization, encodeAuthorization, encodeChallenge } from './authorization';
import { readChallenges } from './challenges';
import { encodeClientURI } from './client-uri';
import { decodeInitiation, encodeInitiation } from './initiation';
import { decodeInspection, encodeInspection } from './inspection';
import { decodeNotification, encodeNotification, isNotificationAuthentic } from './notification';
import {
  decodePushAcceptance,
  decodePushReport,
  decodePushRequest,
  encodePushReport,
  encodePushRequest,
} from './push';
import { decodeRequestPackage, encodeRequestPackage } from './request-package';
import { decodeResponsePackage, encodeResponsePackage } from './response-package';
import { decodeObjects, encodeObjects } from './serialized-object';
import { decodeTrigger, encodeTrigger } from './trigger';

const RUNS = { seed: 20261120, numRuns: 300 };
const HOSTILE_RUNS = { seed: 20261120, numRuns: 500 };

function comesBack<T>(
  values: fc.Arbitrary<T>,
  write: (value: T) => string,
  read: (bytes: Uint8Array) => Decoded<unknown>,
): void {
  fc.assert(
    fc.property(values, (value) => {
      assert.deepEqual(read(new TextEncoder().encode(write(value))), { ok: true, value });
    }),
    RUNS,
  );
}

describe('DM 2.0: what is written is read as it was', () => {
  it('package 1', () => comesBack(INITIATION, encodeInitiation, decodeInitiation));
  it('package 2', () => comesBack(REQUEST_PACKAGE, encodeRequestPackage, decodeRequestPackage));
  it('package 3', () => comesBack(RESPONSE_PACKAGE, encodeResponsePackage, decodeResponsePackage));
  it('management object data', () => comesBack(SERIALIZED_OBJECTS, encodeObjects, decodeObjects));
  it('push requests', () => comesBack(PUSH_REQUEST, encodePushRequest, decodePushRequest));
  it('push reports', () => comesBack(PUSH_REPORT, encodePushReport, decodePushReport));
  it('triggers', () => comesBack(DM2_TRIGGER, encodeTrigger, decodeTrigger));
  it('inspections', () => comesBack(DEVICE_INSPECTION, encodeInspection, decodeInspection));

  it('addresses, and each is written in one way', () => {
    fc.assert(
      fc.property(CLIENT_URI, (value) => {
        const text = encodeClientURI(value);
        assert.match(text, /^[\x21-\x7e]+$/u);
        assert.deepEqual(parseClientURI(text), { ok: true, value });
      }),
      RUNS,
    );
  });

  it('notifications, with and without a digest', () => {
    fc.assert(
      fc.property(DM2_NOTIFICATION, NOTIFICATION_SECRET, (value, secret) => {
        const bytes = encodeNotification(value, secret);
        assert.deepEqual(decodeNotification(bytes), { ok: true, value });
        assert.equal(isNotificationAuthentic(bytes, secret), true);
        const open = encodeNotification(value);
        assert.deepEqual(decodeNotification(open), { ok: true, value });
        assert.equal(isNotificationAuthentic(open, secret), false);
      }),
      RUNS,
    );
  });

  it('credentials and challenges', () => {
    const text = fc.string({ unit: 'grapheme-ascii' });
    const count = fc.integer({ min: 1, max: 0xffff_ffff });
    fc.assert(
      fc.property(text, text, count, (one, other, nonceCount) => {
        const basic = { scheme: 'basic', user: one.replaceAll(':', ';'), password: other } as const;
        assert.deepEqual(decodeAuthorization(encodeAuthorization(basic)), { ok: true, value: basic });
        const shared = { scheme: 'digest', realm: one, nonce: other, algorithm: 'SHA-256' } as const;
        const rest = { user: other, uri: '/dm', nonceCount, clientNonce: one, response: 'abc' };
        const digest = { ...shared, ...rest };
        assert.deepEqual(decodeAuthorization(encodeAuthorization(digest)), { ok: true, value: digest });
        const asked = { ...shared, opaque: one, stale: true };
        assert.deepEqual(readChallenges(encodeChallenge(asked)), [asked]);
      }),
      RUNS,
    );
  });
});

describe('DM 2.0: a notification with a wrong bit is refused', () => {
  it('whichever bit it is', () => {
    fc.assert(
      fc.property(DM2_NOTIFICATION, NOTIFICATION_SECRET, (value, secret) => {
        const bytes = encodeNotification(value, secret);
        for (let bit = 0; bit < bytes.length * 8; bit++) {
          const spoilt = bytes.map((octet, index) =>
            index === bit >> 3 ? octet ^ (0x80 >> (bit & 7)) : octet,
          );
          const isTaken = decodeNotification(spoilt).ok && isNotificationAuthentic(spoilt, secret);
          assert.equal(isTaken, false, `bit ${bit}`);
        }
      }),
      { ...RUNS, numRuns: 30 },
    );
  });

  it('nor is one that is longer, shorter, or made with another secret', () => {
    fc.assert(
      fc.property(
        DM2_NOTIFICATION,
        NOTIFICATION_SECRET,
        fc.integer({ min: 0, max: 255 }),
        (value, secret, octet) => {
          const bytes = encodeNotification(value, secret);
          assert.equal(isNotificationAuthentic(Uint8Array.from([...bytes, octet]), secret), false);
          assert.equal(isNotificationAuthentic(bytes.subarray(0, -1), secret), false);
          const other = { ...secret, secret: Uint8Array.from([...secret.secret, octet]) };
          assert.equal(isNotificationAuthentic(bytes, other), false);
        },
      ),
      RUNS,
    );
  });
});

const DECODERS: { readonly [name: string]: (bytes: Uint8Array) => Decoded<unknown> } = {
  decodeInitiation,
  decodeRequestPackage,
  decodeResponsePackage,
  decodeObjects,
  decodePushRequest,
  decodePushAcceptance,
  decodePushReport,
  decodeTrigger,
  decodeInspection,
  decodeNotification,
  parseClientURI: (bytes) => parseClientURI(Buffer.from(bytes).toString()),
  parseServerURI: (bytes) => parseServerURI(Buffer.from(bytes).toString()),
  decodeAuthorization: (bytes) => decodeAuthorization(Buffer.from(bytes).toString()),
};

function everyDecoderDecides(bytes: Uint8Array): void {
  for (const [name, decode] of Object.entries(DECODERS)) {
    const outcome = decode(bytes);
    if (outcome.ok) continue;
    const { reason, where, detail } = outcome.fault;
    assert.ok(reason.length > 0 && where.length > 0 && detail.length > 0, name);
  }
  readChallenges(Buffer.from(bytes).toString());
}

describe('DM 2.0: whatever comes, the decoders decide and do not throw', () => {
  const spoilt = fc
    .record({ value: DM2_NOTIFICATION, secret: NOTIFICATION_SECRET, at: fc.nat(), put: BYTES })
    .map(({ value, secret, at, put }) => {
      const bytes = encodeNotification(value, secret);
      return Uint8Array.from([...bytes.subarray(0, at % bytes.length), ...put]);
    });
  for (const [what, bytes] of Object.entries({ BYTES, spoilt })) {
    it(`bytes: ${what}`, () => {
      fc.assert(fc.property(bytes, everyDecoderDecides), HOSTILE_RUNS);
    });
  }

  const texts = {
    FRAGMENTED,
    ALMOST_DM2,
    'a spoilt package 1': mutated(INITIATION.map(encodeInitiation)),
    'a spoilt package 2': mutated(REQUEST_PACKAGE.map(encodeRequestPackage)),
    'a spoilt package 3': mutated(RESPONSE_PACKAGE.map(encodeResponsePackage)),
    'a spoilt address': mutated(CLIENT_URI.map(encodeClientURI)),
    'a spoilt push request': mutated(PUSH_REQUEST.map(encodePushRequest)),
    'a spoilt challenge': mutated(
      fc.constant('Basic realm="a", Digest realm="b", qop="auth,auth-int", nonce="n", stale=TRUE'),
    ),
  };
  for (const [what, text] of Object.entries(texts)) {
    it(`text: ${what}`, () => {
      fc.assert(
        fc.property(text, (written) => everyDecoderDecides(new TextEncoder().encode(written))),
        HOSTILE_RUNS,
      );
    });
  }
});

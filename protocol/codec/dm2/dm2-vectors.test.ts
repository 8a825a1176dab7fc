import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Decoded, DecodeFault } from '../../model/decoded';
import { parseClientURI } from '../../model/dm2-client-uri-text';
import { decodeAuthorization, encodeAuthorization } from './authorization';
import { encodeClientURI } from './client-uri';
import { decodeInitiation, encodeInitiation } from './initiation';
import { decodeInspection, encodeInspection } from './inspection';
import { decodeNotification, encodeNotification, isNotificationAuthentic } from './notification';
import {
  decodePushAcceptance,
  decodePushReport,
  decodePushRequest,
  encodePushAcceptance,
  encodePushReport,
  encodePushRequest,
} from './push';
import { decodeRequestPackage, encodeRequestPackage } from './request-package';
import { decodeResponsePackage, encodeResponsePackage } from './response-package';
import { decodeObjects, encodeObjects } from './serialized-object';
import { decodeTrigger, encodeTrigger } from './trigger';

const ROOT = join(__dirname, '../../../fixtures/vectors/dm2');

/** Texts are read as they are, everything else as octets. */
const READERS: { readonly [kind: string]: (source: Uint8Array) => Decoded<unknown> } = {
  initiation: decodeInitiation,
  request: decodeRequestPackage,
  response: decodeResponsePackage,
  objects: decodeObjects,
  notification: decodeNotification,
  pushRequest: decodePushRequest,
  pushAcceptance: decodePushAcceptance,
  pushReport: decodePushReport,
  trigger: decodeTrigger,
  inspection: decodeInspection,
  clientURI: (source) => parseClientURI(Buffer.from(source).toString()),
  authorization: (source) => decodeAuthorization(Buffer.from(source).toString()),
};

/** The values of the vectors are JSON, which these functions are given as what they claim to be. */
const WRITERS: { readonly [kind: string]: (value: never) => string } = {
  initiation: encodeInitiation,
  request: encodeRequestPackage,
  response: encodeResponsePackage,
  objects: encodeObjects,
  pushRequest: encodePushRequest,
  pushAcceptance: encodePushAcceptance,
  pushReport: encodePushReport,
  trigger: encodeTrigger,
  inspection: encodeInspection,
  clientURI: encodeClientURI,
  authorization: encodeAuthorization,
};

interface Vector {
  readonly id: string;
  readonly clause: string;
  readonly kind: string;
  readonly text?: string;
  readonly hex?: string;
}

interface GoodVector extends Vector {
  readonly value: never;
  /** A peer may write it so, we do not. */
  readonly decodeOnly?: boolean;
  /** Of a notification, in hexadecimal. */
  readonly secret?: string;
  readonly data?: string;
}

interface BadVector extends Vector {
  readonly reason: DecodeFault['reason'];
}

function vectors<T>(file: string): readonly T[] {
  return JSON.parse(readFileSync(join(ROOT, file), 'utf8'), withOctets);
}

/** `contentHex` stands for the octets `content`. */
function withOctets(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('contentHex' in value)) return value;
  const { contentHex, ...rest } = value;
  return { ...rest, content: Uint8Array.from(Buffer.from(String(contentHex), 'hex')) };
}

function octetsOf({ text, hex }: Vector): Uint8Array {
  return Uint8Array.from(Buffer.from(text ?? hex ?? '', text === undefined ? 'hex' : 'utf8'));
}

function read(vector: Vector): Decoded<unknown> {
  const reader = READERS[vector.kind];
  assert.ok(reader, `no reader for ${vector.kind}`);
  return reader(octetsOf(vector));
}

function octetsFrom(hex: string | undefined): Uint8Array {
  return Buffer.from(hex ?? '', 'hex');
}

function write(vector: GoodVector): string {
  if (vector.kind !== 'notification') return WRITERS[vector.kind]?.(vector.value) ?? 'no writer';
  const secret = { secret: octetsFrom(vector.secret), data: octetsFrom(vector.data) };
  return Buffer.from(encodeNotification(vector.value, vector.secret ? secret : undefined)).toString('hex');
}

describe('DM 2.0: good vectors', () => {
  for (const vector of vectors<GoodVector>('good/messages.json')) {
    it(`${vector.kind} ${vector.id} is read (${vector.clause})`, () => {
      assert.deepEqual(read(vector), { ok: true, value: vector.value });
    });
    if (vector.decodeOnly === true) continue;
    it(`${vector.kind} ${vector.id} is written (${vector.clause})`, () => {
      assert.equal(write(vector), vector.text ?? vector.hex);
    });
  }

  it('the worked example is authentic, and only with its secret', () => {
    const [vector] = vectors<GoodVector>('good/messages.json').filter(({ id }) => id === 'worked-example');
    assert.ok(vector);
    const secret = { secret: octetsFrom(vector.secret), data: octetsFrom(vector.data) };
    assert.equal(isNotificationAuthentic(octetsOf(vector), secret), true);
    assert.equal(isNotificationAuthentic(octetsOf(vector), { ...secret, data: octetsFrom('') }), false);
    assert.equal(isNotificationAuthentic(octetsOf(vector), { ...secret, secret: octetsFrom('00') }), false);
  });
});

describe('DM 2.0: bad vectors', () => {
  for (const vector of vectors<BadVector>('bad/messages.json')) {
    it(`${vector.kind} ${vector.id} is refused: ${vector.reason} (${vector.clause})`, () => {
      const decoded = read(vector);
      assert.ok(!decoded.ok, 'it was read');
      assert.equal(decoded.fault.reason, vector.reason, decoded.fault.detail);
    });
  }
});

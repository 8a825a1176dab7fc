import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { DecodeFault } from '../model/decoded';
import type { RequestPrimitive } from '../model/request-primitive';
import type { ResponsePrimitive } from '../model/response-primitive';
import { decodeHttpRequest, decodeHttpResponse, encodeHttpRequest, encodeHttpResponse } from './onem2m-http';

/** Wire vectors, written by hand from the documents. Decoding gives the primitive, encoding gives the bytes. */

interface Vector {
  readonly id: string;
  readonly clause: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
  readonly mediaType?: 'json' | 'xml';
  /** What is read and never written: other orders, prefixes, media types. */
  readonly decodeOnly?: boolean;
}

type RequestVector = Vector & {
  readonly method: string;
  readonly url: string;
  readonly primitive: RequestPrimitive;
};
type ResponseVector = Vector & { readonly status: number; readonly primitive: ResponsePrimitive };

interface Bad {
  readonly id: string;
  readonly reason: DecodeFault['reason'];
  readonly where?: string;
}

type BadRequest = Bad & {
  readonly method: string;
  readonly path: string;
  readonly headers?: { readonly [name: string]: string };
  readonly contentType?: string;
  readonly body?: string;
  readonly bodyBase64?: string;
};
type BadResponse = Bad & Pick<ResponseVector, 'status' | 'headers' | 'body'>;

const ROOT = join(__dirname, '../../fixtures/vectors/onem2m');

function vectors<T>(file: string): readonly T[] {
  return JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
}

function headersOf(message: Request | Response): { [name: string]: string } {
  return Object.fromEntries(message.headers);
}

describe('good request vectors', () => {
  for (const vector of vectors<RequestVector>('good/requests.json')) {
    const { url, method, headers, primitive, mediaType } = vector;
    it(`${vector.id} is read (${vector.clause})`, async () => {
      const body = vector.body === '' ? null : vector.body;
      const read = await decodeHttpRequest(new Request(url, { method, headers, body }));
      assert.deepEqual(read, { ok: true, value: primitive });
    });
    if (vector.decodeOnly === true) continue;
    it(`${vector.id} is written (${vector.clause})`, async () => {
      const request = encodeHttpRequest(
        new URL(url).origin,
        primitive,
        mediaType === undefined ? {} : { mediaType },
      );
      assert.equal(request.method, method);
      assert.equal(request.url, url);
      assert.deepEqual(headersOf(request), headers);
      assert.equal(await request.text(), vector.body);
    });
  }
});

describe('good response vectors', () => {
  for (const vector of vectors<ResponseVector>('good/responses.json')) {
    const { status, headers, primitive, mediaType } = vector;
    it(`${vector.id} is read (${vector.clause})`, async () => {
      const body = vector.body === '' ? null : vector.body;
      const read = await decodeHttpResponse(new Response(body, { status, headers }));
      assert.deepEqual(read, { ok: true, value: primitive });
    });
    if (vector.decodeOnly === true) continue;
    it(`${vector.id} is written (${vector.clause})`, async () => {
      const response = encodeHttpResponse(primitive, mediaType === undefined ? {} : { mediaType });
      assert.equal(response.status, status);
      assert.deepEqual(headersOf(response), headers);
      assert.equal(await response.text(), vector.body);
    });
  }
});

describe('bad request vectors', () => {
  for (const vector of vectors<BadRequest>('bad/requests.json')) {
    it(`${vector.id} is refused: ${vector.reason}`, async () => {
      const headers = new Headers(vector.headers ?? { 'X-M2M-RI': 'r1', 'X-M2M-Origin': 'CAE1' });
      const body = vector.bodyBase64 === undefined ? vector.body : Buffer.from(vector.bodyBase64, 'base64');
      if (body !== undefined) headers.set('Content-Type', vector.contentType ?? 'application/json');
      const { method } = vector;
      const request = new Request(`http://cse1.example${vector.path}`, {
        method,
        headers,
        body: body ?? null,
      });
      assertRefused(await decodeHttpRequest(request), vector);
    });
  }
});

describe('bad response vectors', () => {
  for (const vector of vectors<BadResponse>('bad/responses.json')) {
    it(`${vector.id} is refused: ${vector.reason}`, async () => {
      const { status, headers } = vector;
      const body = vector.body === '' ? null : vector.body;
      assertRefused(await decodeHttpResponse(new Response(body, { status, headers })), vector);
    });
  }
});

function assertRefused(
  read: Awaited<ReturnType<typeof decodeHttpRequest | typeof decodeHttpResponse>>,
  bad: Bad,
): void {
  assert.equal(read.ok, false, 'it was read');
  if (read.ok) return;
  assert.equal(read.fault.reason, bad.reason, read.fault.detail);
  if (bad.where !== undefined) assert.equal(read.fault.where, bad.where);
  assert.notEqual(read.fault.detail, '');
}

it('every vector file is run', () => {
  assert.deepEqual(readdirSync(join(ROOT, 'good')).sort(), ['requests.json', 'responses.json']);
  assert.deepEqual(readdirSync(join(ROOT, 'bad')).sort(), ['requests.json', 'responses.json']);
});

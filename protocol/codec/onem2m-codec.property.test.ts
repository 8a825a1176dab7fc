import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ANY_CONTENT, RESPONSE } from '../../fixtures/arbitraries/contents';
import { BYTES, FRAGMENTED, JSON_DOCUMENT, mutated } from '../../fixtures/arbitraries/hostile';
import { ADDRESS, HTTP_RESPONSE, REQUEST } from '../../fixtures/arbitraries/primitives';
import { REPRESENTED_TYPES, representationOf } from '../../fixtures/arbitraries/resources';
import type { Decoded, DecodeFault } from '../model/decoded';
import { formatAddress, fromHttpPath, parseAddress, toHttpPath } from '../model/identifier';
import { decodeHttpRequest, decodeHttpResponse, encodeHttpRequest, encodeHttpResponse } from './onem2m-http';
import { JSON_SERIALIZATION } from './onem2m-json';
import { XML_SERIALIZATION } from './onem2m-xml';

fc.configureGlobal({ seed: 20261120, numRuns: 150 });

const SERIALIZATIONS = { json: JSON_SERIALIZATION, xml: XML_SERIALIZATION } as const;
const MEDIA_TYPES = ['json', 'xml'] as const;

/** Every fault has all it promises. */
function assertDecided(decoded: Decoded<unknown>): void {
  if (decoded.ok) return;
  const { reason, where, detail }: DecodeFault = decoded.fault;
  assert.ok(reason.length > 0 && where.length > 0 && detail.length > 0);
}

for (const name of MEDIA_TYPES) {
  const codec = SERIALIZATIONS[name];
  describe(`${name}: what is written is read as it was`, () => {
    for (const type of REPRESENTED_TYPES) {
      it(`a ${type.specialization ?? type.name} (${type.element})`, () => {
        fc.assert(
          fc.property(
            representationOf(type),
            fc.constantFrom('create', 'update', 'other'),
            (resource, purpose) => {
              const content = { kind: 'resource', resource } as const;
              const read = codec.decodeContent(codec.encodeContent(content), { purpose });
              assert.deepEqual(read, { ok: true, value: content });
            },
          ),
          { numRuns: 60 },
        );
      });
    }

    it('content of every kind', () => {
      fc.assert(
        fc.property(ANY_CONTENT, (content) => {
          assert.deepEqual(codec.decodeContent(codec.encodeContent(content)), { ok: true, value: content });
        }),
      );
    });

    it('requests', () => {
      fc.assert(
        fc.property(REQUEST, (request) => {
          assert.deepEqual(codec.decodeRequest(codec.encodeRequest(request)), { ok: true, value: request });
        }),
      );
    });

    it('responses', () => {
      fc.assert(
        fc.property(RESPONSE, (response) => {
          assert.deepEqual(codec.decodeResponse(codec.encodeResponse(response)), {
            ok: true,
            value: response,
          });
        }),
      );
    });
  });

  describe(`HTTP with ${name}: what is written is read as it was`, () => {
    it('requests', async () => {
      await fc.assert(
        fc.asyncProperty(REQUEST, async (request) => {
          const read = await decodeHttpRequest(
            encodeHttpRequest('http://cse1.example:80', request, { mediaType: name }),
          );
          assert.deepEqual(read, { ok: true, value: request });
        }),
      );
    });

    it('responses', async () => {
      await fc.assert(
        fc.asyncProperty(HTTP_RESPONSE, async (response) => {
          const read = await decodeHttpResponse(encodeHttpResponse(response, { mediaType: name }));
          assert.deepEqual(read, { ok: true, value: response });
        }),
      );
    });
  });

  describe(`${name}: whatever comes, the decoder decides and does not throw`, () => {
    const good = ANY_CONTENT.map((content) => codec.encodeContent(content));
    const texts = {
      'arbitrary text': fc.string({ unit: 'binary' }),
      FRAGMENTED,
      JSON_DOCUMENT,
      mutated: mutated(good),
    };
    for (const [what, text] of Object.entries(texts)) {
      it(what, () => {
        fc.assert(
          fc.property(text, fc.constantFrom('create', 'update', 'other'), (body, purpose) => {
            assertDecided(codec.decodeContent(body, { purpose }));
            assertDecided(codec.decodeRequest(body));
            assertDecided(codec.decodeResponse(body));
          }),
          { numRuns: 400 },
        );
      });
    }
  });

  it(`HTTP with ${name}: arbitrary bytes, headers and queries are decided`, async () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('grtm', 'gstn', 'rt', 'ty', 'fu', 'c.cr', 'lbl', '%', '+', '&', '='),
    );
    await fc.assert(
      fc.asyncProperty(
        BYTES,
        fc.array(word),
        fc.constantFrom('POST', 'PUT', 'DELETE'),
        async (body, words, method) => {
          const headers = { 'Content-Type': `application/${name};ty=9`, 'X-M2M-RI': 'r' };
          const url = `http://h/${words.join('/')}?${words.join('=')}&${words.join('&')}`;
          assertDecided(
            await decodeHttpRequest(new Request(url, { method, headers, body: Buffer.from(body) })),
          );
          const answer = new Response(Buffer.from(body), { headers: { ...headers, 'X-M2M-RSC': '2000' } });
          assertDecided(await decodeHttpResponse(answer));
        },
      ),
    );
  });
}

describe('the two serializations', () => {
  it('say the same', () => {
    fc.assert(
      fc.property(ANY_CONTENT, (content) => {
        const fromJson = JSON_SERIALIZATION.decodeContent(JSON_SERIALIZATION.encodeContent(content));
        const fromXml = XML_SERIALIZATION.decodeContent(XML_SERIALIZATION.encodeContent(content));
        assert.deepEqual(fromXml, fromJson);
      }),
    );
  });
});

describe('addresses', () => {
  it('are written as they were read', () => {
    fc.assert(
      fc.property(ADDRESS, (address) => {
        const parsed = parseAddress(address);
        if (parsed !== undefined) assert.equal(formatAddress(parsed), address);
      }),
    );
  });

  it('come back from an HTTP path', () => {
    fc.assert(fc.property(ADDRESS, (address) => assert.equal(fromHttpPath(toHttpPath(address)), address)));
  });

  it('any text as an address or path is decided', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseAddress(text);
        toHttpPath(text);
        fromHttpPath(text);
      }),
    );
  });
});

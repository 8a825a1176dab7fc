import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PrimitiveContent } from '../model/primitive-content';
import { JSON_SERIALIZATION } from './onem2m-json';
import { XML_SERIALIZATION } from './onem2m-xml';

const EVENT = {
  type: 1,
  sessionID: 's1',
  sessionCredentials: 'c',
  sessionAddress: '/cse-1/s',
  initiatingEndpoint: {
    endpointID: '/cse-1/CA',
    endpointAddress: '/cse-1/b/A',
    notificationURI: 'http://a',
    description: 'd',
  },
  resource: '/cse-1/b/c',
} as const;

/** @see docs/profiles/service-sessions.md */
describe('what an endpoint is told of a session', () => {
  const json =
    '{"fp:sen":{"typ":1,"sid":"s1","scr":"c","sad":"/cse-1/s","iep":{"eid":"/cse-1/CA","ead":"/cse-1/b/A",' +
    '"nu":"http://a","dsc":"d"},"rsr":"/cse-1/b/c"}}';

  it('is written and read whole', () => {
    assert.equal(JSON_SERIALIZATION.encodeContent({ kind: 'sessionEvent', event: EVENT }), json);
    assert.deepEqual(JSON_SERIALIZATION.decodeContent(json), {
      ok: true,
      value: { kind: 'sessionEvent', event: EVENT },
    });
  });

  it('and with no more than it must have', () => {
    const event = { type: 3, sessionID: 's1' };
    const text = '{"fp:sen":{"typ":3,"sid":"s1"}}';
    assert.equal(JSON_SERIALIZATION.encodeContent({ kind: 'sessionEvent', event }), text);
    assert.deepEqual(JSON_SERIALIZATION.decodeContent(text), {
      ok: true,
      value: { kind: 'sessionEvent', event },
    });
  });

  it('an endpoint that nobody can address is none', () => {
    for (const endpoint of ['null', '{"ead":"/a"}', '{"eid":null}']) {
      const text = `{"fp:sen":{"typ":2,"sid":"s1","iep":${endpoint},"rsr":null}}`;
      assert.deepEqual(JSON_SERIALIZATION.decodeContent(text), {
        ok: true,
        value: { kind: 'sessionEvent', event: { type: 2, sessionID: 's1' } },
      });
    }
  });

  it('in XML it is the same', () => {
    const content: PrimitiveContent = { kind: 'sessionEvent', event: EVENT };
    const text = XML_SERIALIZATION.encodeContent(content);
    assert.match(text, /<iep><eid>\/cse-1\/CA<\/eid><ead>\/cse-1\/b\/A<\/ead>/);
    assert.deepEqual(XML_SERIALIZATION.decodeContent(text), { ok: true, value: content });
  });

  const refused = [
    ['{"fp:sen":{"typ":1}}', 'missing'],
    ['{"fp:sen":{"sid":"s"}}', 'missing'],
    ['{"fp:sen":{"typ":null,"sid":"s"}}', 'missing'],
    ['{"fp:sen":null}', 'missing'],
    ['{"fp:sen":[]}', 'wrong-type'],
    ['{"fp:sen":{"typ":"1","sid":"s"}}', 'wrong-type'],
  ] as const;
  for (const [text, reason] of refused) {
    it(`${text} is refused: ${reason}`, () => {
      const read = JSON_SERIALIZATION.decodeContent(text);
      assert.equal(read.ok ? 'read' : read.fault.reason, reason);
    });
  }
});

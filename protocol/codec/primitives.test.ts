import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PrimitiveContent } from '../model/primitive-content';
import type { RequestPrimitive } from '../model/request-primitive';
import { DEFAULT_PROJECT_NAMES } from '../tables/onem2m/project-names';
import { DEFAULT_LIMITS } from './limits';
import { JSON_SERIALIZATION } from './onem2m-json';
import { XML_SERIALIZATION } from './onem2m-xml';
import { UnencodableError } from './unencodable';

/** Whole primitives and content, as bindings other than HTTP carry them, in JSON and XML. @see TS-0004 8.3, 8.4 */
const GROUP: PrimitiveContent = {
  kind: 'resource',
  resource: { element: 'm2m:grp', attributes: { memberIDs: ['a', 'b'], somecastEnable: true } },
};

const REQUEST: RequestPrimitive = {
  operation: 'update',
  to: '/cse1/g',
  from: 'CAE1',
  requestIdentifier: 'r1',
  responseType: { value: 2, notificationURIs: ['http://a', 'http://b'] },
  filterCriteria: { attribute: [{ name: 'memberIDs', value: 'a' }] },
  content: GROUP,
};

const RESPONSE = { responseStatusCode: 2004, requestIdentifier: 'r1', content: GROUP };
const NAMES = { ...DEFAULT_PROJECT_NAMES, somecastEnable: 'sce7' };

const WRITTEN = {
  request:
    '{"op":3,"to":"/cse1/g","fr":"CAE1","rqi":"r1","pc":{"m2m:grp":{"mid":["a","b"],"some":true}},' +
    '"rt":{"rtv":2,"nu":["http://a","http://b"]},"fc":{"atr":[{"nm":"mid","val":"a"}]}}',
  response: '{"rsc":2004,"rqi":"r1","pc":{"m2m:grp":{"mid":["a","b"],"some":true}}}',
};

describe('primitives in JSON', () => {
  it('a request has its parameters by short names, and no root', () => {
    assert.equal(JSON_SERIALIZATION.encodeRequest(REQUEST), WRITTEN.request);
    assert.deepEqual(JSON_SERIALIZATION.decodeRequest(WRITTEN.request), { ok: true, value: REQUEST });
  });

  it('a response too', () => {
    assert.equal(JSON_SERIALIZATION.encodeResponse(RESPONSE), WRITTEN.response);
    assert.deepEqual(JSON_SERIALIZATION.decodeResponse(WRITTEN.response), { ok: true, value: RESPONSE });
  });

  it('a request without content and without notification URIs has no members for them', () => {
    const { content: _none, filterCriteria: _neither, ...rest } = REQUEST;
    const request = { ...rest, operation: 'retrieve', responseType: { value: 3 } } as const;
    const text = '{"op":2,"to":"/cse1/g","fr":"CAE1","rqi":"r1","rt":{"rtv":3}}';
    assert.equal(JSON_SERIALIZATION.encodeRequest(request), text);
    assert.deepEqual(JSON_SERIALIZATION.decodeRequest(text), { ok: true, value: request });
  });

  it('each operation has its number', () => {
    for (const [operation, op] of [
      ['create', 1],
      ['retrieve', 2],
      ['update', 3],
      ['delete', 4],
      ['notify', 5],
    ] as const) {
      const text = `{"op":${op},"to":"a","rqi":"r"}`;
      assert.equal(JSON_SERIALIZATION.encodeRequest({ operation, to: 'a', requestIdentifier: 'r' }), text);
      const read = JSON_SERIALIZATION.decodeRequest(text);
      assert.equal(read.ok && read.value.operation, operation);
    }
  });

  it('a parameter that no table has is not written', () => {
    const request = { ...REQUEST, zzz: 1 };
    assert.throws(() => JSON_SERIALIZATION.encodeRequest(request), UnencodableError);
    assert.throws(() => JSON_SERIALIZATION.encodeResponse({ ...RESPONSE, ...{ zzz: 1 } }), UnencodableError);
  });

  const refused = [
    ['[]', 'wrong-type', 'body'],
    ['{"op":2,"to":"a","rqi":"r","zzz":1}', 'unknown-parameter', 'body/zzz'],
    ['{"to":"a","rqi":"r"}', 'missing', 'body/op'],
    ['{"op":2,"rqi":"r"}', 'missing', 'body/to'],
    ['{"op":2,"to":"","rqi":"r"}', 'wrong-type', 'body/to'],
    ['{"op":2,"to":"a"}', 'missing', 'body/rqi'],
    ['{"op":2,"to":"a","rqi":""}', 'missing', 'body/rqi'],
    ['{"op":2,"to":"a","rqi":null}', 'wrong-type', 'body/rqi'],
    ['{"op":1,"to":"a","rqi":"r","pc":{"m2m:grp":{"gn":null}}}', 'wrong-type', 'body/pc/m2m:grp/gn'],
    ['{"op":3,"to":"a","rqi":"r","fc":{"atr":[{"nm":"lbl"}]}}', 'missing', 'body/fc/atr[0]/val'],
  ] as const;
  for (const [text, reason, where] of refused) {
    it(`${text} is refused: ${reason}`, () => {
      const read = JSON_SERIALIZATION.decodeRequest(text);
      assert.deepEqual(read.ok ? 'read' : [read.fault.reason, read.fault.where], [reason, where]);
    });
  }

  it('NULL in an update deletes, and no response is read from what is none', () => {
    const text = '{"op":3,"to":"a","rqi":"r","pc":{"m2m:grp":{"gn":null}}}';
    const read = JSON_SERIALIZATION.decodeRequest(text);
    assert.deepEqual(read.ok && read.value.content, {
      kind: 'resource',
      resource: { element: 'm2m:grp', attributes: { groupName: null } },
    });
    for (const [bad, reason] of [
      ['7', 'wrong-type'],
      ['{"rqi":"r"}', 'missing'],
    ]) {
      const response = JSON_SERIALIZATION.decodeResponse(bad ?? '');
      assert.equal(response.ok ? 'read' : response.fault.reason, reason);
    }
  });

  it('NULL among the parameters of a response says nothing', () => {
    assert.deepEqual(JSON_SERIALIZATION.decodeResponse('{"rsc":2000,"rqi":"r","fr":null,"pc":null}'), {
      ok: true,
      value: { responseStatusCode: 2000, requestIdentifier: 'r' },
    });
  });
});

describe('options', () => {
  const texts = [
    [JSON_SERIALIZATION, '{"m2m:grp":{"mid":["a","b"],"sce7":true}}'],
    [
      XML_SERIALIZATION,
      '<?xml version="1.0" encoding="UTF-8"?><m2m:grp xmlns:m2m="http://www.onem2m.org/xml/protocols">' +
        '<mid>a b</mid><sce7>true</sce7></m2m:grp>',
    ],
  ] as const;
  for (const [serialization, text] of texts) {
    it(`other names are written and read: ${text.slice(0, 5)}`, () => {
      assert.equal(serialization.encodeContent(GROUP, { names: NAMES }), text);
      assert.deepEqual(serialization.decodeContent(text, { names: NAMES }), { ok: true, value: GROUP });
      const request = serialization.encodeRequest(REQUEST, { names: NAMES });
      assert.match(request, /sce7/);
      assert.deepEqual(serialization.decodeRequest(request, { names: NAMES }), { ok: true, value: REQUEST });
      const response = serialization.encodeResponse(RESPONSE, { names: NAMES });
      assert.match(response, /sce7/);
      assert.deepEqual(serialization.decodeResponse(response, { names: NAMES }), {
        ok: true,
        value: RESPONSE,
      });
    });

    it(`a text as long as the limit is read, one longer is not: ${text.slice(0, 5)}`, () => {
      const limits = { ...DEFAULT_LIMITS, bytes: text.length };
      assert.equal(serialization.decodeContent(text, { names: NAMES, limits }).ok, true);
      const read = serialization.decodeContent(`${text} `, { names: NAMES, limits });
      assert.equal(read.ok ? 'read' : read.fault.reason, 'too-large');
      const many = [
        serialization.decodeRequest(`${text} `, { limits }),
        serialization.decodeResponse(`${text} `, { limits }),
      ];
      assert.deepEqual(
        many.map((one) => (one.ok ? 'read' : one.fault.reason)),
        ['too-large', 'too-large'],
      );
    });
  }

  it('what NULL means is what the reader is told; a peer that answers may say it', () => {
    const text = '{"m2m:grp":{"gn":null}}';
    const content = { kind: 'resource', resource: { element: 'm2m:grp', attributes: { groupName: null } } };
    assert.deepEqual(JSON_SERIALIZATION.decodeContent(text), { ok: true, value: content });
    assert.deepEqual(JSON_SERIALIZATION.decodeContent(text, { purpose: 'update' }), {
      ok: true,
      value: content,
    });
    assert.equal(JSON_SERIALIZATION.decodeContent(text, { purpose: 'create' }).ok, false);
  });

  it('answers may be longer than requests', () => {
    const long = 'x'.repeat(1024 * 1024);
    assert.equal(JSON_SERIALIZATION.decodeContent(`{"m2m:dbg":"${long}"}`).ok, true);
    assert.equal(JSON_SERIALIZATION.decodeResponse(`{"rsc":4000,"pc":{"m2m:dbg":"${long}"}}`).ok, true);
    const request = JSON_SERIALIZATION.decodeRequest(`{"op":2,"to":"${long}","rqi":"r"}`);
    assert.equal(request.ok ? 'read' : request.fault.reason, 'too-large');
  });
});

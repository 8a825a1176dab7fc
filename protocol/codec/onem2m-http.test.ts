import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RequestPrimitive } from '../model/request-primitive';
import { DEFAULT_PROJECT_NAMES } from '../tables/onem2m/project-names';
import { acceptedSerialization } from './http-media-type';
import { DEFAULT_LIMITS } from './limits';
import { decodeHttpRequest, decodeHttpResponse, encodeHttpRequest, encodeHttpResponse } from './onem2m-http';
import { UnencodableError } from './unencodable';

const RETRIEVE: RequestPrimitive = {
  operation: 'retrieve',
  to: 'cse-in',
  from: 'CAE1',
  requestIdentifier: 'r1',
};

function httpRequest(change: Partial<RequestPrimitive>): Request {
  return encodeHttpRequest('http://cse1.example/', { ...RETRIEVE, ...change });
}

describe('what HTTP cannot carry', () => {
  const cases: { readonly [what: string]: Partial<RequestPrimitive> } = {
    'a line break in From': { from: 'CAE1\r\nX-M2M-RVI: 3' },
    'a line break in the request identifier': { requestIdentifier: 'r\n1' },
    'white space around a value': { vendorInformation: ' x' },
    'characters beyond ASCII': { vendorInformation: 'gruppe-ü' },
    'a notification URI with the separator': {
      responseType: { value: 2, notificationURIs: ['http://a/?b&c'] },
    },
    'an empty token': { tokens: ['a', ''] },
    'dot segments': { to: '/cse1/../cse2/a' },
    'a body in a retrieve': { content: { kind: 'uri', uri: 'a' } },
  };
  for (const [what, change] of Object.entries(cases)) {
    it(`${what} is not written`, () => {
      assert.throws(() => httpRequest(change), UnencodableError);
    });
  }

  it('an attribute that no table knows is not written', () => {
    const resource = { element: 'm2m:grp', attributes: { nosuch: 1 } };
    assert.throws(
      () => encodeHttpResponse({ ...ANSWER, content: { kind: 'resource', resource } }),
      UnencodableError,
    );
  });

  it('a bad point of access is not written', () => {
    assert.throws(() => encodeHttpRequest('no url', RETRIEVE), UnencodableError);
  });
});

const ANSWER = { responseStatusCode: 2000, requestIdentifier: 'r1' };

describe('addresses', () => {
  it('a point of access with a path stands before the target', () => {
    assert.equal(
      encodeHttpRequest('http://h:1/in/', { ...RETRIEVE, to: '/cse1/a' }).url,
      'http://h:1/in/~/cse1/a',
    );
  });

  it('a target that is a URL is used as it is', () => {
    const notify = { ...RETRIEVE, operation: 'notify', to: 'http://ae1.example:9/n?x=1' } as const;
    assert.equal(encodeHttpRequest('http://h:1', notify).url, 'http://ae1.example:9/n?x=1');
  });

  it('an attribute behind # becomes an argument', () => {
    assert.equal(httpRequest({ to: 'cse-in/c#rr' }).url, 'http://cse1.example/cse-in/c?atrl=rr');
  });
});

describe('limits', () => {
  const limits = { ...DEFAULT_LIMITS, bytes: 40, depth: 3, entries: 2, headerLength: 60 };

  async function faultOf(body: string, type = 'application/json', url = 'http://h/g'): Promise<string> {
    const headers = { 'X-M2M-RI': 'r1', 'Content-Type': type };
    const read = await decodeHttpRequest(new Request(url, { method: 'PUT', headers, body }), { limits });
    return read.ok ? 'read' : read.fault.reason;
  }

  it('a body as long as the limit is read, and one byte more is not', async () => {
    assert.equal(await faultOf('{"m2m:grp":{"gn":"1234567890123456789"}}'), 'read');
    assert.equal(await faultOf('{"m2m:grp":{"gn":"12345678901234567890"}}'), 'too-large');
  });

  it('bytes count, not characters', async () => {
    assert.equal(await faultOf('{"m2m:grp":{"gn":"ü23456789012345678"}}'), 'read');
    assert.equal(await faultOf('{"m2m:grp":{"gn":"üü3456789012345678"}}'), 'too-large');
  });

  it('depth is bounded in JSON', async () => {
    assert.equal(await faultOf('{"m2m:grp":{"zz":[]}}'), 'read');
    assert.equal(await faultOf('{"m2m:grp":{"zz":[[]]}}'), 'too-deep');
  });

  it('brackets within strings are no depth', async () => {
    assert.equal(await faultOf('{"m2m:grp":{"gn":"[[[[\\"{{"}}'), 'read');
  });

  it('depth is bounded in XML', async () => {
    assert.equal(await faultOf('<g><a><b/></a></g>', 'application/xml'), 'read');
    assert.equal(await faultOf('<g><a><b><c/></b></a></g>', 'application/xml'), 'too-deep');
  });

  it('entries are bounded', async () => {
    assert.equal(await faultOf('{"m2m:grp":{"mid":["a","b"]}}'), 'read');
    assert.equal(await faultOf('{"m2m:grp":{"mid":["a","b","c"]}}'), 'too-large');
    assert.equal(await faultOf('<g><a/><a/><a/></g>', 'application/xml'), 'too-large');
  });

  it('path and query are bounded', async () => {
    assert.equal(await faultOf('', 'application/json', `http://h/${'a'.repeat(60)}`), 'too-large');
  });

  it('a nesting that would overflow a stack is refused', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const elements = `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`;
    for (const [body, type] of [
      [deep, 'json'],
      [elements, 'xml'],
    ] as const) {
      const headers = { 'X-M2M-RI': 'r1', 'Content-Type': `application/${type}` };
      const read = await decodeHttpRequest(new Request('http://h/g', { method: 'PUT', headers, body }));
      assert.equal(read.ok ? 'read' : read.fault.reason, 'too-deep');
    }
  });

  it('a body that breaks off is a fault', async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.error(new Error('connection lost'));
      },
    });
    const headers = { 'X-M2M-RI': 'r1', 'X-M2M-RSC': '2000' };
    const read = await decodeHttpResponse(new Response(body, { headers }));
    assert.equal(read.ok ? 'read' : read.fault.reason, 'syntax');
  });

  it('a body without end is given up soon after the limit', async () => {
    let chunks = 0;
    const body = new ReadableStream({
      pull(controller) {
        chunks++;
        if (chunks > 2000) controller.close();
        else controller.enqueue(new Uint8Array(1024));
      },
    });
    const headers = { 'X-M2M-RI': 'r1', 'X-M2M-RSC': '2000' };
    const read = await decodeHttpResponse(new Response(body, { headers }), { limits: DEFAULT_LIMITS });
    assert.equal(read.ok ? 'read' : read.fault.reason, 'too-large');
    assert.ok(chunks < 1100, `${chunks} chunks were taken`);
  });
});

describe('responses of peers', () => {
  it('a response without request identifier has the empty one, which matches none', async () => {
    const read = await decodeHttpResponse(new Response(null, { headers: { 'X-M2M-RSC': '4000' } }));
    assert.deepEqual(read, { ok: true, value: { responseStatusCode: 4000, requestIdentifier: '' } });
  });

  it('a code that no table has gets the HTTP status of its class', () => {
    assert.equal(encodeHttpResponse({ ...ANSWER, responseStatusCode: 4999 }).status, 400);
    assert.equal(encodeHttpResponse({ ...ANSWER, responseStatusCode: 6999 }).status, 500);
    assert.equal(encodeHttpResponse({ ...ANSWER, responseStatusCode: 1999 }).status, 202);
  });
});

describe('names that no table assigns', () => {
  const names = {
    ...DEFAULT_PROJECT_NAMES,
    somecastEnable: 'sce9',
    groupSomecastTargetNumberHttp: { in: 'header', name: 'X-M2M-GSTN' },
  } as const;

  it('a target can spell an attribute otherwise', async () => {
    const resource = { element: 'm2m:grp', attributes: { somecastEnable: true } };
    const response = encodeHttpResponse({ ...ANSWER, content: { kind: 'resource', resource } }, { names });
    assert.equal(await response.clone().text(), '{"m2m:grp":{"sce9":true}}');
    const read = await decodeHttpResponse(response, { names });
    assert.deepEqual(read, { ok: true, value: { ...ANSWER, content: { kind: 'resource', resource } } });
  });

  it('a target can carry the somecast number in a header', async () => {
    const request = encodeHttpRequest('http://h', { ...RETRIEVE, groupSomecastTargetNumber: 2 }, { names });
    assert.equal(request.headers.get('x-m2m-gstn'), '2');
    assert.equal(request.url, 'http://h/cse-in');
    const read = await decodeHttpRequest(request, { names });
    assert.deepEqual(read, { ok: true, value: { ...RETRIEVE, groupSomecastTargetNumber: 2 } });
  });
});

describe('acceptedSerialization', () => {
  const cases = [
    [null, 'json'],
    ['', 'json'],
    ['*/*', 'json'],
    ['application/xml', 'xml'],
    ['application/json;q=0.5, application/xml', 'xml'],
    ['application/vnd.onem2m-res+xml', 'xml'],
    ['application/cbor, application/json', 'json'],
    ['application/cbor', undefined],
    ['application/xml;q=0', undefined],
    ['text/html', undefined],
  ] as const;
  for (const [accept, serialization] of cases) {
    it(`${accept} gives ${serialization}`, () => {
      assert.equal(acceptedSerialization(accept, 'json'), serialization);
    });
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acceptedSerialization, readContentType } from './http-media-type';
import { DEFAULT_LIMITS } from './limits';
import { decodeHttpRequest, decodeHttpResponse, encodeHttpRequest } from './onem2m-http';

/** What the parts of an HTTP message say. @see TS-0009 6.2, 6.4 */
function get(
  pathAndQuery: string,
  headers: { readonly [name: string]: string } = {},
  limits = DEFAULT_LIMITS,
) {
  const request = new Request(`http://h${pathAndQuery}`, { headers: { 'X-M2M-RI': 'r1', ...headers } });
  return decodeHttpRequest(request, { limits });
}

const READ = { operation: 'retrieve', to: 'g', requestIdentifier: 'r1' } as const;

const QUERIES: readonly (readonly [string, object])[] = [
  ['/g?', READ],
  ['/g?&rcn=1&&', { ...READ, resultContent: 1 }],
  ['/g?lbl=', { ...READ, filterCriteria: { labels: [] } }],
  ['/g?lbl=a%2Bb+c%26d', { ...READ, filterCriteria: { labels: ['a+b', 'c&d'] } }],
  ['/g?lbl=a=b?c', { ...READ, filterCriteria: { labels: ['a=b?c'] } }],
  ['/g?lbq', { ...READ, filterCriteria: { labelsQuery: '' } }],
  ['/g?cty=a&cty=b', { ...READ, filterCriteria: { contentType: ['a', 'b'] } }],
  [
    '/g?gn=x&gn=y&mnm=3',
    {
      ...READ,
      filterCriteria: {
        attribute: [
          { name: 'groupName', value: 'x' },
          { name: 'groupName', value: 'y' },
          { name: 'maxNrOfMembers', value: '3' },
        ],
      },
    },
  ],
  [
    '/g?gn=x&c.gn=y&p.gn=z',
    {
      ...READ,
      filterCriteria: {
        attribute: [{ name: 'groupName', value: 'x' }],
        childAttribute: [{ name: 'groupName', value: 'y' }],
        parentAttribute: [{ name: 'groupName', value: 'z' }],
      },
    },
  ],
  ['/g?atrl=gn+mid', { ...READ, content: { kind: 'attributeList', names: ['groupName', 'memberIDs'] } }],
  [
    '/g?atrl=gn&lim=2',
    { ...READ, filterCriteria: { limit: 2 }, content: { kind: 'attributeList', names: ['groupName'] } },
  ],
  ['/g?rt=3', { ...READ, responseType: { value: 3 } }],
];

describe('queries', () => {
  for (const [query, primitive] of QUERIES) {
    it(`${query} is read`, async () => assert.deepEqual(await get(query), { ok: true, value: primitive }));
  }

  const written = [
    [{ attribute: [{ name: 'groupName', value: 'a&b' }] }, 'gn=a%26b'],
    [{ childAttribute: [{ name: 'groupName', value: 'a' }] }, 'c.gn=a'],
    [{ parentAttribute: [{ name: 'groupName', value: 'a' }] }, 'p.gn=a'],
    [{ labels: ['a b', 'c+d'], limit: 2 }, 'lbl=a%20b+c%2Bd&lim=2'],
    [{ labels: ['$,/:;?@'] }, 'lbl=$,/:;?@'],
    [{ labels: ['\uD800x'] }, 'lbl=%EF%BF%BDx'],
  ] as const;
  for (const [filterCriteria, query] of written) {
    it(`${query} is written`, () => {
      assert.equal(encodeHttpRequest('http://h', { ...READ, filterCriteria }).url, `http://h/g?${query}`);
    });
  }

  const refused = [
    ['/g?c.zzz=1', 'unknown-parameter', 'request/query/c.zzz'],
    ['/g?=1', 'unknown-parameter', 'request/query/'],
    ['/g?lim=2&lim=3', 'repeated', 'request/query/lim'],
    ['/g?gn=%FF', 'not-utf8', 'request/query/gn'],
    ['/g?lbl=%FF+%01', 'not-utf8', 'request/query/lbl'],
  ] as const;
  for (const [query, reason, where] of refused) {
    it(`${query} is refused: ${reason}`, async () => {
      const read = await get(query);
      assert.deepEqual(read.ok ? 'read' : [read.fault.reason, read.fault.where], [reason, where]);
    });
  }
});

describe('headers', () => {
  it('notification URIs are separated by &, with any blanks, or none', async () => {
    const uris = async (text: string) => {
      const read = await get('/g?rt=2', { 'X-M2M-RTU': text });
      return read.ok && read.value.responseType?.notificationURIs;
    };
    assert.deepEqual(await uris('http://a & http://b'), ['http://a', 'http://b']);
    assert.deepEqual(await uris(''), []);
  });

  it('a header as long as the limit is read, and one longer is not', async () => {
    const limits = { ...DEFAULT_LIMITS, headerLength: 20 };
    assert.equal((await get('/g', { 'X-M2M-Origin': 'C'.repeat(20) }, limits)).ok, true);
    const read = await get('/g', { 'X-M2M-Origin': 'C'.repeat(21) }, limits);
    assert.deepEqual(read.ok ? 'read' : [read.fault.reason, read.fault.where], [
      'too-large',
      'request/X-M2M-Origin',
    ]);
  });

  it('a URL as long as the limit is read, and one longer is not', async () => {
    const limits = { ...DEFAULT_LIMITS, headerLength: 20 };
    assert.equal((await get(`/${'a'.repeat(11)}`, {}, limits)).ok, true);
    assert.equal((await get(`/${'a'.repeat(12)}`, {}, limits)).ok, false);
  });

  it('a response in a header that is too long is refused at its header', async () => {
    const limits = { ...DEFAULT_LIMITS, headerLength: 4 };
    const headers = { 'X-M2M-RSC': '2001', 'Content-Location': '/cse1/a' };
    const read = await decodeHttpResponse(new Response(null, { headers }), { limits });
    assert.equal(read.ok ? 'read' : read.fault.where, 'response/Content-Location');
  });
});

describe('addresses', () => {
  it('a URL within an address is none, and all slashes of a point of access go', () => {
    assert.equal(encodeHttpRequest('http://h//', { ...READ, to: 'a/http://b' }).url, 'http://h/a/http://b');
  });

  it('what stands behind # is for a retrieve only', () => {
    const update = { ...READ, operation: 'update', to: 'a#rr' } as const;
    assert.equal(encodeHttpRequest('http://h', update).url, 'http://h/a%23rr');
  });
});

describe('Content-Type', () => {
  const cases = [
    ['application/json', { serialization: 'json' }],
    ['APPLICATION/XML ; TY = "9"', { serialization: 'xml', resourceType: '9' }],
    ['application/vnd.onem2m-prsp+json;charset=UTF-8;ty=3', { serialization: 'json', resourceType: '3' }],
    ['application/json;charset=latin1', {}],
    ['application/json;x y;ty=4', { serialization: 'json', resourceType: '4' }],
    ['application/json; x ty=4', { serialization: 'json' }],
    ['x-application/json', {}],
    ['application/jsonp', {}],
    ['application/vnd.onem2m-zzz+json', {}],
    ['', {}],
  ] as const;
  for (const [header, read] of cases) {
    it(`${JSON.stringify(header)} says ${JSON.stringify(read)}`, () => {
      assert.deepEqual(readContentType(header), read);
    });
  }
});

describe('Accept', () => {
  const cases = [
    [' ', 'json'],
    ['application/*', 'json'],
    ['application/xml ; q = 0.05, application/json;q=0.5', 'json'],
    ['application/json;q=0.25, application/xml;q=0.5', 'xml'],
    ['application/json;q=0.05, application/xml;q=0.09', 'xml'],
    ['application/json ; q = 0, application/xml', 'xml'],
    ['text/plain, application/*;q=0.1', 'json'],
    ['application/json;q=1.0', 'json'],
  ] as const;
  for (const [accept, serialization] of cases) {
    it(`${JSON.stringify(accept)} gives ${serialization}`, () => {
      assert.equal(acceptedSerialization(accept, 'json'), serialization);
    });
  }
});

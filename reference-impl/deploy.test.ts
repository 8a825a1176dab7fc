import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_CONFIG } from './cse/default-config';
import { type CseDeployment, deployCse } from './deploy';
import { countingIds } from './runtime/counting-ids';
import { seededRandom } from './runtime/seeded-random';
import { VirtualClock } from './runtime/virtual-clock';

const ROOT = 'http://cse1.example';

function deploy(
  transmit = async (_request: Request): Promise<Response> => Promise.reject(new Error('nobody')),
) {
  const clock = new VirtualClock(Date.UTC(2026, 10, 20));
  const runtime = { clock, ids: countingIds(), random: seededRandom(1) };
  return { clock, ...deployCse({ config: DEFAULT_CONFIG, runtime, transmit }) };
}

const HEADERS = { 'X-M2M-RI': 'r1', 'X-M2M-Origin': 'CAdmin', 'X-M2M-RVI': '3' };

function message(method: string, path: string, headers: object = {}, body?: string | Uint8Array): Request {
  const all = { ...HEADERS, ...headers };
  return new Request(`${ROOT}${path}`, { method, headers: all, ...(body !== undefined && { body }) });
}

async function answer(endpoint: CseDeployment['endpoint'], request: Request) {
  const response = await endpoint(request);
  const { status, headers } = response;
  return {
    status,
    code: headers.get('X-M2M-RSC'),
    id: headers.get('X-M2M-RI'),
    body: await response.text(),
    headers,
  };
}

const JSON_CONTAINER = { 'Content-Type': 'application/json;ty=3' };

test('a container is created and retrieved over HTTP in JSON', async () => {
  const { endpoint } = deploy();
  const created = await answer(
    endpoint,
    message('POST', '/cse-base', JSON_CONTAINER, '{"m2m:cnt":{"rn":"c1","mni":3}}'),
  );
  assert.deepEqual([created.status, created.code, created.id], [201, '2001', 'r1']);
  const retrieved = await answer(endpoint, message('GET', '/~/cse1/cse-base/c1'));
  assert.deepEqual([retrieved.status, retrieved.code], [200, '2000']);
  const { 'm2m:cnt': container } = JSON.parse(retrieved.body);
  assert.deepEqual([container.rn, container.ty, container.mni, container.cni], ['c1', 3, 3, 0]);
});

test('the answer is in XML where XML is accepted', async () => {
  const response = await answer(deploy().endpoint, message('GET', '/-', { Accept: 'application/xml' }));
  assert.equal(response.headers.get('Content-Type'), 'application/xml');
  assert.match(response.body, /<m2m:cb [^>]*rn="cse-base"/);
});

const BAD_MESSAGES: readonly (readonly [string, Request, number, string])[] = [
  ['broken JSON', message('POST', '/-', JSON_CONTAINER, '{"m2m:cnt":'), 400, '4000'],
  [
    'bytes that are not UTF-8',
    message('POST', '/-', JSON_CONTAINER, new Uint8Array([0xff, 0xfe])),
    400,
    '4000',
  ],
  ['a wrong type', message('POST', '/-', JSON_CONTAINER, '{"m2m:cnt":{"mni":"many"}}'), 400, '4000'],
  [
    'a list where a scalar belongs',
    message('POST', '/-', JSON_CONTAINER, '{"m2m:cnt":{"mni":[1]}}'),
    400,
    '4000',
  ],
  ['an unknown attribute', message('POST', '/-', JSON_CONTAINER, '{"m2m:cnt":{"zzz":1}}'), 400, '4000'],
  [
    'a repeated attribute',
    message('POST', '/-', JSON_CONTAINER, '{"m2m:cnt":{"mni":1,"mni":2}}'),
    400,
    '4000',
  ],
  ['NULL in a create', message('POST', '/-', JSON_CONTAINER, '{"m2m:cnt":{"mni":null}}'), 400, '4000'],
  [
    'deep nesting',
    message('POST', '/-', JSON_CONTAINER, `${'['.repeat(5000)}${']'.repeat(5000)}`),
    400,
    '4000',
  ],
  ['a body beyond 1 MiB', message('POST', '/-', JSON_CONTAINER, `"${'x'.repeat(1024 * 1024)}"`), 400, '4000'],
  ['another media type', message('POST', '/-', { 'Content-Type': 'text/html;ty=3' }, '<p>'), 415, '4015'],
  [
    'JSON in another charset than UTF-8',
    message('POST', '/-', { 'Content-Type': 'application/json;charset=iso-8859-1;ty=3' }, '{"m2m:cnt":{}}'),
    415,
    '4015',
  ],
  [
    'a list entry with a blank',
    message('POST', '/-', JSON_CONTAINER, '{"m2m:cnt":{"lbl":["hello world"]}}'),
    400,
    '4000',
  ],
  ['an empty list entry', message('POST', '/-', JSON_CONTAINER, '{"m2m:cnt":{"lbl":["a",""]}}'), 400, '4000'],
  [
    'the prefix of oneM2M bound to another namespace',
    message(
      'POST',
      '/-',
      { 'Content-Type': 'application/xml;ty=3' },
      '<m2m:cnt xmlns:m2m="urn:other"><mni>3</mni></m2m:cnt>',
    ),
    400,
    '4000',
  ],
  ['broken XML', message('POST', '/-', { 'Content-Type': 'application/xml;ty=3' }, '<m2m:cnt'), 400, '4000'],
  [
    'XML entities',
    message(
      'POST',
      '/-',
      { 'Content-Type': 'application/xml;ty=3' },
      '<!DOCTYPE a [<!ENTITY b "c">]><m2m:cnt xmlns:m2m="http://www.onem2m.org/xml/protocols"><mni>&b;</mni></m2m:cnt>',
    ),
    400,
    '4000',
  ],
  ['an answer that can only be HTML', message('GET', '/-', { Accept: 'text/html' }), 406, '5207'],
  ['an unknown query argument', message('GET', '/-?zzz=1'), 400, '4000'],
  ['a method that is none', message('PATCH', '/-'), 400, '4000'],
];

test('bad messages get their code and their identifier back, and the CSE goes on', async () => {
  const { endpoint, cse } = deploy();
  for (const [what, request, status, code] of BAD_MESSAGES) {
    const response = await answer(endpoint, request);
    assert.deepEqual([response.status, response.code, response.id], [status, code, 'r1'], what);
    assert.doesNotMatch(response.body, /\.ts| {4}at /, what);
    assert.equal([...cse.store.all()].length, 2, what);
  }
  assert.equal((await answer(endpoint, message('GET', '/-'))).code, '2000');
});

test('a message without request identifier gets an answer all the same', async () => {
  const response = await deploy().endpoint(new Request(`${ROOT}/-`));
  assert.deepEqual([response.status, response.headers.get('X-M2M-RSC')], [400, '4000']);
});

test('requests for another CSE go out over HTTP and their answers come back', async () => {
  const seen: Request[] = [];
  const { endpoint } = deploy(async (request) => {
    seen.push(request);
    const headers = { 'X-M2M-RSC': '2000', 'X-M2M-RI': 'r1', 'Content-Type': 'application/json' };
    return new Response('{"m2m:cnt":{"rn":"far"}}', { headers });
  });
  const remote =
    '{"m2m:csr":{"rn":"cse2","csi":"/cse2","cb":"/cse2/-","rr":true,"srv":["3"],"poa":["http://cse2.example"]}}';
  const registration = { 'Content-Type': 'application/json;ty=16', 'X-M2M-Origin': '/cse2' };
  assert.equal((await answer(endpoint, message('POST', '/-', registration, remote))).code, '2001');
  const response = await answer(endpoint, message('GET', '/~/cse2/-/far', { 'X-M2M-GID': 'g1' }));
  assert.deepEqual([response.code, response.body], ['2000', '{"m2m:cnt":{"rn":"far"}}']);
  assert.equal(seen[0]?.url, 'http://cse2.example/~/cse2/-/far');
  assert.equal(seen[0]?.headers.get('X-M2M-Origin'), '/cse1/CAdmin');
  assert.equal(seen[0]?.headers.get('X-M2M-GID'), 'g1');
});

test('an answer that makes no sense, or none, is 5103', async () => {
  const answers = [
    () => Promise.resolve(new Response('nonsense')),
    () => Promise.reject(new Error('connection refused')),
  ];
  for (const transmit of answers) {
    const { endpoint, cse } = deploy(transmit);
    const remote = {
      resourceName: 'cse2',
      'CSE-ID': '/cse2',
      pointOfAccess: ['http://cse2.example', 'no url'],
    };
    cse.store.put({
      resourceID: 'csr-1',
      parentID: 'cb1',
      resourceName: 'cse2',
      resourceType: 16,
      element: 'm2m:csr',
      attributes: remote,
      createdBy: '/cse2',
    });
    assert.equal((await answer(endpoint, message('GET', '/~/cse2/-'))).code, '5103');
  }
});

test('UTF-8 may be said and changes nothing', async () => {
  const { endpoint } = deploy();
  const type = { 'Content-Type': 'application/json; charset="UTF-8"; ty=3' };
  assert.equal((await answer(endpoint, message('POST', '/-', type, '{"m2m:cnt":{}}'))).code, '2001');
});

test('a label with a blank is refused in an update too, and text with blanks is taken', async () => {
  const { endpoint } = deploy();
  await answer(endpoint, message('POST', '/-', JSON_CONTAINER, '{"m2m:cnt":{"rn":"c1"}}'));
  const update = (body: string) =>
    answer(endpoint, message('PUT', '/-/c1', { 'Content-Type': 'application/json' }, body));
  assert.equal((await update('{"m2m:cnt":{"lbl":["hello world"]}}')).code, '4000');
  assert.equal((await update('{"m2m:cnt":{"or":"hello world"}}')).code, '4000');
  assert.equal((await update('{"m2m:cnt":{"lbl":["hello","world"]}}')).code, '2004');
});

test('what XML cannot carry is not acceptable in XML, and still there in JSON', async () => {
  const content = '{"m2m:cnt":{"rn":"far","lbl":["hello world"]}}';
  const { endpoint } = deploy(async () => {
    const headers = { 'X-M2M-RSC': '2000', 'X-M2M-RI': 'r1', 'Content-Type': 'application/json' };
    return new Response(content, { headers });
  });
  const remote =
    '{"m2m:csr":{"rn":"cse2","csi":"/cse2","cb":"/cse2/-","rr":true,"srv":["3"],"poa":["http://cse2.example"]}}';
  const registration = { 'Content-Type': 'application/json;ty=16', 'X-M2M-Origin': '/cse2' };
  await answer(endpoint, message('POST', '/-', registration, remote));
  const inXml = await answer(endpoint, message('GET', '/~/cse2/-/far', { Accept: 'application/xml' }));
  assert.deepEqual([inXml.status, inXml.code, inXml.id], [406, '5207', 'r1']);
  assert.match(inXml.body, /<m2m:dbg /);
  const inJson = await answer(endpoint, message('GET', '/~/cse2/-/far'));
  assert.deepEqual([inJson.code, inJson.body], ['2000', content]);
});

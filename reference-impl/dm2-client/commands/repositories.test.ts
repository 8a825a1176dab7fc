import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type ClientBedOptions,
  DATA,
  dm2ClientBed,
  LAMP,
  lost,
  objects,
  refused,
  silence,
} from '../../dm2-client-bed';

const URL_OF_DATA = `${DATA}/d`;

type Stored = NonNullable<ClientBedOptions['repository']>[string];

function bedWith(stored: Stored, options: ClientBedOptions = {}) {
  return dm2ClientBed({ repository: { [URL_OF_DATA]: stored }, ...options });
}

function text(content: string): Stored {
  return () => new Response(content, { headers: { 'Content-Type': 'text/plain' } });
}

describe('a repository', () => {
  for (const [status, what, stored] of [
    [404, 'has nothing', refused(404)],
    [503, 'is busy', refused(503)],
    [418, 'is a teapot', refused(418)],
    [502, 'sends elsewhere', refused(302, { Location: `${DATA}/other` })],
    [503, 'is out of reach', lost],
    [504, 'never answers', silence],
    [502, 'breaks off', () => new Response(broken(), { headers: { 'Content-Type': 'text/plain' } })],
    [
      504,
      'never comes to an end',
      () => new Response(endless(0), { headers: { 'Content-Type': 'text/plain' } }),
    ],
    [413, 'sends too much', text('a'.repeat(1024 * 1024 + 1))],
    [
      413,
      'does not stop',
      () => new Response(endless(65_536), { headers: { 'Content-Type': 'text/plain' } }),
    ],
  ] as const)
    it(`that ${what} makes it ${status}, and the other commands are done`, async () => {
      const bed = bedWith(stored);
      const results = await bed.manage(
        ['HGET', URL_OF_DATA, `${LAMP}/hall/Name`],
        ['DELETE', `${LAMP}/desk/`],
        ['GET', `${LAMP}//Name`],
      );
      assert.deepEqual(results, [
        { sc: status },
        { sc: 200 },
        { sc: 200, Data: [{ ClientURI: `${LAMP}/hall/Name`, MOData: { Name: 'Hall' } }] },
      ]);
      assert.equal(bed.outline().filter((line) => line.startsWith('GET')).length, 1);
    });

  for (const [status, what, uri] of [
    [403, 'a host that is not allowed', 'http://192.0.2.1/'],
    [403, 'another port of an allowed host', 'http://data.example:8080/d'],
    [400, 'no address', 'data'],
    [400, 'another scheme', 'ftp://data.example/d'],
    [400, 'a user name', 'http://a:b@data.example/d'],
    [400, 'a fragment', 'http://data.example/d#e'],
    [400, 'an address that is too long', `http://data.example/${'a'.repeat(2048)}`],
  ] as const)
    it(`is not asked for ${what}`, async () => {
      const bed = bedWith(() => objects());
      assert.deepEqual(await bed.manage(['HGET', uri, `${LAMP}/hall/Name`]), [{ sc: status }]);
      assert.deepEqual(
        bed.outline().filter((line) => line.startsWith('GET')),
        [],
      );
    });

  it('may be the server itself, and gets no credentials then', async () => {
    const bed = dm2ClientBed({
      repository: { 'http://127.0.0.1:4001/objects/1': () => objects(['x', { Level: 5 }]) },
    });
    const results = await bed.manage(['HGET', 'http://127.0.0.1:4001/objects/1', `${LAMP}/hall/Level`]);
    assert.deepEqual(results, [{ sc: 200 }]);
    assert.equal(bed.sent[1]?.headers.get('Authorization'), null);
  });

  it('over plain HTTP is not asked in a session over TLS, unless the configuration says so', async () => {
    const account = { serverURI: 'https://dms.example/dm' };
    const ask = async (allowedHosts: readonly string[]) =>
      bedWith(() => objects(['x', { Level: 5 }]), { account, config: { allowedHosts } }).manage([
        'HGET',
        URL_OF_DATA,
        `${LAMP}/hall/Level`,
      ]);
    assert.deepEqual(await ask(['data.example', 'data.example:80']), [{ sc: 403 }]);
    assert.deepEqual(await ask(['http://data.example']), [{ sc: 200 }]);
  });

  it('that sends more than the device holds changes nothing', async () => {
    const limits = { tree: { depth: 24, nodes: 100, octets: 400 } };
    const bed = bedWith(text('a'.repeat(400)), { limits });
    const results = await bed.manage(
      ['HGET', URL_OF_DATA, `${LAMP}/hall/Effects/a`],
      ['GET', `${LAMP}/hall/Effects/a`],
    );
    assert.deepEqual(results, [{ sc: 413 }, { sc: 404 }]);
  });
});

function broken(): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('abc'));
    },
    pull(controller) {
      controller.error(new Error('reset'));
    },
  });
}

/** Pieces of this size without end; none at all for 0. */
function endless(size: number): ReadableStream {
  return new ReadableStream({
    pull: (controller) => (size === 0 ? new Promise(() => {}) : controller.enqueue(new Uint8Array(size))),
  });
}

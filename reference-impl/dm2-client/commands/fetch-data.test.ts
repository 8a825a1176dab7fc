import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ClientBedOptions, DATA, DEVINFO, dm2ClientBed, LAMP, objects } from '../../dm2-client-bed';

const URL_OF_DATA = `${DATA}/d`;
const NO_OPERATIONS = { Operations: { Blink: null, SelfTest: null } };

type Stored = NonNullable<ClientBedOptions['repository']>[string];

function bedWith(stored: Stored, options: ClientBedOptions = {}) {
  return dm2ClientBed({ repository: { [URL_OF_DATA]: stored }, ...options });
}

function as(type: string | undefined, body: string | Uint8Array): Stored {
  const bytes = new Blob([Buffer.from(body)]);
  return () => new Response(bytes, { headers: type === undefined ? {} : { 'Content-Type': type } });
}

/** The result of an HGET, and what is there afterwards. */
async function fetched(stored: Stored, clientURI: string, seen = clientURI) {
  const [result, now] = await bedWith(stored).manage(['HGET', URL_OF_DATA, clientURI], ['GET', seen]);
  return [result, now.Data?.[0]?.MOData ?? now.sc];
}

describe('HGET to a place', () => {
  it('replaces a leaf', async () => {
    const stored = () => objects(['somewhere', { Level: 70 }]);
    assert.deepEqual(await fetched(stored, `${LAMP}/hall/Level`), [{ sc: 200 }, { Level: 70 }]);
  });

  it('replaces a whole sub-tree: what is not in the data is gone', async () => {
    const effects = [{ a: 1, b: { Speed: 2 } }, { c: true }];
    const bed = bedWith(() => objects(['x', { Effects: effects.shift() }]));
    const hget = ['HGET', URL_OF_DATA, `${LAMP}/hall/Effects`];
    const get = ['GET', `${LAMP}/hall/Effects`];
    const results = await bed.manage(hget, get, hget, get);
    assert.deepEqual(
      results.map(({ Data }: { Data?: { MOData: unknown }[] }) => Data?.[0]?.MOData),
      [undefined, { Effects: { a: 1, b: { Speed: 2 } } }, undefined, { Effects: { c: true } }],
    );
  });

  it('adds a node to a node that is there', async () => {
    const stored = () => objects(['x', { 'a/b': { Kind: 'blink' } }]);
    assert.deepEqual(await fetched(stored, `${LAMP}/desk/Effects/a%2Fb`), [
      { sc: 200 },
      { 'a/b': { Kind: 'blink' } },
    ]);
  });

  it('adds an instance with its permanent nodes', async () => {
    const stored = () => objects(['x', { Any: { Name: 'Attic' } }]);
    assert.deepEqual(await fetched(stored, `${LAMP}/attic/`), [
      { sc: 200 },
      { Lamp: { Name: 'Attic', ...NO_OPERATIONS } },
    ]);
  });

  it('finds the place by the value of a leaf', async () => {
    const stored = () => objects(['x', { Level: 1 }]);
    const uri = `${LAMP}/(x)/Level?nv=(x)/Name:Desk`;
    const [{ sc }, now] = await fetched(stored, uri, `${LAMP}/desk/Level`);
    assert.deepEqual([sc, now], [200, { Level: 1 }]);
  });

  for (const [what, type, body, value] of [
    ['text', 'text/plain; charset=UTF-8', 'Grüß', 'Grüß'],
    ['text of another kind', 'text/html', '<p>', '<p>'],
    ['octets', 'image/png', Buffer.from([0, 255]), 'AP8='],
    ['octets of which nothing is said', undefined, Buffer.from([1]), 'AQ=='],
  ] as const)
    it(`takes ${what} for a leaf`, async () => {
      assert.deepEqual(await fetched(as(type, body), `${LAMP}/hall/Effects/e`), [{ sc: 200 }, { e: value }]);
    });

  for (const [status, what, uri, stored] of [
    [404, 'has not even a parent', `${LAMP}/hall/Effects/a/b`, () => objects(['x', { b: 1 }])],
    [404, 'is several', `${LAMP}/(x)/Level?nv=(x)/Effects/e:1`, () => objects(['x', { Level: 1 }])],
    [404, 'is of an object that the device does not have', 'urn:x//', () => objects(['x', { a: 1 }])],
    [404, 'is the only instance of two', `${LAMP}//Level`, () => objects(['x', { Level: 1 }])],
    [400, 'is any', `${LAMP}/*/Level`, () => objects(['x', { Level: 1 }])],
    [400, 'cannot be read', `${LAMP}/hall/../desk/Level`, () => objects(['x', { Level: 1 }])],
    [414, 'is too long', `${LAMP}/hall/${'a'.repeat(1024)}`, () => objects(['x', { Level: 1 }])],
    [414, 'is too deep', `${LAMP}/hall${'/a'.repeat(33)}`, () => objects(['x', { a: 1 }])],
    [400, 'has another name', `${LAMP}/hall/Level`, () => objects(['x', { Name: 'a' }])],
    [400, 'gets no data', `${LAMP}/hall/Level`, () => objects()],
    [400, 'gets two', `${LAMP}/hall/Level`, () => objects(['x', { Level: 1 }], ['x', { Level: 2 }])],
    [400, 'gets text for a number', `${LAMP}/hall/Level`, () => objects(['x', { Level: '1' }])],
    [400, 'gets a fraction for a whole number', `${LAMP}/hall/Level`, () => objects(['x', { Level: 0.5 }])],
    [400, 'gets a leaf for an interior node', `${LAMP}/hall/Effects`, () => objects(['x', { Effects: 1 }])],
    [400, 'gets no JSON', `${LAMP}/hall/Level`, as('application/vnd.oma.dm.mo+json', '[')],
    [400, 'gets JSON of another shape', `${LAMP}/hall/Level`, as('application/dmmo+json', '{"Level":1}')],
    [400, 'gets control characters', `${LAMP}/hall/Name`, as('text/plain', 'a\u0000')],
    [415, 'gets text in another character set', `${LAMP}/hall/Name`, as('text/plain; charset=latin1', 'a')],
    [415, 'is interior and gets text', `${LAMP}/hall/Effects`, as('text/plain', 'a')],
    [415, 'is a root and gets text', `${LAMP}/hall/`, as('text/plain', 'a')],
    [405, 'is a leaf that gets children', `${LAMP}/hall/Level`, () => objects(['x', { Level: { a: 1 } }])],
    [405, 'is below a leaf', `${LAMP}/hall/Level/a`, () => objects(['x', { a: 1 }])],
    [405, 'is read-only', `${DEVINFO}//FwV`, () => objects(['x', { FwV: '9' }])],
    [405, 'is no place of the object', `${LAMP}/hall/Colour`, () => objects(['x', { Colour: 'red' }])],
    [405, 'is a permanent instance to be', `${DEVINFO}/2/`, () => objects(['x', { DevInfo: {} }])],
    [405, 'holds a permanent node that the data do not', `${LAMP}/hall/`, () => objects(['x', { Lamp: {} }])],
    [413, 'gets data that are too deep', `${LAMP}/hall/Effects/a`, () => objects(['x', { a: nested(24) }])],
  ] as const)
    it(`is ${status} where the place ${what}, and nothing is changed`, async () => {
      const bed = bedWith(stored);
      const [before, result, after] = await bed.manage(
        ['GET', `${LAMP}/*/`],
        ['HGET', URL_OF_DATA, uri],
        ['GET', `${LAMP}/*/`],
      );
      assert.deepEqual(result, { sc: status });
      assert.deepEqual(after, before);
    });

  it('is nothing where a read-only node gets what it has', async () => {
    assert.deepEqual(await fetched(() => objects(['x', { FwV: '4.0.4' }]), `${DEVINFO}//FwV`), [
      { sc: 200 },
      { FwV: '4.0.4' },
    ]);
  });
});

function nested(levels: number): unknown {
  return levels === 0 ? 1 : { a: nested(levels - 1) };
}

describe('HGET without a place', () => {
  const result = async (stored: Stored, seen: string) =>
    bedWith(stored).manage(['HGET', URL_OF_DATA], ['GET', seen]);

  it('puts each object where it says, and reports where that is', async () => {
    const [put, seen] = await result(
      () =>
        objects(
          [`${LAMP}/attic`, { Lamp: { Name: 'Attic', Level: 1 } }],
          [`${LAMP}/attic/Level`, { Level: 2 }],
          [`${LAMP}/(x)/Level?nv=(x)/Name:Hall`, { Level: 3 }],
        ),
      `${LAMP}/*/Level`,
    );
    assert.deepEqual(put, {
      sc: 200,
      URI: [`${LAMP}/attic/`, `${LAMP}/attic/Level`, `${LAMP}/hall/Level`],
    });
    assert.deepEqual(
      seen.Data.map(({ MOData }: { MOData: unknown }) => MOData),
      [{ Level: 3 }, { Level: 0 }, { Level: 2 }],
    );
  });

  it('finds an identifier for a new instance', async () => {
    const stored = () => objects([`${LAMP}//`, { Lamp: { Name: 'New' } }], [`${LAMP}//`, { Lamp: {} }]);
    const [put] = await result(stored, `${LAMP}/*/`);
    assert.deepEqual(put, { sc: 200, URI: [`${LAMP}/1/`, `${LAMP}/2/`] });
  });

  it('replaces the only instance', async () => {
    const bed = bedWith(() => objects([`${LAMP}//`, { Lamp: { Level: 9, ...NO_OPERATIONS } }]));
    const [, put, seen] = await bed.manage(
      ['DELETE', `${LAMP}/desk/`],
      ['HGET', URL_OF_DATA],
      ['GET', `${LAMP}/*/`],
    );
    assert.deepEqual(put, { sc: 200, URI: [`${LAMP}/hall/`] });
    assert.deepEqual(seen.Data[0].MOData, { Lamp: { Level: 9, ...NO_OPERATIONS } });
    assert.equal(seen.Data.length, 1);
  });

  it('takes all objects or none', async () => {
    const stored = () => objects([`${LAMP}/hall/Level`, { Level: 1 }], [`${DEVINFO}/1/FwV`, { FwV: '9' }]);
    const [put, seen] = await result(stored, `${LAMP}/hall/Level`);
    assert.deepEqual(put, { sc: 405 });
    assert.deepEqual(seen.Data[0].MOData, { Level: 40 });
  });

  it('takes an empty list, and nothing but management objects', async () => {
    assert.deepEqual((await result(() => objects(), `${LAMP}/*/`))[0], { sc: 200, URI: [] });
    assert.deepEqual((await result(as('text/plain', 'a'), `${LAMP}/*/`))[0], { sc: 415 });
  });

  it('keeps to the objects of the server', async () => {
    const bed = bedWith(() => objects([`${LAMP}/hall/Level`, { Level: 1 }]), {
      account: { moids: [DEVINFO] },
    });
    const [put] = await bed.manage(['HGET', URL_OF_DATA]);
    assert.deepEqual(put, { sc: 403 });
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DATA, dm2ClientBed, LAMP, lost, objects, type SentMessage } from '../../dm2-client-bed';

const WATCH = `${DATA}/watch`;
const CHANGE = `${DATA}/change`;

/** A repository that has a new level each time, and one that takes what it gets. */
function watched(answer: (message: SentMessage) => Response | Promise<Response> = () => new Response()) {
  let level = 40;
  const next = () => {
    level += 1;
    return objects(['x', { Level: level }]);
  };
  const bed = dm2ClientBed({ repository: { [WATCH]: answer, [`${WATCH}2`]: answer, [CHANGE]: next } });
  const told = () =>
    bed.sent
      .filter(({ url }) => url.startsWith(WATCH))
      .map(({ method, url, body }) => `${method} ${url.slice(DATA.length)} ${levelsOf(body)}`);
  return { ...bed, told };
}

function levelsOf(body: string): string {
  return JSON.stringify(
    JSON.parse(body).map(({ MOData }: { MOData: { Level: number } }) => MOData.Level ?? MOData),
  );
}

const change = ['HGET', CHANGE, `${LAMP}/hall/Level`];
const LEVELS = `${LAMP}/*/Level`;

describe('SUB', () => {
  it('sends what it names once for each change, beyond the session, until UNSUB', async () => {
    const bed = watched();
    assert.deepEqual(await bed.manage(['SUB', WATCH, LEVELS], change), [{ sc: 200 }, { sc: 200 }]);
    assert.deepEqual(bed.told(), ['PUT /watch [41,0]']);
    await bed.manage(change, change, ['DELETE', `${LAMP}/desk/Name`]);
    assert.deepEqual(bed.told().slice(1), ['PUT /watch [42,0]', 'PUT /watch [43,0]']);
    await bed.manage(['DELETE', `${LAMP}/*/`]);
    assert.deepEqual(bed.told().slice(3), ['PUT /watch []']);
    assert.deepEqual(await bed.manage(['UNSUB', LEVELS], ['UNSUB', LEVELS]), [{ sc: 200 }, { sc: 404 }]);
    assert.equal(bed.told().length, 4);
  });

  it('sees changes below, and none beside it', async () => {
    const bed = watched();
    await bed.manage(['SUB', WATCH, `${LAMP}/hall/Effects`], ['SUB', `${WATCH}2`, `${LAMP}/hall/`], change);
    assert.equal(bed.told().length, 1);
    assert.match(bed.told()[0] ?? '', /^PUT \/watch2 /u);
  });

  it('does not see what is the same as before, nor what was refused', async () => {
    const bed = dm2ClientBed({
      repository: { [WATCH]: () => new Response(), [CHANGE]: () => objects(['x', { Level: 40 }]) },
    });
    await bed.manage(['SUB', WATCH, LEVELS], change, ['DELETE', `${LAMP}/*/*`]);
    assert.deepEqual(
      bed.sent.filter(({ method }) => method === 'PUT'),
      [],
    );
  });

  it('of the same address replaces where changes go', async () => {
    const bed = watched();
    await bed.manage(['SUB', WATCH, LEVELS], ['SUB', `${WATCH}2`, LEVELS], change);
    assert.deepEqual(bed.told(), ['PUT /watch2 [41,0]']);
  });

  it('repeats what nobody answered, up to the limit, and keeps the order', async () => {
    const bed = watched(lost);
    await bed.manage(['SUB', WATCH, LEVELS], change, change);
    await bed.clock.advance(60_000);
    assert.deepEqual(bed.told(), [
      ...Array(3).fill('PUT /watch [41,0]'),
      ...Array(3).fill('PUT /watch [42,0]'),
    ]);
  });

  it('does not repeat what was answered, whatever the answer', async () => {
    const bed = watched(() => new Response(null, { status: 500 }));
    await bed.manage(['SUB', WATCH, LEVELS], change);
    await bed.clock.advance(60_000);
    assert.equal(bed.told().length, 1);
  });

  for (const [status, uri, clientURI] of [
    [404, WATCH, `${LAMP}/attic/`],
    [400, WATCH, LAMP],
    [403, 'http://192.0.2.1/', LEVELS],
    [400, 'watch', LEVELS],
  ] as const)
    it(`is ${status} for ${clientURI} at ${uri}`, async () => {
      const bed = watched();
      assert.deepEqual(await bed.manage(['SUB', uri, clientURI], ['UNSUB', clientURI]), [
        { sc: status },
        { sc: clientURI === LAMP ? 400 : 404 },
      ]);
    });

  it('is 500 where too many are kept', async () => {
    const bed = dm2ClientBed({ limits: { subscriptions: 1 } });
    const results = await bed.manage(
      ['SUB', WATCH, LEVELS],
      ['SUB', WATCH, `${LAMP}/*/Name`],
      ['SUB', WATCH, LEVELS],
    );
    assert.deepEqual(results, [{ sc: 200 }, { sc: 500 }, { sc: 200 }]);
  });
});

describe('DEFAULT', () => {
  const bedOf = () =>
    dm2ClientBed({
      repository: {
        [`${DATA}/old`]: () => objects([`${LAMP}//`, { Lamp: { Name: 'Old' } }]),
        [`${DATA}/new`]: () => objects([`${LAMP}/spare/`, { Lamp: { Name: 'Spare' } }]),
      },
    });

  it('says where to fetch an object that something in the device asks for; the newest counts', async () => {
    const bed = bedOf();
    assert.equal(await bed.deployment.need(LAMP), true);
    const results = await bed.manage(
      ['DEFAULT', `${DATA}/old`, LAMP],
      ['DEFAULT', `${DATA}/new`, LAMP],
      ['DELETE', `${LAMP}/*/`],
      ['GET', `${LAMP}/*/`],
    );
    assert.deepEqual(results, [{ sc: 200 }, { sc: 200 }, { sc: 200 }, { sc: 404 }]);
    assert.equal(await bed.deployment.need(LAMP), true);
    assert.equal(bed.outline().at(-1), `GET ${DATA}/new`);
    const [{ Data }] = await bed.manage(['GET', `${LAMP}//Name`]);
    assert.deepEqual(Data, [{ ClientURI: `${LAMP}/spare/Name`, MOData: { Name: 'Spare' } }]);
  });

  it('is needed for an object that nobody has spoken of', async () => {
    const bed = bedOf();
    assert.equal(await bed.deployment.need('urn:no:such'), false);
    assert.deepEqual(bed.sent, []);
  });

  for (const [status, uri, moid] of [
    [403, 'http://192.0.2.1/', LAMP],
    [400, 'here', LAMP],
    [400, `${DATA}/d`, `${LAMP}/hall`],
  ] as const)
    it(`is ${status} for ${moid} at ${uri}`, async () => {
      assert.deepEqual(await bedOf().manage(['DEFAULT', uri, moid]), [{ sc: status }]);
    });
});

describe('SHOW', () => {
  it('starts the browser', async () => {
    const bed = dm2ClientBed();
    assert.deepEqual(await bed.manage(['SHOW', `${DATA}/page`]), [{ sc: 200 }]);
    assert.deepEqual(bed.shown, [`${DATA}/page`]);
  });

  it('does not where the host is not allowed', async () => {
    const bed = dm2ClientBed();
    assert.deepEqual(await bed.manage(['SHOW', 'http://192.0.2.1/'], ['SHOW', 'page']), [
      { sc: 403 },
      { sc: 400 },
    ]);
    assert.deepEqual(bed.shown, []);
  });
});

it('what nobody knows or nobody can perform gets its status in its place', async () => {
  const results = await dm2ClientBed().manage(
    ['ADD', 'x'],
    ['get', `${LAMP}/hall/Name`],
    [''],
    ['GET'],
    ['GET', 'a', 'b'],
    ['HPUT', `${DATA}/d`],
    ['DELETE', ''],
    ['GET', `${LAMP}/hall/Level`],
  );
  assert.deepEqual(
    results.map(({ sc }: { sc: number }) => sc),
    [501, 501, 501, 400, 400, 400, 400, 200],
  );
});

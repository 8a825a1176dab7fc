import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DATA, DEVINFO, dm2ClientBed, LAMP, objects } from '../../dm2-client-bed';
import { DEFAULT_DM2_CLIENT_LIMITS } from '../default-dm2-client-config';

const OPERATIONS = { Operations: { Blink: null, SelfTest: null } };
const HALL = { Name: 'Hall', Level: 40, Effects: {}, ...OPERATIONS };

const at = (ClientURI: string, MOData: unknown) => ({ ClientURI, MOData });

describe('GET', () => {
  for (const [uri, data] of [
    [`${DEVINFO}//FwV`, [at(`${DEVINFO}/1/FwV`, { FwV: '4.0.4' })]],
    [`${DEVINFO}/1/DevID`, [at(`${DEVINFO}/1/DevID`, { DevID: 'IMEI:493005100592800' })]],
    [`${LAMP}/hall/Effects`, [at(`${LAMP}/hall/Effects`, { Effects: {} })]],
    [`${LAMP}/*/Level`, [at(`${LAMP}/hall/Level`, { Level: 40 }), at(`${LAMP}/desk/Level`, { Level: 0 })]],
    [
      `${LAMP}/hall/Operations/*`,
      [
        at(`${LAMP}/hall/Operations/Blink`, { Blink: null }),
        at(`${LAMP}/hall/Operations/SelfTest`, { SelfTest: null }),
      ],
    ],
    [`${LAMP}/(x)/Name?nv=(x)/Level:0`, [at(`${LAMP}/desk/Name`, { Name: 'Desk' })]],
    [`${LAMP}/(x)/Name?nv=(x)/Level:40&nv=(x)/Name:Hall`, [at(`${LAMP}/hall/Name`, { Name: 'Hall' })]],
  ] as const)
    it(`reports ${uri}`, async () => {
      assert.deepEqual(await dm2ClientBed().manage(['GET', uri]), [{ sc: 200, Data: data }]);
    });

  for (const [status, uri] of [
    [404, `${LAMP}//Level`],
    [404, `${LAMP}/attic/Level`],
    [404, `${LAMP}/hall/Colour`],
    [404, `${LAMP}/hall/constructor`],
    [404, `${LAMP}/hall/Name/x`],
    [404, `${LAMP}/(x)/Name?nv=(x)/Level:7`],
    [404, `${LAMP}/(x)/Name?nv=(x)/Level:40&nv=(x)/Name:Desk`],
    [404, `${LAMP}/(x)/Name?nv=(x)/Effects:`],
    [404, `${LAMP}/%2A/Level`],
    [404, 'urn:flowproof:mo:fan:1.0//'],
    [400, LAMP],
    [400, `${LAMP}/`],
    [400, `${LAMP}/hall/../desk`],
    [400, `${LAMP}/hall/%2E%2E/desk`],
    [400, `${LAMP}/hall//Level`],
    [400, `${LAMP}/(x)/Name`],
    [400, `${LAMP}/hall/Name?nv=(x)/a:b`],
    [400, `${LAMP}/hall/Name?depth=1`],
    [414, `${LAMP}/hall/${'a'.repeat(1024)}`],
    [414, `${LAMP}/hall${'/a'.repeat(33)}`],
  ] as const)
    it(`is ${status} for ${uri.slice(0, 80)}`, async () => {
      assert.deepEqual(await dm2ClientBed().manage(['GET', uri]), [{ sc: status }]);
    });

  it('reports a whole instance with what says whether it has changed, and leaves it out when it has not', async () => {
    const bed = dm2ClientBed({ repository: { [`${DATA}/d`]: () => objects(['x', { Level: 41 }]) } });
    const [{ Data }] = await bed.manage(['GET', `${LAMP}/hall/`]);
    const [{ CV, ...rest }] = Data;
    assert.deepEqual(rest, at(`${LAMP}/hall/`, { Lamp: HALL }));
    const again = ['GET', `${LAMP}/hall/?cv=${CV}`];
    const part = ['GET', `${LAMP}/*/Level?cv=${CV}`];
    const [same, others, , changed] = await bed.manage(
      again,
      part,
      ['HGET', `${DATA}/d`, `${LAMP}/hall/Level`],
      again,
    );
    assert.deepEqual(same, { sc: 304 });
    assert.deepEqual(others, { sc: 200, Data: [at(`${LAMP}/desk/Level`, { Level: 0 })] });
    assert.equal(changed.sc, 200);
    assert.notEqual(changed.Data[0].CV, CV);
    assert.deepEqual(changed.Data[0].MOData, { Lamp: { ...HALL, Level: 41 } });
  });

  it('is 413 for more than a package 3 carries, the results before it included', async () => {
    const bed = dm2ClientBed({ limits: { reportedSize: 25 } });
    const get = ['GET', `${LAMP}/hall/Name`];
    assert.deepEqual(
      (await bed.manage(get, ['GET', `${LAMP}/hall/`], get, get)).map(({ sc }: { sc: number }) => sc),
      [200, 413, 200, 413],
    );
    assert.equal((await bed.manage(get))[0].sc, 200);
  });

  it('and every other command keep to the objects of the server', async () => {
    const bed = dm2ClientBed({ account: { moids: [DEVINFO] } });
    const results = await bed.manage(
      ['GET', `${LAMP}/hall/Level`],
      ['GET', 'urn:no:such//'],
      ['DELETE', `${LAMP}/hall/`],
      ['EXEC', `${LAMP}/hall/Operations/Blink`],
      ['HPUT', `${DATA}/d`, `${LAMP}/hall/`],
      ['HGET', `${DATA}/d`, `${LAMP}/hall/Level`],
      ['SUB', `${DATA}/d`, `${LAMP}/hall/Level`],
      ['DEFAULT', `${DATA}/d`, LAMP],
      ['GET', `${DEVINFO}//Man`],
    );
    assert.deepEqual(
      results.map(({ sc }: { sc: number }) => sc),
      [403, 403, 403, 403, 403, 403, 403, 403, 200],
    );
    assert.deepEqual(
      JSON.parse(bed.sent[0]?.body ?? '').MOS.map(({ MOID }: { MOID: string }) => MOID),
      [DEVINFO],
    );
  });

  it('shows the accounts where they are to be seen, and no secret', async () => {
    const bed = dm2ClientBed({
      config: { showsAccounts: true },
      account: { moids: ['urn:oma:mo:oma-dm-dmacc:1.2'] },
    });
    const [{ Data }, removed] = await bed.manage(
      ['GET', 'urn:oma:mo:oma-dm-dmacc:1.2//'],
      ['DELETE', 'urn:oma:mo:oma-dm-dmacc:1.2//Perm'],
    );
    assert.deepEqual(Data[0].MOData, {
      DMAcc: {
        SrvID: 'dms.example',
        SrvURI: 'http://127.0.0.1:4001/dm',
        Perm: { '1': { MOID: 'urn:oma:mo:oma-dm-dmacc:1.2' } },
      },
    });
    assert.deepEqual(removed, { sc: 405 });
  });
});

describe('DELETE', () => {
  const gone = async (uri: string, seen: string) => {
    const [first, second] = await dm2ClientBed().manage(['DELETE', uri], ['GET', seen]);
    return [first.sc, second.Data ?? second.sc];
  };

  it('removes a leaf', async () => {
    const { Level: _gone, ...rest } = HALL;
    const [sc, data] = await gone(`${LAMP}/hall/Level`, `${LAMP}/hall/`);
    assert.equal(sc, 200);
    assert.deepEqual(data[0].MOData, { Lamp: rest });
  });

  it('removes an instance, permanent nodes and all', async () => {
    assert.deepEqual(await gone(`${LAMP}/hall/`, `${LAMP}//Name`), [
      200,
      [at(`${LAMP}/desk/Name`, { Name: 'Desk' })],
    ]);
  });

  it('removes all places of a wildcard', async () => {
    assert.deepEqual(await gone(`${LAMP}/*/Name`, `${LAMP}/*/Name`), [200, 404]);
    assert.deepEqual(await gone(`${LAMP}/*/`, `${LAMP}/*/`), [200, 404]);
  });

  for (const uri of [
    `${DEVINFO}//`,
    `${DEVINFO}//FwV`,
    `${LAMP}/hall/Operations`,
    `${LAMP}/hall/Operations/Blink`,
    `${LAMP}/hall/*`,
    `${LAMP}/*/*`,
  ])
    it(`of what holds a permanent node removes nothing: ${uri}`, async () => {
      const bed = dm2ClientBed();
      const everything = ['GET', `${LAMP}/*/`];
      const [before, result, after] = await bed.manage(everything, ['DELETE', uri], everything);
      assert.deepEqual(result, { sc: 405 });
      assert.deepEqual(after, before);
    });

  for (const [status, uri] of [
    [404, `${LAMP}/attic/`],
    [404, `${LAMP}//Level`],
    [400, `${LAMP}/hall/.`],
    [414, `${LAMP}/hall/${'a'.repeat(1024)}`],
  ] as const)
    it(`is ${status} for ${uri.slice(0, 60)}`, async () => {
      assert.deepEqual(await dm2ClientBed().manage(['DELETE', uri]), [{ sc: status }]);
    });
});

describe('EXEC', () => {
  const BLINK = `${LAMP}/hall/Operations/Blink`;
  const SELF_TEST = `${LAMP}/(x)/Operations/SelfTest?nv=(x)/Name:Hall`;

  const resultOf = (body: string | undefined) => JSON.parse(body ?? '').Alert;
  const alertAbout = (SourceURI: string, sc = 200) => [
    { AlertType: 'urn:oma:at:dm:2.0:ClientInitiatedMgmt' },
    {
      AlertType: 'urn:flowproof:at:exec-result:1.0',
      SourceURI,
      Mark: 'informational',
      DataType: 'application/json',
      Data: { sc },
    },
  ];

  it('is done at once where it can be', async () => {
    const bed = dm2ClientBed();
    assert.deepEqual(await bed.manage(['EXEC', BLINK]), [{ sc: 200 }]);
    assert.equal(bed.sent.length, 2);
  });

  it('is begun, and its result comes in a session of its own', async () => {
    const bed = dm2ClientBed({ answers: [[['EXEC', SELF_TEST]]] });
    await bed.trigger();
    assert.deepEqual(JSON.parse(bed.sent[1]?.body ?? ''), { Status: [{ sc: 202 }] });
    await bed.clock.advance(9_999);
    assert.equal(bed.sent.length, 2);
    await bed.clock.advance(1);
    assert.deepEqual(bed.outline().slice(2), ['POST http://127.0.0.1:4001/dm']);
    assert.deepEqual(resultOf(bed.sent[2]?.body), alertAbout(SELF_TEST));
  });

  it('with an address is always begun, and the result goes there, without credentials of another', async () => {
    const repository = { [`${DATA}/results/7`]: () => new Response(null, { status: 500 }) };
    const bed = dm2ClientBed({ answers: [[['EXEC', BLINK, `${DATA}/results/7`]]], repository });
    await bed.trigger();
    assert.deepEqual(JSON.parse(bed.sent[1]?.body ?? ''), { Status: [{ sc: 202 }] });
    await bed.clock.advance(1);
    const [, , result] = bed.sent;
    assert.equal(result?.url, `${DATA}/results/7`);
    assert.equal(result?.headers.get('Authorization'), null);
    assert.deepEqual(resultOf(result?.body), alertAbout(BLINK));
  });

  it('of which the result could not be delivered tells it in the next package 1 to the same address', async () => {
    const bed = dm2ClientBed({
      answers: [
        [['EXEC', BLINK, 'http://127.0.0.1:4001/r']],
        [['END']],
        () => new Response(null, { status: 503 }),
      ],
    });
    await bed.trigger();
    await bed.clock.advance(1);
    assert.deepEqual(bed.sent[2]?.url, 'http://127.0.0.1:4001/r');
    await bed.trigger();
    assert.equal(resultOf(bed.sent[3]?.body).length, 1);
    await bed.trigger({ serverURI: 'http://127.0.0.1:4001/r' });
    assert.deepEqual(resultOf(bed.sent[4]?.body), alertAbout(BLINK));
    await bed.trigger({ serverURI: 'http://127.0.0.1:4001/r' });
    assert.equal(resultOf(bed.sent[5]?.body).length, 1);
  });

  for (const [status, what, words] of [
    [405, 'a node that is not executable', [`${LAMP}/hall/Level`]],
    [405, 'an interior node', [`${LAMP}/hall/Operations`]],
    [404, 'no node', [`${LAMP}/attic/Operations/Blink`]],
    [404, 'several nodes', [`${LAMP}/*/Operations/Blink`]],
    [400, 'no address', [`${LAMP}`]],
    [403, 'a host that is not allowed', [BLINK, 'http://192.0.2.1/']],
    [400, 'a result address that is none', [BLINK, 'here']],
  ] as const)
    it(`is ${status} for ${what}, and nothing comes later`, async () => {
      const bed = dm2ClientBed();
      assert.deepEqual(await bed.manage(['EXEC', ...words]), [{ sc: status }]);
      assert.equal(bed.sent.length, 2);
    });

  it('is 500 where too much is under way', async () => {
    const bed = dm2ClientBed({ limits: { executions: 1 } });
    assert.deepEqual(await bed.manage(['EXEC', SELF_TEST], ['EXEC', SELF_TEST]), [{ sc: 202 }, { sc: 500 }]);
    assert.deepEqual(await bed.manage(['EXEC', SELF_TEST]), [{ sc: 202 }]);
  });

  it('fails where the operation does, now and later', async () => {
    const failing = (duration: number) => ({
      kind: 'leaf' as const,
      type: 'nothing' as const,
      isPermanent: true,
      operation: { duration, status: 500 },
    });
    const description = {
      moid: 'urn:x',
      name: 'X',
      root: { kind: 'interior' as const, nodes: { Now: failing(0), Later: failing(5) } },
      hasPermanentInstances: true,
    };
    const bed = dm2ClientBed({ config: { objects: [{ description, instances: { '1': {} } }] } });
    assert.deepEqual(await bed.manage(['EXEC', 'urn:x//Now'], ['EXEC', 'urn:x//Later']), [
      { sc: 500 },
      { sc: 202 },
    ]);
    assert.deepEqual(resultOf(bed.sent[2]?.body), alertAbout('urn:x//Later', 500));
  });
});

it('no limit of the reference is a surprise', () => {
  const { responseTimeout, repeatLimit, repeatInterval, maximumAge, maximumSkew, maximumRounds } =
    DEFAULT_DM2_CLIENT_LIMITS;
  assert.deepEqual(
    [responseTimeout, repeatLimit, repeatInterval, maximumAge, maximumSkew, maximumRounds],
    [10_000, 2, 1_000, 300_000, 30_000, 100],
  );
});

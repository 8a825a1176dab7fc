import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type ClientBedOptions,
  DATA,
  DEVINFO,
  dm2ClientBed,
  LAMP,
  lost,
  package2,
  type SentMessage,
  silence,
} from '../../dm2-client-bed';

const URL_OF_DATA = `${DATA}/in/1`;
const OBJECTS = 'application/vnd.oma.dm.mo+json';

function bedWith(
  stored: (message: SentMessage) => Response | Promise<Response> = taken,
  options: ClientBedOptions = {},
) {
  return dm2ClientBed({ repository: { [URL_OF_DATA]: stored }, ...options });
}

const taken = () => new Response(null, { status: 201 });

function answer(status: number, headers: { readonly [name: string]: string } = {}) {
  return () => new Response(null, { status, headers });
}

/** What arrived: method, media type and content. */
function arrived({ sent }: ReturnType<typeof bedWith>) {
  return sent
    .filter(({ url }) => url === URL_OF_DATA)
    .map(({ method, headers, body }) => [method, headers.get('Content-Type'), body] as const);
}

describe('HPUT and HPOST', () => {
  for (const [verb, method] of [
    ['HPUT', 'PUT'],
    ['HPOST', 'POST'],
  ] as const)
    it(`${verb} sends the sub-trees in the order of their addresses`, async () => {
      const bed = bedWith();
      const words = [verb, URL_OF_DATA, `${LAMP}/*/Level`, `${DEVINFO}//FwV`, `${LAMP}/hall/Level`];
      assert.deepEqual(await bed.manage(words), [{ sc: 200 }]);
      const [[sentBy, type, body] = ['', '', ''], ...more] = arrived(bed);
      assert.deepEqual([sentBy, type], [method, OBJECTS]);
      assert.deepEqual(JSON.parse(body), [
        { ClientURI: `${LAMP}/hall/Level`, MOData: { Level: 40 } },
        { ClientURI: `${LAMP}/desk/Level`, MOData: { Level: 0 } },
        { ClientURI: `${DEVINFO}/1/FwV`, MOData: { FwV: '4.0.4' } },
        { ClientURI: `${LAMP}/hall/Level`, MOData: { Level: 40 } },
      ]);
      assert.deepEqual(more, []);
    });

  for (const [status, uris] of [
    [404, [`${DEVINFO}//FwV`, `${LAMP}/attic/`]],
    [400, [`${DEVINFO}//FwV`, LAMP]],
    [414, [`${LAMP}/hall/${'a'.repeat(1024)}`, `${DEVINFO}//FwV`]],
  ] as const)
    it(`send nothing where one address is ${status}`, async () => {
      const bed = bedWith();
      assert.deepEqual(await bed.manage(['HPUT', URL_OF_DATA, ...uris]), [{ sc: status }]);
      assert.deepEqual(arrived(bed), []);
    });

  for (const [status, stored] of [
    [400, answer(400)],
    [500, answer(500)],
    [502, answer(307, { Location: DATA })],
    [503, lost],
    [504, silence],
    [415, answer(415)],
  ] as const)
    it(`are ${status} by what the repository says, and are sent once`, async () => {
      const bed = bedWith(stored);
      assert.deepEqual(await bed.manage(['HPOST', URL_OF_DATA, `${DEVINFO}//FwV`]), [{ sc: status }]);
      assert.equal(arrived(bed).length, 1);
    });

  it('send nothing to a host that is not allowed', async () => {
    const bed = bedWith();
    assert.deepEqual(await bed.manage(['HPUT', 'http://192.0.2.1/', `${DEVINFO}//FwV`]), [{ sc: 403 }]);
    assert.equal(bed.sent.length, 2);
  });

  it('leave out what the server has, and send nothing where it has all', async () => {
    const bed = bedWith();
    const [{ Data }] = await bed.manage(['GET', `${LAMP}/desk/`]);
    const known = `?cv=${Data[0].CV}`;
    const results = await bed.manage(
      ['HPUT', URL_OF_DATA, `${LAMP}/desk/Level${known}`],
      ['HPUT', URL_OF_DATA, `${LAMP}/*/Name${known}x`, `${LAMP}/desk/Level${known}`],
    );
    assert.deepEqual(results, [{ sc: 304 }, { sc: 200 }]);
    assert.equal(arrived(bed).length, 1);
    assert.equal(JSON.parse(arrived(bed)[0]?.[2] ?? '').length, 2);
  });

  it('are 413 for more than a message carries', async () => {
    const bed = bedWith(taken, { limits: { sentSize: 10 } });
    const name = `${DEVINFO}//DevID`;
    assert.deepEqual(await bed.manage(['HPUT', URL_OF_DATA, name]), [{ sc: 413 }]);
  });
});

describe('the form of what is sent', () => {
  const withAccept = (accept: string, ...words: readonly string[]) => ({
    answers: [() => package2([words], { 'OMADM-Accept': accept })],
  });
  const statusesOf = (bed: ReturnType<typeof bedWith>) =>
    JSON.parse(bed.sent.find(({ body }) => body.startsWith('{"Status"'))?.body ?? '').Status;

  for (const [accept, status, type, content] of [
    [`text/plain, ${OBJECTS}`, 200, OBJECTS, undefined],
    ['application/*', 200, OBJECTS, undefined],
    ['text/plain', 200, 'text/plain; charset=utf-8', '40'],
    ['text/*, application/octet-stream', 200, 'text/plain; charset=utf-8', '40'],
    ['application/octet-stream', 200, 'application/octet-stream', '40'],
    ['image/png', 406, undefined, undefined],
    [`${OBJECTS};q=0, text/html`, 406, undefined, undefined],
  ] as const)
    it(`is ${type ?? 'none'} where the server says ${accept}`, async () => {
      const bed = bedWith(taken, withAccept(accept, 'HPUT', URL_OF_DATA, `${LAMP}/hall/Level`));
      await bed.trigger();
      assert.deepEqual(statusesOf(bed), [{ sc: status }]);
      const [message] = arrived(bed);
      assert.equal(message?.[1], type);
      if (content !== undefined) assert.equal(message?.[2], content);
    });

  it('is text for a single leaf only', async () => {
    for (const uri of [`${LAMP}/*/Level`, `${LAMP}/hall/Effects`]) {
      const bed = bedWith(taken, withAccept('text/plain', 'HPUT', URL_OF_DATA, uri));
      await bed.trigger();
      assert.deepEqual(statusesOf(bed), [{ sc: 406 }]);
    }
  });

  it('is chosen once more where the repository says what it takes', async () => {
    const bed = bedWith(({ headers }) =>
      headers.get('Content-Type') === OBJECTS
        ? new Response(null, { status: 415, headers: { 'OMADM-Accept': 'text/plain' } })
        : taken(),
    );
    assert.deepEqual(await bed.manage(['HPUT', URL_OF_DATA, `${LAMP}/hall/Name`]), [{ sc: 200 }]);
    assert.deepEqual(
      arrived(bed).map(([, type]) => type),
      [OBJECTS, 'text/plain; charset=utf-8'],
    );
  });

  it('is not chosen a third time', async () => {
    const bed = bedWith(answer(415, { 'OMADM-Accept': 'text/plain' }));
    assert.deepEqual(await bed.manage(['HPUT', URL_OF_DATA, `${LAMP}/hall/Name`]), [{ sc: 415 }]);
    assert.equal(arrived(bed).length, 2);
    const other = bedWith(answer(415, { 'OMADM-Accept': 'image/png' }));
    assert.deepEqual(await other.manage(['HPUT', URL_OF_DATA, `${LAMP}/hall/Name`]), [{ sc: 406 }]);
  });

  it('is octets for a leaf of octets', async () => {
    const description = {
      moid: 'urn:x',
      name: 'X',
      root: {
        kind: 'interior' as const,
        nodes: { Blob: { kind: 'leaf' as const, type: 'octets' as const } },
      },
      hasPermanentInstances: true,
    };
    const config = {
      objects: [{ description, instances: { '1': { Blob: 'AQID' } } }],
      allowedHosts: ['data.example'],
    };
    const bed = bedWith(taken, {
      ...withAccept('application/octet-stream', 'HPUT', URL_OF_DATA, 'urn:x//Blob'),
      config,
    });
    await bed.trigger();
    assert.equal(arrived(bed)[0]?.[2], '\u0001\u0002\u0003');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  DATA,
  DEVINFO,
  dm2ClientBed,
  LAMP,
  lost,
  objects,
  package2,
  refused,
  SERVER,
  silence,
} from '../../dm2-client-bed';

const GET = ['GET', `${DEVINFO}//FwV`];
const statusesOf = (body: string | undefined) =>
  JSON.parse(body ?? '').Status.map(({ sc }: { sc: number }) => sc);

describe('a session', () => {
  it('has as many rounds as the server likes', async () => {
    const bed = dm2ClientBed({ answers: [[GET], [GET, GET], [GET, GET, GET]] });
    await bed.trigger();
    assert.deepEqual(
      bed.sent.slice(1).map(({ body }) => statusesOf(body)),
      [[200], [200, 200], [200, 200, 200]],
    );
  });

  it('ends with END alone: nothing is sent', async () => {
    const bed = dm2ClientBed({ answers: [[['END']]] });
    await bed.trigger();
    await bed.clock.advance(60_000);
    assert.equal(bed.sent.length, 1);
  });

  it('performs what is before END without a report, and not what is after', async () => {
    const bed = dm2ClientBed({
      answers: [[['DELETE', `${LAMP}/hall/`], ['END'], ['DELETE', `${LAMP}/desk/`]]],
    });
    await bed.trigger();
    assert.equal(bed.sent.length, 1);
    const results = await bed.manage(['GET', `${LAMP}/hall/Name`], ['GET', `${LAMP}/desk/Name`]);
    assert.deepEqual(
      results.map(({ sc }: { sc: number }) => sc),
      [404, 200],
    );
  });

  it('is abandoned where the server always has more', async () => {
    const bed = dm2ClientBed({ answers: Array(120).fill([GET]) });
    await bed.trigger();
    assert.equal(bed.sent.length, 101);
    assert.equal(bed.answers.length, 19);
  });

  for (const status of [300, 302, 400, 403, 404, 406, 408, 410, 413, 415, 500, 503, 204])
    it(`is abandoned after ${status}`, async () => {
      const bed = dm2ClientBed({ answers: [[GET], refused(status, { Location: '/elsewhere' })] });
      await bed.trigger();
      await bed.clock.advance(60_000);
      assert.equal(bed.sent.length, 2);
      await bed.trigger();
      assert.equal(bed.sent.length, 3);
    });

  const DELETE = ['DELETE', `${LAMP}/hall/`];
  for (const [what, answer] of [
    ['is no JSON', () => body('{"CMD":[["DELETE"')],
    ['is JSON of another shape', () => body(JSON.stringify({ CMD: [DELETE, 'GET'] }))],
    ['has a verb that is a number', () => body(JSON.stringify({ CMD: [DELETE, [1]] }))],
    ['has an empty command', () => body(JSON.stringify({ CMD: [DELETE, []] }))],
    ['has no command', () => body('{"CMD":[]}')],
    ['has CMD twice', () => body(`{"CMD":[${JSON.stringify(DELETE)}],"CMD":[["END"]]}`)],
    [
      'is in another media type',
      () =>
        new Response(JSON.stringify({ CMD: [DELETE] }), { headers: { 'Content-Type': 'application/json' } }),
    ],
    ['is too long', () => body(JSON.stringify({ CMD: [DELETE], more: 'a'.repeat(1024 * 1024) }))],
    ['is empty', () => body('')],
  ] as const)
    it(`does nothing of a package that ${what}, and is abandoned`, async () => {
      const bed = dm2ClientBed({ answers: [answer] });
      await bed.trigger();
      await bed.clock.advance(60_000);
      assert.equal(bed.sent.length, 1);
      const [{ sc }] = await bed.manage(['GET', `${LAMP}/hall/Name`]);
      assert.equal(sc, 200);
    });

  it('tells what can be managed until the server has answered once', async () => {
    const bed = dm2ClientBed({ answers: [refused(503), refused(400), [['END']], [['END']]] });
    for (let count = 0; count < 4; count += 1) await bed.trigger();
    assert.deepEqual(
      bed.sent.map(({ body: text }) => 'MOS' in JSON.parse(text)),
      [true, true, true, false],
    );
  });
});

function body(text: string): Response {
  return new Response(text, { headers: { 'Content-Type': 'application/vnd.oma.dm.request+json' } });
}

describe('a message without an answer', () => {
  it('is sent again with the same octets, and then the session is abandoned', async () => {
    const bed = dm2ClientBed({ answers: [lost, lost, lost] });
    await bed.trigger();
    await bed.clock.advance(60_000);
    assert.deepEqual(
      bed.sent.map(({ at }) => at),
      [0, 1_000, 2_000],
    );
    assert.equal(new Set(bed.sent.map(({ body: text }) => text)).size, 1);
  });

  it('waits for an answer until none will come', async () => {
    const bed = dm2ClientBed({ answers: [silence, silence, silence] });
    await bed.trigger();
    await bed.clock.advance(120_000);
    assert.deepEqual(
      bed.sent.map(({ at }) => at),
      [0, 11_000, 22_000],
    );
  });

  it('is answered in the end, and the commands are performed once', async () => {
    const change = ['HGET', `${DATA}/d`, `${LAMP}/hall/Level`];
    const bed = dm2ClientBed({
      answers: [lost, [change], silence, [['END']]],
      repository: { [`${DATA}/d`]: () => objects(['x', { Level: 1 }]) },
    });
    await bed.trigger();
    await bed.clock.advance(60_000);
    assert.deepEqual(bed.outline(), [
      `POST ${SERVER}`,
      `POST ${SERVER}`,
      `GET ${DATA}/d`,
      `POST ${SERVER}`,
      `POST ${SERVER}`,
    ]);
    assert.equal(bed.sent[3]?.body, bed.sent[4]?.body);
  });
});

describe('where package 3 goes', () => {
  const LINKED = 'http://127.0.0.1:4001/dm/s-1/1';
  const urls = (bed: ReturnType<typeof dm2ClientBed>) => bed.sent.map(({ url }) => url);

  it('is what the answer says, as long as it says it', async () => {
    const answers = [() => package2([GET], { Link: `<${LINKED}>; rel="next"` }), [GET]];
    const bed = dm2ClientBed({ answers });
    await bed.trigger();
    assert.deepEqual(urls(bed), [SERVER, LINKED, SERVER]);
  });

  it('is never another origin', async () => {
    const bed = dm2ClientBed({
      answers: [() => package2([GET], { Link: '<http://data.example/x>; rel="next"' })],
    });
    await bed.trigger();
    assert.deepEqual(urls(bed), [SERVER, SERVER]);
  });

  it('is where CONT leads, to the end, and the answers from there say where next', async () => {
    const answers = [
      () =>
        package2([['CONT', `${DATA}/a`], GET, ['CONT', `${DATA}/dm`]], { Link: `<${LINKED}>; rel="next"` }),
    ];
    const there = [() => package2([GET], { Link: '</dm/1>; rel="next"' }), [GET], [['END']]];
    const next = () => {
      const answer = there.shift();
      return typeof answer === 'function' ? answer() : package2(answer);
    };
    const bed = dm2ClientBed({ answers, repository: { [`${DATA}/dm`]: next, [`${DATA}/dm/1`]: next } });
    await bed.trigger();
    assert.deepEqual(urls(bed), [SERVER, `${DATA}/dm`, `${DATA}/dm/1`, `${DATA}/dm`]);
    assert.deepEqual(statusesOf(bed.sent[1]?.body), [200, 200, 200]);
    assert.deepEqual(
      bed.sent.map(({ headers }) => headers.get('OMADM-DevID')),
      Array(4).fill('IMEI:493005100592800'),
    );
    await bed.trigger();
    assert.equal(urls(bed).at(-1), SERVER);
  });

  it('stays where CONT may not lead', async () => {
    const bed = dm2ClientBed({
      answers: [
        [
          ['CONT', 'http://192.0.2.1/'],
          ['CONT', 'there'],
        ],
      ],
    });
    await bed.trigger();
    assert.deepEqual(urls(bed), [SERVER, SERVER]);
    assert.deepEqual(statusesOf(bed.sent[1]?.body), [403, 400]);
  });
});

describe('another session', () => {
  it('waits for the end of the one that is open', async () => {
    const bed = dm2ClientBed({ answers: [silence, [['END']]] });
    await bed.trigger();
    await bed.notify({});
    await bed.notify({ notificationID: 4720 });
    await bed.trigger();
    await bed.trigger();
    assert.equal(bed.sent.length, 1);
    await bed.clock.advance(60_000);
    assert.deepEqual(
      bed.sent.map(({ body: text, at }) => [at, JSON.parse(text).Alert[0].Data ?? 'client']),
      [
        [0, 'client'],
        [11_000, 'client'],
        [11_000, { 'NOTIFICATION-ID': 4719 }],
        [11_000, { 'NOTIFICATION-ID': 4720 }],
        [11_000, 'client'],
      ],
    );
  });

  it('is not remembered without bound', async () => {
    const bed = dm2ClientBed({ answers: [silence, [['END']]], limits: { waitingSessions: 2 } });
    for (let notificationID = 0; notificationID < 9; notificationID += 1)
      await bed.notify({ notificationID });
    await bed.clock.advance(60_000);
    assert.deepEqual(
      bed.sent.slice(2).map(({ body: text }) => JSON.parse(text).Alert[0].Data['NOTIFICATION-ID']),
      [1, 2],
    );
  });
});

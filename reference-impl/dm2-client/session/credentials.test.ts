import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { ACCOUNT, DATA, DEVINFO, dm2ClientBed, package2, refused, SERVER } from '../../dm2-client-bed';

const GET = ['GET', `${DEVINFO}//FwV`];
const BASIC = 'Basic ZGV2aWNlLTE6czNjcmV0';
const ASKED = { user: 'IMEI-1', password: 's3cret', areSentAtOnce: false };

function challenged(...values: readonly string[]): () => Response {
  return () => {
    const headers = new Headers();
    for (const value of values) headers.append('WWW-Authenticate', value);
    return new Response('no', { status: 401, headers });
  };
}

const SHA = 'Digest realm="dm", qop="auth", algorithm=SHA-256, nonce="7ypf"';
const MD5 = 'Digest realm="dm", qop="auth", algorithm=MD5, nonce="7ypf"';
const PLAIN = 'Basic realm="dm", charset="UTF-8"';

type Bed = ReturnType<typeof dm2ClientBed>;
const shownBy = (bed: Bed) => bed.sent.map(({ headers }) => headers.get('Authorization'));

/** The parameters of a digest, and whether its response is right by RFC 7616. */
function digest(header: string | null | undefined, algorithm: 'sha256' | 'md5', password = 's3cret') {
  const value = (name: string) => new RegExp(`${name}="?([^",]+)`, 'u').exec(header ?? '')?.[1] ?? '';
  const hash = (text: string) => createHash(algorithm).update(text).digest('hex');
  const secret = hash(`${value('username')}:dm:${password}`);
  const expected = hash(
    `${secret}:${value(' nonce')}:${value(' nc')}:${value('cnonce')}:auth:${hash(`POST:${value('uri')}`)}`,
  );
  return {
    isRight: value('response') === expected,
    count: value(' nc'),
    nonce: value(' nonce'),
    uri: value('uri'),
  };
}

describe('credentials', () => {
  it('go with every message of the session', async () => {
    const bed = dm2ClientBed({ answers: [[GET]] });
    await bed.trigger();
    assert.deepEqual(shownBy(bed), [BASIC, BASIC]);
  });

  it('wait to be asked for, where they are to', async () => {
    const bed = dm2ClientBed({ account: { credentials: ASKED }, answers: [challenged(PLAIN), [GET]] });
    await bed.trigger();
    assert.deepEqual(shownBy(bed), [null, 'Basic SU1FSS0xOnMzY3JldA==', 'Basic SU1FSS0xOnMzY3JldA==']);
    assert.equal(bed.sent[0]?.body, bed.sent[1]?.body);
  });

  for (const [offered, algorithm, challenges] of [
    ['SHA-256', 'sha256', [PLAIN, MD5, SHA]],
    ['MD5', 'md5', [PLAIN, MD5]],
  ] as const)
    it(`are the strongest that is offered: ${offered}, counted from message to message and session to session`, async () => {
      const linked = () => package2([GET], { Link: '</dm/s-1/1?a=b>; rel="next"' });
      const bed = dm2ClientBed({
        account: { credentials: ASKED },
        answers: [challenged(...challenges), linked],
      });
      await bed.trigger();
      await bed.trigger();
      const [none, ...shown] = shownBy(bed);
      assert.equal(none, null);
      assert.deepEqual(
        shown.map((header) => digest(header, algorithm)),
        [
          { isRight: true, count: '00000001', nonce: '7ypf', uri: '/dm' },
          { isRight: true, count: '00000002', nonce: '7ypf', uri: '/dm/s-1/1?a=b' },
          { isRight: true, count: '00000003', nonce: '7ypf', uri: '/dm' },
        ],
      );
      assert.match(shown[0] ?? '', new RegExp(`algorithm=${offered}`, 'u'));
    });

  it('are made anew for a nonce that is stale', async () => {
    const stale = 'Digest realm="dm", qop="auth", algorithm=SHA-256, nonce="next", stale=true';
    const bed = dm2ClientBed({
      account: { credentials: ASKED },
      answers: [challenged(SHA), [GET], challenged(stale), [['END']]],
    });
    await bed.trigger();
    assert.deepEqual(
      shownBy(bed)
        .slice(1)
        .map((header) => digest(header, 'sha256'))
        .map(({ nonce, count, isRight }) => [nonce, count, isRight]),
      [
        ['7ypf', '00000001', true],
        ['7ypf', '00000002', true],
        ['next', '00000001', true],
      ],
    );
  });

  it('are not counted from the beginning where the same nonce comes again', async () => {
    const bed = dm2ClientBed({
      account: { credentials: ASKED },
      answers: [challenged(SHA), [GET], challenged(SHA)],
    });
    await bed.trigger();
    assert.deepEqual(
      shownBy(bed).map((header) => digest(header, 'sha256').count),
      ['', '00000001', '00000002', '00000003'],
    );
  });

  it('that are refused end the session', async () => {
    const bed = dm2ClientBed({
      account: { credentials: ASKED },
      answers: [challenged(SHA), challenged(SHA), [['END']]],
    });
    await bed.trigger();
    await bed.clock.advance(60_000);
    assert.equal(bed.sent.length, 2);
    const basic = dm2ClientBed({ answers: [challenged(PLAIN)] });
    await basic.trigger();
    assert.equal(basic.sent.length, 1);
  });

  for (const [what, answer] of [
    ['nothing that is known', challenged('Bearer realm="dm"')],
    ['nothing at all', refused(401)],
    ['something that cannot be read', challenged('Digest realm="dm", nonce')],
  ] as const)
    it(`are not shown to who asks for ${what}`, async () => {
      const bed = dm2ClientBed({ account: { credentials: ASKED }, answers: [answer] });
      await bed.trigger();
      assert.deepEqual(shownBy(bed), [null]);
    });

  it('are not to be had without an account for them', async () => {
    const { serverID, serverURI } = ACCOUNT;
    const bed = dm2ClientBed({
      config: { servers: [{ serverID, serverURI }] },
      answers: [challenged(PLAIN)],
    });
    await bed.trigger();
    assert.deepEqual(shownBy(bed), [null]);
  });

  it('in plain text go to loopback or through TLS only', async () => {
    const shown = async (serverURI: string) => {
      const bed = dm2ClientBed({ account: { serverURI }, answers: [challenged(PLAIN)] });
      await bed.trigger({ serverURI });
      return shownBy(bed);
    };
    assert.deepEqual(await shown('http://dms.example/dm'), [null]);
    assert.deepEqual(await shown('http://127.0.0.1.example/dm'), [null]);
    for (const uri of ['http://localhost:1/dm', 'http://[::1]/dm', 'https://dms.example/dm'])
      assert.deepEqual(await shown(uri), [BASIC], uri);
  });

  it('go where CONT leads, and to no repository', async () => {
    const dm = `${DATA}/dm`;
    const there = [challenged(SHA), () => package2([GET]), () => package2([['END']])];
    const bed = dm2ClientBed({
      answers: [
        [
          ['CONT', dm],
          ['HGET', `${DATA}/d`],
          ['HPUT', `${DATA}/d`, `${DEVINFO}//FwV`],
        ],
      ],
      repository: { [dm]: () => there.shift()?.() ?? package2([['END']]), [`${DATA}/d`]: challenged(SHA) },
    });
    await bed.trigger();
    assert.deepEqual(
      bed.sent.map(({ url, headers }) => [url, headers.get('Authorization')?.slice(0, 6) ?? null]),
      [
        [SERVER, 'Basic '],
        [`${DATA}/d`, null],
        [`${DATA}/d`, null],
        [dm, null],
        [dm, 'Digest'],
        [dm, 'Digest'],
      ],
    );
    assert.deepEqual(JSON.parse(bed.sent[4]?.body ?? '').Status, [{ sc: 200 }, { sc: 401 }, { sc: 401 }]);
  });
});

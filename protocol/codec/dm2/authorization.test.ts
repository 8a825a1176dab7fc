import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  decodeAuthorization,
  digestResponse,
  encodeAuthorization,
  encodeChallenge,
  isDigestRight,
} from './authorization';
import { readChallenges } from './challenges';

/** The example of RFC 7616 3.9.1. */
const MUFASA = {
  scheme: 'digest',
  user: 'Mufasa',
  realm: 'http-auth@example.org',
  uri: '/dir/index.html',
  nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
  nonceCount: 1,
  clientNonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
} as const;
const SECRET = { method: 'GET', password: 'Circle of Life' };

describe('HTTP Digest (RFC 7616)', () => {
  it('has the responses of the example of the RFC', () => {
    assert.equal(
      digestResponse({ ...MUFASA, algorithm: 'SHA-256' }, SECRET),
      '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1',
    );
    assert.equal(digestResponse({ ...MUFASA, algorithm: 'MD5' }, SECRET), '8ca523f5e9506fed4657c9700eebdbec');
  });

  it('is right for one method, password, target and count only', () => {
    const response = '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1';
    const authorization = { ...MUFASA, algorithm: 'SHA-256', response } as const;
    assert.equal(isDigestRight(authorization, SECRET), true);
    assert.equal(isDigestRight(authorization, { ...SECRET, method: 'POST' }), false);
    assert.equal(isDigestRight(authorization, { ...SECRET, password: 'circle of life' }), false);
    assert.equal(isDigestRight({ ...authorization, uri: '/dir/' }, SECRET), false);
    assert.equal(isDigestRight({ ...authorization, nonceCount: 2 }, SECRET), false);
    assert.equal(isDigestRight({ ...authorization, response: '' }, SECRET), false);
  });

  it('has the response of the profile (dm2.md 9)', () => {
    const read = decodeAuthorization(
      'Digest username="IMEI-1", realm="dm", uri="/dm", algorithm=SHA-256, nonce="7ypf", nc=00000001, cnonce="f2w", qop=auth, response="9d56a3355388bc4dc5b0fd255beb23319251054391a31b87e9406000d1bc9cd5"',
    );
    assert.ok(read.ok && read.value.scheme === 'digest');
    assert.equal(isDigestRight(read.value, { method: 'POST', password: 's3cret' }), true);
  });
});

describe('challenges', () => {
  const SHA = 'Digest realm="dm", qop="auth", algorithm=SHA-256, nonce="7ypf"';
  const MD5 = 'Digest realm="dm", qop="auth", algorithm=MD5, nonce="7ypf"';
  const BASIC = 'Basic realm="dm", charset="UTF-8"';
  const asked = [
    { scheme: 'digest', realm: 'dm', nonce: '7ypf', algorithm: 'SHA-256' },
    { scheme: 'digest', realm: 'dm', nonce: '7ypf', algorithm: 'MD5' },
    { scheme: 'basic', realm: 'dm' },
  ] as const;

  it('are written as the profile has them, and read from one header or several', () => {
    assert.deepEqual(asked.map(encodeChallenge), [SHA, MD5, BASIC]);
    const headers = new Headers([
      ['WWW-Authenticate', SHA],
      ['WWW-Authenticate', MD5],
      ['WWW-Authenticate', BASIC],
    ]);
    assert.deepEqual(readChallenges(headers.get('WWW-Authenticate')), asked);
  });

  it('that cannot be met are passed over', () => {
    assert.deepEqual(readChallenges(null), []);
    assert.deepEqual(readChallenges('Negotiate'), []);
    assert.deepEqual(
      readChallenges(`Bearer realm="x", Digest realm="d", qop="auth-int", nonce="n", ${BASIC}`),
      [{ scheme: 'basic', realm: 'dm' }],
    );
  });
});

it('credentials that a header cannot carry are not written', () => {
  assert.throws(() => encodeAuthorization({ scheme: 'basic', user: 'a:b', password: '' }), {
    name: 'UnencodableError',
  });
  assert.throws(() => encodeAuthorization({ ...MUFASA, user: 'a\r\nb', algorithm: 'MD5', response: '' }), {
    name: 'UnencodableError',
  });
});

it('a Basic password may have colons, and its octets are UTF-8', () => {
  const header = `Basic ${Buffer.from('d:é:x').toString('base64')}`;
  const value = { scheme: 'basic', user: 'd', password: 'é:x' };
  assert.deepEqual(decodeAuthorization(header), { ok: true, value });
  assert.equal(decodeAuthorization(`Basic ${Buffer.from([0x64, 0x3a, 0xe9]).toString('base64')}`).ok, false);
});

describe('headers of HTTP authentication, in the words of the profile (dm2.md 9)', () => {
  const REFUSED = { name: 'UnencodableError' };
  const digest = {
    scheme: 'digest',
    user: 'd"1',
    realm: 'dm',
    nonce: 'n\\',
    uri: '/dm',
    algorithm: 'MD5',
    nonceCount: 0xab,
    clientNonce: 'c',
    response: '0f',
  } as const;
  const HEADER =
    'Digest username="d\\"1", realm="dm", uri="/dm", algorithm=MD5, nonce="n\\\\", nc=000000ab, cnonce="c", qop=auth, response="0f"';

  it('credentials', () => {
    assert.equal(encodeAuthorization(digest), HEADER);
    assert.equal(encodeAuthorization({ ...digest, opaque: 'o' }), `${HEADER}, opaque="o"`);
    assert.deepEqual(decodeAuthorization(HEADER), { ok: true, value: digest });
    assert.deepEqual(decodeAuthorization(`${HEADER}, opaque=o`), {
      ok: true,
      value: { ...digest, opaque: 'o' },
    });
  });

  it('credentials are read with blanks around them and letters of any case', () => {
    const spaced = ` dIGEST   ${HEADER.slice(7).replace('MD5', 'md5').replace('"0f"', '"0F"')} `;
    assert.deepEqual(decodeAuthorization(spaced), { ok: true, value: digest });
    assert.deepEqual(decodeAuthorization(' BASIC  OnA= '), {
      ok: true,
      value: { scheme: 'basic', user: '', password: 'p' },
    });
  });

  function reason(header: string): string {
    const read = decodeAuthorization(header);
    return read.ok ? 'read' : read.fault.reason;
  }

  it('credentials that lack a part, or have it twice or in another form, are refused', () => {
    for (const name of ['username', 'realm', 'nonce', 'uri', 'cnonce', 'response'])
      assert.equal(reason(HEADER.replace(`${name}=`, `x${name}=`)), 'missing', name);
    assert.equal(reason(`${HEADER}, realm="dm"`), 'missing');
    assert.equal(reason(`${HEADER}, REALM="dm"`), 'missing');
    assert.equal(reason(`${HEADER}; x`), 'missing');
    assert.equal(reason(HEADER.replace('000000ab', '00000ab')), 'wrong-type');
    assert.equal(reason(HEADER.replace('000000ab', '0000000ab')), 'wrong-type');
    assert.equal(reason(HEADER.replace('000000ab', 'g00000ab')), 'wrong-type');
    assert.equal(reason(HEADER.replace('qop=auth', 'qop=auth-int')), 'wrong-type');
    assert.equal(reason(HEADER.replace('MD5', 'SHA-512')), 'wrong-type');
    assert.equal(reason(HEADER.replace('algorithm=MD5, ', '')), 'read');
    assert.equal(reason('Basic !OnA='), 'syntax');
    assert.equal(reason('Basic OnA=!'), 'syntax');
    assert.equal(reason('Basic cA=='), 'syntax');
    assert.equal(reason('Bearer x'), 'unknown-parameter');
    assert.equal(reason('Basic'), 'unknown-parameter');
    assert.equal(reason(''), 'unknown-parameter');
  });

  it('credentials of more than 8192 characters are refused', () => {
    const withLength = (length: number): string => {
      const head =
        'Digest username="u", realm="dm", uri="/dm", nonce="n", nc=00000001, cnonce="c", qop=auth, response="0f", opaque=';
      return head + 'o'.repeat(length - (head.length - 'Digest '.length));
    };
    assert.equal(reason(withLength(8192)), 'read');
    assert.equal(reason(withLength(8193)), 'missing');
  });

  it('a challenge may be stale and may have an opaque part', () => {
    const challenge = { scheme: 'digest', realm: 'dm', nonce: 'n', algorithm: 'SHA-256' } as const;
    const header = 'Digest realm="dm", qop="auth", algorithm=SHA-256, nonce="n"';
    assert.equal(encodeChallenge({ ...challenge, stale: false }), header);
    assert.equal(
      encodeChallenge({ ...challenge, opaque: 'o', stale: true }),
      `${header}, opaque="o", stale=true`,
    );
    assert.deepEqual(readChallenges(`${header}, opaque="o", stale=TRUE`), [
      { ...challenge, opaque: 'o', stale: true },
    ]);
    assert.deepEqual(readChallenges(`${header}, stale=false`), [challenge]);
  });

  it('a challenge that offers more qualities than ours is met, one without ours, a nonce or a known algorithm is not', () => {
    const met = [{ scheme: 'digest', realm: '', nonce: 'n', algorithm: 'MD5' }] as const;
    assert.deepEqual(readChallenges('  Digest \tqop = "auth-int , auth", nonce=n'), met);
    assert.deepEqual(readChallenges('Digest nonce=n'), []);
    assert.deepEqual(readChallenges('Digest qop=auth, realm=dm'), []);
    assert.deepEqual(readChallenges('Digest qop=auth, nonce=n, algorithm=SHA-512'), []);
    assert.deepEqual(readChallenges('Other qop=auth, nonce=n'), []);
    assert.deepEqual(readChallenges('Basic realm=dm realm=dm, Basic charset="UTF-8"'), [
      { scheme: 'basic', realm: '' },
    ]);
  });

  it('texts of a header are printable ASCII', () => {
    const ends = { scheme: 'basic', realm: ' ~' } as const;
    assert.equal(encodeChallenge(ends), 'Basic realm=" ~", charset="UTF-8"');
    for (const realm of ['\u001f', '\u007f', 'é']) {
      assert.throws(() => encodeChallenge({ ...ends, realm }), REFUSED);
      assert.throws(() => encodeChallenge({ ...ends, realm: `a${realm}b` }), REFUSED);
    }
  });
});

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

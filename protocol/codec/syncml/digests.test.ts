import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  basicCredential,
  compareMAC,
  DEFAULT_NONCES,
  hmacCredential,
  md5Credential,
  nonceOctets,
  sameCredential,
} from './digests';

const BRUCE = { name: 'Bruce2', password: 'OhBehave' };
const NONCE = new TextEncoder().encode('Nonce');

describe('credentials of SyncML DM', () => {
  it('basic: base64 of user and password (DM_Security 5.1.3)', () => {
    assert.equal(basicCredential(BRUCE), 'QnJ1Y2UyOk9oQmVoYXZl');
  });

  it('MD5: the example of the specification (DM_Protocol 2.4.4.2)', () => {
    assert.equal(md5Credential({ ...BRUCE, nonce: NONCE }), 'Zz6EivR3yeaaENcRN6lpAQ==');
  });

  it('MD5: the nonce is decoded once, even where the result looks like base64 (DM_Security 5.1.3)', () => {
    const nonce = nonceOctets('VG05dVkyVT0=');
    assert.equal(Buffer.from(nonce).toString(), 'Tm9uY2U=');
    assert.notEqual(md5Credential({ ...BRUCE, nonce }), 'Zz6EivR3yeaaENcRN6lpAQ==');
    assert.equal(md5Credential({ ...BRUCE, nonce: nonceOctets('Tm9uY2U=') }), 'Zz6EivR3yeaaENcRN6lpAQ==');
  });

  it('HMAC: the formula, which is not that of RFC 2104 (DM_Security 5.1.4.2)', () => {
    const mac = hmacCredential({ ...BRUCE, nonce: NONCE }, new TextEncoder().encode('hello'));
    assert.equal(mac, '7WjdTINdgy34setKE3f2Bw==');
  });

  it('every part of the secret counts', () => {
    const right = md5Credential({ ...BRUCE, nonce: NONCE });
    assert.notEqual(md5Credential({ ...BRUCE, name: 'bruce2', nonce: NONCE }), right);
    assert.notEqual(md5Credential({ ...BRUCE, password: 'ohbehave', nonce: NONCE }), right);
    assert.notEqual(md5Credential({ ...BRUCE, nonce: new Uint8Array() }), right);
  });

  it('are the same only where every character is', () => {
    assert.equal(sameCredential('Zz6E', 'Zz6E'), true);
    assert.equal(sameCredential('Zz6E', 'Zz6e'), false);
    assert.equal(sameCredential('Zz6E', 'Zz6E='), false);
  });
});

describe('the mac of a peer', () => {
  const mac = '7WjdTINdgy34setKE3f2Bw==';

  it('is the same with and without padding', () => {
    assert.equal(compareMAC(mac, mac), 'same');
    assert.equal(compareMAC(mac, '7WjdTINdgy34setKE3f2Bw'), 'same');
  });

  it('is recognised as base64 of hexadecimal digits, as the specification prints it', () => {
    const digits = Buffer.from('ed68dd4c835d832df8b1eb4a1377f607').toString('base64');
    assert.equal(compareMAC(mac, digits), 'as-hexadecimal');
    assert.equal(compareMAC(mac, digits.replace(/=+$/u, '')), 'as-hexadecimal');
  });

  it('is different otherwise', () => {
    assert.equal(compareMAC(mac, '7WjdTINdgy34setKE3f2Bg=='), 'different');
    assert.equal(compareMAC(mac, ''), 'different');
  });
});

it('the default nonce has two readings: four zero octets, and the text (DM_Notification 6.1)', () => {
  assert.deepEqual(
    DEFAULT_NONCES.map((nonce) => Buffer.from(nonce).toString('hex')),
    ['00000000', '30783030303030303030'],
  );
});

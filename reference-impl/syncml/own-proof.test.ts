import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Nonces } from './account';
import { BASIC, BRUCE, begin, credential, exampleNonces, octets, RIGHT } from './authentication-bed';
import { defaultAuthenticationProcedures as procedures } from './default-authentication-procedures';

describe('the proof of this side', () => {
  it('is made unasked, with the nonce of last time', () => {
    assert.deepEqual(procedures.proofOf(begin('md5', 'client', exampleNonces())), {
      credential: credential(RIGHT),
      userName: 'Bruce2',
    });
    assert.deepEqual(procedures.proofOf(begin('basic', 'client', exampleNonces())), {
      credential: credential(BASIC),
    });
    assert.deepEqual(procedures.proofOf(begin('hmac', 'client', exampleNonces())), {
      mac: { ...BRUCE, nonce: octets('Nonce') },
      userName: 'Bruce2',
    });
  });

  it('is left out once it was accepted for the session, but a signature never', () => {
    const md5 = begin('md5', 'client', exampleNonces());
    assert.equal(procedures.learnFromStatus(md5, { code: 212 }), 'accepted');
    assert.deepEqual(procedures.proofOf(md5), {});
    const hmac = begin('hmac', 'client', exampleNonces());
    procedures.learnFromStatus(hmac, { code: 212 });
    assert.ok(procedures.proofOf(hmac).mac);
  });

  it('comes again where it was good for one message only', () => {
    const md5 = begin('md5', 'client', exampleNonces());
    assert.equal(procedures.learnFromStatus(md5, { code: 200 }), 'accepted');
    assert.ok(procedures.proofOf(md5).credential);
  });

  it('is made anew with the nonce of a challenge, which is not kept before the peer has proved itself', () => {
    const nonces: Nonces = { client: octets('stale'), server: octets('other') };
    const authentication = begin('md5', 'client', nonces);
    const challenge = { meta: { type: 'syncml:auth-md5', format: 'b64', nextNonce: 'Tm9uY2U=' } };
    assert.equal(procedures.learnFromStatus(authentication, { code: 401, challenge }), 'again');
    assert.deepEqual(procedures.proofOf(authentication).credential, credential(RIGHT));
    assert.deepEqual(nonces.client, octets('stale'));
    procedures.keepNonces(authentication);
    assert.deepEqual(nonces.client, octets('Nonce'));
  });

  it('is given up after two challenges, without one, and where another type is asked for midway', () => {
    const challenge = { meta: { type: 'syncml:auth-md5', format: 'b64', nextNonce: 'Tm9uY2U=' } };
    const patient = begin('md5', 'client', exampleNonces());
    const outcomes = [407, 401, 401].map((code) => procedures.learnFromStatus(patient, { code, challenge }));
    assert.deepEqual(outcomes, ['again', 'again', 'refused']);
    assert.equal(
      procedures.learnFromStatus(begin('md5', 'client', exampleNonces()), { code: 401 }),
      'refused',
    );
    const bound = begin('md5', 'client', exampleNonces());
    procedures.learnFromStatus(bound, { code: 401, challenge });
    const signature = { meta: { type: 'syncml:auth-MAC', nextNonce: 'Tm9uY2U=' } };
    assert.equal(procedures.learnFromStatus(bound, { code: 401, challenge: signature }), 'refused');
  });

  it('is a signature where one is asked for at first, but never a password in the clear', () => {
    const authentication = begin('md5', 'client', exampleNonces());
    const signature = { meta: { type: 'syncml:auth-MAC', nextNonce: 'Tm9uY2U=' } };
    assert.equal(procedures.learnFromStatus(authentication, { code: 407, challenge: signature }), 'again');
    assert.deepEqual(procedures.proofOf(authentication).mac, { ...BRUCE, nonce: octets('Nonce') });
    const basic = { meta: { type: 'syncml:auth-basic' } };
    const other = begin('md5', 'client', exampleNonces());
    assert.equal(procedures.learnFromStatus(other, { code: 401, challenge: basic }), 'refused');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DecodeFault } from '../../model/decoded';
import { decodeHMACHeader, encodeHMACHeader } from './hmac-header';

const VALUE = { userName: 'Bruce2', mac: '7WjdTINdgy34setKE3f2Bw==' };

describe('the header x-syncml-hmac (DM_Security 5.1.4.2)', () => {
  it('is written with its algorithm', () => {
    assert.equal(encodeHMACHeader(VALUE), 'algorithm=MD5, username="Bruce2", mac=7WjdTINdgy34setKE3f2Bw==');
  });

  it('is not written with a user name that would end early', () => {
    assert.throws(() => encodeHMACHeader({ ...VALUE, userName: 'a", mac=x' }), { name: 'UnencodableError' });
    assert.throws(() => encodeHMACHeader({ ...VALUE, userName: 'a\r\nX: y' }), { name: 'UnencodableError' });
  });

  const accepted = [
    'algorithm=MD5, username="Bruce2", mac=7WjdTINdgy34setKE3f2Bw==',
    'username="Bruce2",mac=7WjdTINdgy34setKE3f2Bw==',
    'mac="7WjdTINdgy34setKE3f2Bw==", Username="Bruce2", Algorithm=md5',
  ];
  for (const text of accepted) {
    it(`is read: ${text}`, () => assert.deepEqual(decodeHMACHeader(text), { ok: true, value: VALUE }));
  }

  it('is read with 8192 characters', () => {
    const mac = 'a'.repeat(8192 - 'username="a", mac='.length);
    assert.deepEqual(decodeHMACHeader(`username="a", mac=${mac}`), {
      ok: true,
      value: { userName: 'a', mac },
    });
  });

  const refused: readonly [text: string, reason: DecodeFault['reason']][] = [
    ['', 'missing'],
    ['algorithm=MD5, username="Bruce2"', 'missing'],
    ['username="Bruce2", mac=', 'missing'],
    ['algorithm=SHA1, username="Bruce2", mac=a', 'wrong-type'],
    ['username="Bruce2", username="Eve", mac=a', 'syntax'],
    ['username="Bruce2 mac=a', 'syntax'],
    ['nonsense', 'syntax'],
    ['username="Bruce2", mac=a; x', 'syntax'],
    ['username="Bruce2", mac=a, !', 'syntax'],
    [`username="a", mac=${'a'.repeat(8175)}`, 'too-large'],
    [`username="${'a'.repeat(9000)}", mac=a`, 'too-large'],
  ];
  for (const [text, reason] of refused) {
    it(`is refused as ${reason}: ${text.slice(0, 50)}`, () => {
      const read = decodeHMACHeader(text);
      assert.equal(read.ok ? 'read' : read.fault.reason, reason);
    });
  }
});

import assert from 'node:assert/strict';
import { createCipheriv } from 'node:crypto';
import { describe, it } from 'node:test';
import { open, protect, readKey, writeKey } from './protected-data';

const KEY = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';
const OTHER_KEY = 'HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';
const VECTOR = Uint8Array.from({ length: 12 }, (_, at) => at);
const HEADER = { alg: 'dir', enc: 'A256GCM', sid: 's-1', iss: '/cse1/Cae1', seq: 7 };
const PLAINTEXT = new TextEncoder().encode('21.5');

/** RFC 7516 5.1 by hand, with the cipher of Node in place of the library. */
function sealed(header: unknown, key = KEY): string {
  const first = Buffer.from(JSON.stringify(header)).toString('base64url');
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64url'), VECTOR);
  cipher.setAAD(Buffer.from(first, 'ascii'));
  const text = Buffer.concat([cipher.update(PLAINTEXT), cipher.final()]);
  const parts = [Buffer.from(VECTOR), text, cipher.getAuthTag()].map((part) => part.toString('base64url'));
  return [first, '', ...parts].join('.');
}

async function whyNot(text: string, key = KEY): Promise<string> {
  const opened = await open(key, text);
  return opened.ok ? 'opened' : opened.why;
}

describe('protected data', () => {
  it('opens what another implementation sealed', async () => {
    const opened = await open(KEY, sealed(HEADER));
    assert.ok(opened.ok);
    assert.deepEqual(opened.data.header, { sessionID: 's-1', sender: '/cse1/Cae1', sequence: 7 });
    assert.equal(new TextDecoder().decode(opened.data.plaintext), '21.5');
  });

  it('seals as another implementation does, byte for byte', async () => {
    const header = { sessionID: 's-1', sender: '/cse1/Cae1', sequence: 7 };
    assert.equal(await protect(KEY, { header, plaintext: PLAINTEXT }, VECTOR), sealed(HEADER));
  });

  it('refuses another key, and what was changed on the way', async () => {
    assert.match(await whyNot(sealed(HEADER, OTHER_KEY)), /cannot be opened/);
    const parts = sealed(HEADER).split('.');
    const forged = Buffer.from(JSON.stringify({ ...HEADER, seq: 8 })).toString('base64url');
    assert.match(await whyNot([forged, ...parts.slice(1)].join('.')), /cannot be opened/);
    const cut = [...parts.slice(0, 4), parts[4]?.slice(0, 11)].join('.');
    assert.match(await whyNot(cut), /cannot be opened/);
  });

  const headers: readonly [string, object, RegExp][] = [
    ['alg none', { ...HEADER, alg: 'none' }, /"alg" is "none"/],
    ['another way to agree on a key', { ...HEADER, alg: 'A256KW' }, /"alg" is "A256KW"/],
    ['a shorter key', { ...HEADER, enc: 'A128GCM' }, /"enc" is "A128GCM"/],
    ['no enc', { ...HEADER, enc: undefined }, /"enc" is missing/],
    ['compression', { ...HEADER, zip: 'DEF' }, /"zip"/],
    ['critical members', { ...HEADER, crit: ['sid'] }, /"crit"/],
    ['no session', { ...HEADER, sid: undefined }, /"sid"/],
    ['no sender', { ...HEADER, iss: 1 }, /"iss"/],
    ['sequence 0', { ...HEADER, seq: 0 }, /"seq" is 0/],
    ['sequence 1.5', { ...HEADER, seq: 1.5 }, /"seq" is 1.5/],
    ['a sequence as text', { ...HEADER, seq: '7' }, /"seq" is "7"/],
  ];
  for (const [name, header, why] of headers) {
    it(`refuses ${name}`, async () => assert.match(await whyNot(sealed(header)), why));
  }

  for (const text of ['', '....', 'a.b.c', 'not a JWE', `${'A'.repeat(20)}....`, '{"ciphertext":"x"}']) {
    it(`refuses ${JSON.stringify(text)}`, async () => assert.match(await whyNot(text), /no JWE/));
  }

  it('opens the first of a sequence, and seals and opens with no other key than one of 256 bits', async () => {
    assert.equal(await whyNot(sealed({ ...HEADER, seq: 1 })), 'opened');
    assert.equal(await whyNot(sealed(HEADER), `${KEY}A`), 'the key is none of 256 bits');
    const header = { sessionID: 's-1', sender: '/cse1/Cae1', sequence: 7 };
    assert.throws(() => protect(`${KEY}A`, { header, plaintext: PLAINTEXT }, VECTOR), TypeError);
  });

  it('reads as many characters as it may', async () => {
    const text = `${'A'.repeat(1024 * 1024 - 4)}....`;
    assert.match(await whyNot(text), /no JWE/);
    assert.match(await whyNot(`A${text}`), /more than 1048576 characters/);
  });

  it('refuses what is too long before it looks into it', async () => {
    assert.match(await whyNot('A'.repeat(2 * 1024 * 1024)), /more than/);
  });
});

describe('keys of sessions', () => {
  it('have 256 bits in base64url without padding', () => {
    assert.equal(readKey(KEY)?.length, 32);
    assert.equal(writeKey(Uint8Array.from({ length: 32 }, (_, at) => at)), KEY);
    for (const wrong of [
      '',
      KEY.slice(1),
      `${KEY}A`,
      `${KEY}=`,
      KEY.replace('A', '+'),
      `${KEY.slice(0, -1)}9`,
      `\n${KEY}`,
      `${KEY}\n`,
    ]) {
      assert.equal(readKey(wrong), undefined, wrong);
    }
  });
});

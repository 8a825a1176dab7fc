import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openJwe } from './protected-data';
import { byTheBook, octetsFrom, ofBytes, PROTECTIONS, withHeader } from './protections';

const SENDER = {
  key: octetsFrom('a key'),
  sessionID: 'abcdefghijklmnopqrstuv',
  issuer: '/cse1/Cae1',
  sequence: 3,
  seed: 'one',
};

test('what is by the book opens, and says whose it is', () => {
  const text = byTheBook(SENDER);
  assert.equal(typeof text, 'string');
  assert.deepEqual(openJwe(String(text), SENDER.key), {
    header: { alg: 'dir', enc: 'A256GCM', sid: 'abcdefghijklmnopqrstuv', iss: '/cse1/Cae1', seq: 3 },
    plaintext: 'reading 3',
  });
});

test('a text that is known from elsewhere opens', () => {
  // Made with another implementation: key of 32 zero octets, iv of 12 zero octets, plaintext "hello".
  const text = 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.psIsUSI.RvKu80ufUA-hTOVl36OO4Q';
  const opened = openJwe(text, Buffer.alloc(32));
  assert.deepEqual(opened, { header: { alg: 'dir', enc: 'A256GCM' }, plaintext: 'hello' });
});

test('nothing else is by the book: whose header is another, or what does not open, is named', () => {
  const wrong = Object.keys(PROTECTIONS).filter((words) => {
    const text = PROTECTIONS[words]?.(SENDER);
    const opened = openJwe(String(text), SENDER.key);
    return typeof opened !== 'string';
  });
  assert.deepEqual(wrong, [
    'of another session',
    'of another sender',
    'without sid',
    'without iss',
    'without seq',
  ]);
  assert.equal(
    openJwe(String(withHeader({ enc: 'A128GCM' })(SENDER)), SENDER.key),
    'alg "dir" and enc "A128GCM"',
  );
});

test('a plaintext has as many octets as it should', () => {
  const opened = openJwe(String(ofBytes(5000)(SENDER)), SENDER.key);
  assert.equal(typeof opened === 'string' ? opened : opened.plaintext.length, 5000);
});

import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { installationKeyFile, SigningKeyError, signingKey } from './signing-key';

const folder = mkdtempSync(join(tmpdir(), 'flowproof-key-'));
after(() => rmSync(folder, { recursive: true }));

function pemOf(pair: { readonly privateKey: { export(options: object): string | Buffer } }): string {
  return pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

test('An installation makes its key once and keeps it to itself', () => {
  const environment = { XDG_CONFIG_HOME: join(folder, 'config') };
  const first = signingKey(environment);
  assert.equal(first.origin, 'installation');
  assert.match(first.fingerprint, /^SHA256:[0-9a-f]{64}$/);
  assert.equal(signingKey(environment).fingerprint, first.fingerprint);
  assert.equal(statSync(installationKeyFile(environment)).mode & 0o777, 0o600);
});

test('A key from the environment comes first', () => {
  const pem = pemOf(generateKeyPairSync('ed25519'));
  const key = signingKey({ FLOWPROOF_SIGNING_KEY: pem, XDG_CONFIG_HOME: join(folder, 'unused') });
  assert.equal(key.origin, 'environment');
});

test('A key that cannot sign is refused without being shown', () => {
  const wrong = pemOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  assert.throws(
    () => signingKey({ FLOWPROOF_SIGNING_KEY: wrong }),
    (error) => error instanceof SigningKeyError && /holds a key of type ec\./.test(error.message),
  );
  assert.throws(
    () => signingKey({ FLOWPROOF_SIGNING_KEY: 'my secret' }),
    (error) => error instanceof SigningKeyError && !error.message.includes('my secret'),
  );
});

test('Where no key can be kept there is one for this run only', () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  assert.equal(signingKey({ XDG_CONFIG_HOME: file }).origin, 'temporary');
});

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { KeyOrigin } from './manifest';

/** The key that signs bundles: given by the environment, or made once per installation. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKeyPem: string;
  readonly fingerprint: string;
  readonly origin: KeyOrigin;
}

/** Environment variable with an Ed25519 private key as PKCS #8 PEM. */
export const SIGNING_KEY_VARIABLE = 'FLOWPROOF_SIGNING_KEY';

export class SigningKeyError extends Error {
  override readonly name = 'SigningKeyError';
}

type Environment = { readonly [name: string]: string | undefined };

/** Throws a SigningKeyError where a key was given that cannot sign; never replaces a key that exists. */
export function signingKey(environment: Environment): SigningKey {
  const given = environment[SIGNING_KEY_VARIABLE];
  if (given !== undefined && given !== '') return keyFrom(given, SIGNING_KEY_VARIABLE, 'environment');
  const file = installationKeyFile(environment);
  const known = readIfThere(file);
  return known === undefined ? newKey(file) : keyFrom(known, file, 'installation');
}

export function installationKeyFile(environment: Environment): string {
  const configuration = environment.XDG_CONFIG_HOME ?? '';
  const folder = configuration === '' ? join(homedir(), '.config') : configuration;
  return join(folder, 'flowproof', 'signing-key.pem');
}

export function fingerprintOf(publicKey: KeyObject): string {
  const bytes = publicKey.export({ type: 'spki', format: 'der' });
  return `SHA256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** A key of this installation; where it cannot be kept, as in a read-only container, one for this run only. */
function newKey(file: string): SigningKey {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
    return keyFrom(pem, file, 'installation');
  } catch {
    const madeMeanwhile = readIfThere(file);
    return madeMeanwhile === undefined
      ? keyFrom(pem, file, 'temporary')
      : keyFrom(madeMeanwhile, file, 'installation');
  }
}

function keyFrom(pem: string, where: string, origin: KeyOrigin): SigningKey {
  const privateKey = privateKeyOf(pem, where);
  const publicKey = createPublicKey(privateKey);
  return {
    privateKey,
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: fingerprintOf(publicKey),
    origin,
  };
}

/** What is wrong is said without a word of the key itself. */
function privateKeyOf(pem: string, where: string): KeyObject {
  const advice =
    'Expected an Ed25519 private key as PKCS #8 PEM, made by: openssl genpkey -algorithm ed25519';
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    throw new SigningKeyError(`${where} holds no private key that can be read. ${advice}`);
  }
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new SigningKeyError(
      `${where} holds a key of type ${key.asymmetricKeyType ?? 'unknown'}. ${advice}`,
    );
  }
  return key;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

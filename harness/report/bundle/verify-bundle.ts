import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile } from './hash-file';
import { MANIFEST_FILE, type Manifest, type ManifestFile, PUBLIC_KEY_FILE, SIGNATURE_FILE } from './manifest';
import { readManifest } from './read-manifest';
import { fingerprintOf } from './signing-key';

/** What is wrong with a bundle, with the file that shows it. */
export type BundleProblem =
  | { readonly kind: 'unreadable'; readonly path: string; readonly detail: string }
  | { readonly kind: 'bad-signature' }
  | { readonly kind: 'other-signer'; readonly expected: string; readonly actual: string }
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'changed'; readonly path: string; readonly expected: string; readonly actual: string };

export type Verification =
  | {
      readonly kind: 'intact';
      readonly manifest: Manifest;
      /** Whether the signer was compared with a fingerprint known from elsewhere. */
      readonly signer: 'as-expected' | 'not-compared';
      /** Files in the folder that the signature says nothing about. */
      readonly uncovered: readonly string[];
    }
  | { readonly kind: 'broken'; readonly problems: readonly BundleProblem[] };

const LONGEST_CONTROL_FILE = 1_000_000;

/**
 * Checks a bundle without the target that it is about: signature first, then every file. Follows no symbolic link and no
 * path out of the folder. Knows nothing of verdicts.
 */
export async function verifyBundle(folder: string, expectedFingerprint?: string): Promise<Verification> {
  const control = await readControlFiles(folder);
  if (control.kind === 'broken') return control;
  const { manifest, manifestText, signature, publicKey } = control;
  const problems: BundleProblem[] = [];
  const fingerprint = fingerprintOf(publicKey);
  if (!verify(null, Buffer.from(manifestText), publicKey, signature))
    problems.push({ kind: 'bad-signature' });
  const claimed = expectedFingerprint ?? manifest.signing.fingerprint;
  if (fingerprint !== claimed)
    problems.push({ kind: 'other-signer', expected: claimed, actual: fingerprint });
  for (const file of manifest.files) problems.push(...(await fileProblems(folder, file)));
  if (problems.length > 0) return { kind: 'broken', problems };
  const signer = expectedFingerprint === undefined ? 'not-compared' : 'as-expected';
  return { kind: 'intact', manifest, signer, uncovered: await uncoveredFiles(folder, manifest) };
}

interface ControlFiles {
  readonly kind: 'read';
  readonly manifest: Manifest;
  readonly manifestText: string;
  readonly signature: Buffer;
  readonly publicKey: KeyObject;
}

async function readControlFiles(
  folder: string,
): Promise<ControlFiles | Extract<Verification, { kind: 'broken' }>> {
  const [manifestText, signatureText, keyText] = await Promise.all(
    [MANIFEST_FILE, SIGNATURE_FILE, PUBLIC_KEY_FILE].map((path) => readSmall(folder, path)),
  );
  const manifest = manifestText === undefined ? undefined : readManifest(manifestText);
  const publicKey = keyText === undefined ? undefined : publicKeyOf(keyText);
  const problems: BundleProblem[] = [];
  if (manifest === undefined) problems.push({ kind: 'missing', path: MANIFEST_FILE });
  else if (!manifest.ok)
    problems.push(unreadable(MANIFEST_FILE, `${manifest.fault.where} ${manifest.fault.detail}`.trim()));
  if (signatureText === undefined) problems.push({ kind: 'missing', path: SIGNATURE_FILE });
  if (keyText === undefined) problems.push({ kind: 'missing', path: PUBLIC_KEY_FILE });
  else if (publicKey === undefined)
    problems.push(unreadable(PUBLIC_KEY_FILE, 'it holds no Ed25519 public key as PEM'));
  const read = { manifest, manifestText, signatureText, publicKey };
  return controlFiles(read) ?? { kind: 'broken', problems };
}

function controlFiles(read: {
  readonly manifest: ReturnType<typeof readManifest> | undefined;
  readonly manifestText: string | undefined;
  readonly signatureText: string | undefined;
  readonly publicKey: KeyObject | undefined;
}): ControlFiles | undefined {
  const { manifest, manifestText, signatureText, publicKey } = read;
  if (!manifest?.ok || manifestText === undefined || signatureText === undefined || publicKey === undefined)
    return undefined;
  const signature = Buffer.from(signatureText.trim(), 'base64');
  return { kind: 'read', manifest: manifest.value, manifestText, signature, publicKey };
}

function unreadable(path: string, detail: string): BundleProblem {
  return { kind: 'unreadable', path, detail };
}

async function readSmall(folder: string, path: string): Promise<string | undefined> {
  const file = join(folder, path);
  const found = await lstat(file).catch(() => undefined);
  if (!found?.isFile() || found.size > LONGEST_CONTROL_FILE) return undefined;
  return readFile(file, 'utf8').catch(() => undefined);
}

function publicKeyOf(pem: string): KeyObject | undefined {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

async function fileProblems(folder: string, listed: ManifestFile): Promise<readonly BundleProblem[]> {
  const { path, sha256 } = listed;
  const file = join(folder, path);
  const found = await lstat(file).catch(() => undefined);
  if (found === undefined) return [{ kind: 'missing', path }];
  if (!found.isFile()) return [unreadable(path, 'it is no ordinary file')];
  const actual = await hashFile(file, path).catch(() => undefined);
  if (actual === undefined) return [unreadable(path, 'it cannot be read')];
  return actual.sha256 === sha256 ? [] : [{ kind: 'changed', path, expected: sha256, actual: actual.sha256 }];
}

async function uncoveredFiles(folder: string, manifest: Manifest): Promise<readonly string[]> {
  const covered = new Set([
    MANIFEST_FILE,
    SIGNATURE_FILE,
    PUBLIC_KEY_FILE,
    ...manifest.files.map(({ path }) => path),
  ]);
  const names = await readdir(folder);
  return names.filter((name) => !covered.has(name)).sort();
}

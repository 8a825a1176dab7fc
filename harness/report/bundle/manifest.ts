import type { RunResult } from '../../verdict/run-result';
import type { Verdict } from '../../verdict/verdict';

/** What a bundle holds, file by file. Signed as a whole; knows nothing of folders or keys. */
export const MANIFEST_FILE = 'manifest.json';
export const SIGNATURE_FILE = 'manifest.json.sig';
export const PUBLIC_KEY_FILE = 'public-key.pem';
export const MANIFEST_SCHEMA_VERSION = 1;

export interface ManifestFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Manifest {
  readonly schemaVersion: number;
  readonly tool: RunResult['tool'];
  readonly node: string;
  readonly target: RunResult['target'];
  readonly seed: number;
  readonly startedAt: string;
  readonly selectors: readonly string[];
  readonly exitCode: number;
  readonly certifiable: boolean;
  readonly counts: { readonly [verdict in Verdict]: number };
  readonly files: readonly ManifestFile[];
  readonly signing: {
    readonly algorithm: 'Ed25519';
    /** SHA-256 of the public key, to compare with what its owner published elsewhere. */
    readonly fingerprint: string;
    readonly key: KeyOrigin;
    readonly proves: string;
  };
}

/** Where the signing key came from. A temporary key is forgotten after the run and identifies nobody. */
export type KeyOrigin = 'environment' | 'installation' | 'temporary';

const PROVES =
  'The files are as the holder of this key wrote them. It does not prove who that is, that the target was the one named, ' +
  'or that the run took place: whoever can change the files can sign them anew with another key. ' +
  'Compare the fingerprint with one that you have from its owner by another way.';

export function manifestOf(
  run: RunResult,
  files: readonly ManifestFile[],
  key: { readonly fingerprint: string; readonly origin: KeyOrigin },
): Manifest {
  const { tool, target, seed, startedAt, selectors, exitCode, certifiable, counts } = run;
  return {
    schemaVersion: MANIFEST_SCHEMA_VERSION,
    tool,
    node: process.version,
    target,
    seed,
    startedAt,
    selectors,
    exitCode,
    certifiable,
    counts,
    files: [...files].sort((one, other) => (one.path < other.path ? -1 : 1)),
    signing: { algorithm: 'Ed25519', fingerprint: key.fingerprint, key: key.origin, proves: PROVES },
  };
}

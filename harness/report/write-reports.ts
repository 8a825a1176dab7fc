import { sign } from 'node:crypto';
import { lstat, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunResult } from '../verdict/run-result';
import { hashFile } from './bundle/hash-file';
import { MANIFEST_FILE, manifestOf, PUBLIC_KEY_FILE, SIGNATURE_FILE } from './bundle/manifest';
import type { SigningKey } from './bundle/signing-key';
import { redactRun } from './redact';
import { reportFiles } from './report-files';

/** The message stream, which the runner writes into the folder while the run goes on. */
export const MESSAGES_FILE = 'messages.ndjson';

export interface WrittenReports {
  readonly folder: string;
  readonly files: readonly string[];
  readonly fingerprint: string;
}

/**
 * Writes the reports of a run into a folder. All are complete before the first takes its name, and the manifest takes
 * its name last: a folder with a manifest is a whole bundle, whenever the process is killed. Other files stay.
 */
export async function writeReports(run: RunResult, folder: string, key: SigningKey): Promise<WrittenReports> {
  await mkdir(folder, { recursive: true });
  const staging = await mkdtemp(join(folder, '.writing-'));
  try {
    const files = await stage(run, { folder, staging }, key);
    await rm(join(folder, MANIFEST_FILE), { force: true });
    for (const path of files) await rename(join(staging, path), join(folder, path));
    return { folder, files, fingerprint: key.fingerprint };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Names in the order in which they are to appear; the manifest comes last. */
async function stage(
  run: RunResult,
  { folder, staging }: { readonly folder: string; readonly staging: string },
  key: SigningKey,
): Promise<readonly string[]> {
  const reports = reportFiles(run);
  for (const { path, text } of reports) await writeFile(join(staging, path), text);
  const hashes = await Promise.all(reports.map(({ path }) => hashFile(join(staging, path), path)));
  const messages = join(folder, MESSAGES_FILE);
  if (await isFile(messages)) hashes.push(await hashFile(messages, MESSAGES_FILE));
  const manifest = `${JSON.stringify(manifestOf(redactRun(run), hashes, key), undefined, 2)}\n`;
  const signature = sign(null, Buffer.from(manifest), key.privateKey).toString('base64');
  await writeFile(join(staging, MANIFEST_FILE), manifest);
  await writeFile(join(staging, SIGNATURE_FILE), `${signature}\n`);
  await writeFile(join(staging, PUBLIC_KEY_FILE), key.publicKeyPem);
  return [...reports.map(({ path }) => path), PUBLIC_KEY_FILE, SIGNATURE_FILE, MANIFEST_FILE];
}

async function isFile(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  return found?.isFile() ?? false;
}

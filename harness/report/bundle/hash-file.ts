import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ManifestFile } from './manifest';

/** Length and SHA-256 of a file, read piece by piece: a message stream may be larger than memory. */
export async function hashFile(file: string, path: string): Promise<ManifestFile> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece);
  const { size } = await stat(file);
  return { path, bytes: size, sha256: hash.digest('hex') };
}

import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** What one protected text is made of; every part can be something that the profile does not allow. */
export interface ProtectedParts {
  /** The protected header, in the order in which it is written. */
  readonly header: { readonly [name: string]: unknown };
  /** Octets of the content encryption key: 32, or 16 for another encryption. */
  readonly key: Buffer;
  readonly plaintext: string;
  /** Second part: empty for direct encryption. */
  readonly encryptedKey?: Buffer;
  /** Different for each text under one key. */
  readonly seed: string;
}

export interface OpenedData {
  readonly header: { readonly [name: string]: unknown };
  readonly plaintext: string;
}

/**
 * JWE in compact serialization, made by hand: a second witness beside the library that implementations use. What it is
 * told to make it makes, right or wrong. @see RFC 7516 5.1, docs/profiles/service-sessions.md
 */
export function compactJwe({ header, key, plaintext, encryptedKey, seed }: ProtectedParts): string {
  const iv = createHash('sha256').update(seed).digest().subarray(0, 12);
  const first = Buffer.from(JSON.stringify(header)).toString('base64url');
  const cipher = createCipheriv(key.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(first, 'ascii'));
  const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  const rest = [encryptedKey ?? Buffer.alloc(0), iv, ciphertext, cipher.getAuthTag()];
  return [first, ...rest.map((part) => part.toString('base64url'))].join('.');
}

/** What is in a protected text that is by the book; otherwise what is wrong with it, in words. */
export function openJwe(text: string, key: Buffer): OpenedData | string {
  const parts = text.split('.');
  const [first = '', encryptedKey = '', iv = '', ciphertext = '', tag = ''] = parts;
  if (parts.length !== 5) return `${parts.length} parts in place of 5`;
  if (encryptedKey !== '') return 'an encrypted key, which direct encryption has not';
  const header = headerOf(first);
  if (header === undefined) return 'a protected header that is no JSON object';
  if (header.alg !== 'dir' || header.enc !== 'A256GCM')
    return `alg ${JSON.stringify(header.alg)} and enc ${JSON.stringify(header.enc)}`;
  const octets = Buffer.from(tag, 'base64url');
  if (octets.length !== 16) return `a tag of ${octets.length} octets`;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'));
    decipher.setAAD(Buffer.from(first, 'ascii'));
    decipher.setAuthTag(octets);
    const opened = [decipher.update(Buffer.from(ciphertext, 'base64url')), decipher.final()];
    return { header, plaintext: Buffer.concat(opened).toString('utf8') };
  } catch {
    return 'what the key of the session does not open';
  }
}

function headerOf(part: string): { readonly [name: string]: unknown } | undefined {
  try {
    const header: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isRecord(header) ? header : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

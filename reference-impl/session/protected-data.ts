import { base64url, CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';

/**
 * The protected data of a session: JWE in compact serialization, `dir` with `A256GCM`. It knows octets and headers, not
 * who may send what. The only place that knows the library.
 * @see docs/profiles/service-sessions.md, RFC 7516 3.1, RFC 7518 4.5 and 5.3
 */
export interface ProtectedHeader {
  readonly sessionID: string;
  /** AE-ID of the sender, SP-relative. */
  readonly sender: string;
  /** From 1 on, one more with every update of the sender in the session. */
  readonly sequence: number;
}

export interface ProtectedData {
  readonly header: ProtectedHeader;
  readonly plaintext: Uint8Array;
}

/** What opened a text, or why it could not be opened. */
export type Opened = { readonly ok: true; readonly data: ProtectedData } | NotOpened;

export interface NotOpened {
  readonly ok: false;
  readonly why: string;
}

/** Octets of a session key. */
export const KEY_OCTETS = 32;
/** Octets of an initialization vector of GCM; one never serves twice with the same key. */
export const VECTOR_OCTETS = 12;
/** Characters of a protected text at most. */
const LONGEST_TEXT = 1024 * 1024;

const ALGORITHM = 'dir';
const ENCRYPTION = 'A256GCM';

/** The octets of a key in base64url, or `undefined` where it is none of 256 bits. */
export function readKey(key: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]{43}$/.test(key)) return undefined;
  const octets = base64url.decode(key);
  return octets.length === KEY_OCTETS && base64url.encode(octets) === key ? octets : undefined;
}

export function writeKey(octets: Uint8Array): string {
  return base64url.encode(octets);
}

/** @throws where the key is none of 256 bits, or the vector none of 96. */
export function protect(key: string, data: ProtectedData, vector: Uint8Array): Promise<string> {
  const octets = readKey(key);
  if (octets === undefined) throw new TypeError('The key of a session has 256 bits, in base64url.');
  const { sessionID, sender, sequence } = data.header;
  return new CompactEncrypt(data.plaintext)
    .setProtectedHeader({ alg: ALGORITHM, enc: ENCRYPTION, sid: sessionID, iss: sender, seq: sequence })
    .setInitializationVector(vector)
    .encrypt(octets);
}

/** Never rejects: whatever is not exactly what the profile demands is not opened. */
export async function open(key: string, text: string): Promise<Opened> {
  const octets = readKey(key);
  if (octets === undefined) return notOpened('the key is none of 256 bits');
  if (text.length > LONGEST_TEXT) return notOpened(`it has more than ${LONGEST_TEXT} characters`);
  const header = readHeader(text);
  if (!('sessionID' in header)) return header;
  try {
    const options = { keyManagementAlgorithms: [ALGORITHM], contentEncryptionAlgorithms: [ENCRYPTION] };
    const { plaintext } = await compactDecrypt(text, octets, options);
    return { ok: true, data: { header, plaintext } };
  } catch {
    return notOpened('it cannot be opened with the key of the session');
  }
}

function readHeader(text: string): ProtectedHeader | NotOpened {
  const header = headerIn(text);
  if (header === undefined) return notOpened('it is no JWE in compact serialization');
  const { alg, enc, zip, crit, sid, iss, seq } = header;
  if (alg !== ALGORITHM) return notOpened(`"alg" is ${shown(alg)}, not "${ALGORITHM}"`);
  if (enc !== ENCRYPTION) return notOpened(`"enc" is ${shown(enc)}, not "${ENCRYPTION}"`);
  if (zip !== undefined || crit !== undefined) return notOpened('"zip" and "crit" are not used');
  if (typeof sid !== 'string' || typeof iss !== 'string') return notOpened('"sid" or "iss" is missing');
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 1) {
    return notOpened(`"seq" is ${shown(seq)}, not a whole number above 0`);
  }
  return { sessionID: sid, sender: iss, sequence: seq };
}

function headerIn(text: string): { readonly [name: string]: unknown } | undefined {
  if (text.split('.').length !== 5) return undefined;
  try {
    return decodeProtectedHeader(text);
  } catch {
    return undefined;
  }
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'missing').slice(0, 40);
}

function notOpened(why: string): NotOpened {
  return { ok: false, why };
}

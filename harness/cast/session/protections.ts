import { createCipheriv, createHash } from 'node:crypto';
import type { AttributeValue } from '../../../protocol/model/attribute-value';
import { compactJwe } from './protected-data';

/** What a sender of protected data has. */
export interface Sender {
  readonly key: Buffer;
  readonly sessionID: string;
  readonly issuer: string;
  readonly sequence: number;
  /** Different for each text that is made. */
  readonly seed: string;
}

/** Makes protected data of what a sender has: by the book, or wrong in one way. */
export type Protection = (sender: Sender) => AttributeValue;

/** Octets of a test, the same in each run and of no use to anybody else. */
export function octetsFrom(seed: string, count = 32): Buffer {
  return createHash('sha256').update(seed).digest().subarray(0, count);
}

export const byTheBook: Protection = (sender) => protectedText(sender);

export const withHeader =
  (changes: { readonly [name: string]: unknown }): Protection =>
  (sender) =>
    protectedText(sender, { header: { ...headerOf(sender), ...changes } });

export const withoutHeader =
  (name: string): Protection =>
  (sender) => {
    const header = Object.entries(headerOf(sender)).filter(([key]) => key !== name);
    return protectedText(sender, { header: Object.fromEntries(header) });
  };

export const ofBytes =
  (count: number): Protection =>
  (sender) =>
    protectedText(sender, { plaintext: 'x'.repeat(count) });

/** What goes wrong with protected data, by the words that scenarios have for it. */
export const PROTECTIONS: { readonly [words: string]: Protection } = {
  'without an algorithm': (sender) => {
    const [, , iv = '', ciphertext = ''] = protectedText(sender).split('.');
    const header = { ...headerOf(sender), alg: 'none' };
    return [encoded(JSON.stringify(header)), '', iv, ciphertext, ''].join('.');
  },
  'with the algorithm "A256KW"': (sender) => {
    const key = octetsFrom(`content key ${sender.seed}`);
    const wrap = createCipheriv('id-aes256-wrap', sender.key, Buffer.alloc(8, 0xa6));
    const encryptedKey = Buffer.concat([wrap.update(key), wrap.final()]);
    return protectedText(sender, { header: { ...headerOf(sender), alg: 'A256KW' }, key, encryptedKey });
  },
  'with the encryption "A128GCM"': (sender) =>
    protectedText(sender, {
      header: { ...headerOf(sender), enc: 'A128GCM' },
      key: sender.key.subarray(0, 16),
    }),
  'encrypted with another key': (sender) =>
    protectedText(sender, { key: octetsFrom(`another key ${sender.seed}`) }),
  'encrypted with a key of 128 bits': (sender) => protectedText(sender, { key: sender.key.subarray(0, 16) }),
  'of another session': (sender) =>
    withHeader({ sid: octetsFrom(`another session ${sender.seed}`, 24).toString('base64url') })(sender),
  'of another sender': withHeader({ iss: '/nowhere/Cnobody' }),
  'without sid': withoutHeader('sid'),
  'without iss': withoutHeader('iss'),
  'without seq': withoutHeader('seq'),
  'with a changed tag': (sender) => {
    const parts = protectedText(sender).split('.');
    const tag = Buffer.from(parts[4] ?? '', 'base64url').map((octet, at) => (at === 0 ? octet ^ 1 : octet));
    return [...parts.slice(0, 4), Buffer.from(tag).toString('base64url')].join('.');
  },
  'with a changed header': (sender) => {
    const [, ...rest] = protectedText(sender).split('.');
    const header = { ...headerOf(sender), seq: sender.sequence + 1 };
    return [encoded(JSON.stringify(header)), ...rest].join('.');
  },
  'in four parts': (sender) => protectedText(sender).split('.').slice(0, 4).join('.'),
  'in JSON serialization': (sender) => {
    const [head, , iv, ciphertext, tag] = protectedText(sender).split('.');
    return JSON.stringify({ protected: head, iv, ciphertext, tag });
  },
  'that is no JWE': () => 'hello',
  'that is empty': () => '',
  'that is a number': () => 5,
};

function headerOf({ sessionID, issuer, sequence }: Sender): { readonly [name: string]: unknown } {
  return { alg: 'dir', enc: 'A256GCM', sid: sessionID, iss: issuer, seq: sequence };
}

type Changes = Partial<Parameters<typeof compactJwe>[0]>;

function protectedText(sender: Sender, changes: Changes = {}): string {
  const { key, sequence, seed } = sender;
  const plaintext = `reading ${sequence}`;
  return compactJwe({ header: headerOf(sender), key, plaintext, seed, ...changes });
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}

import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { TlsIdentity } from '../links/http-server';
import { ConfigError } from './config-error';

export interface TlsFiles {
  readonly tlsKey?: string;
  readonly tlsCert?: string;
}

/** Key and certificate of a listener; none where neither is named. Throws a ConfigError where they are of no use. */
export function loadTlsIdentity({ tlsKey, tlsCert }: TlsFiles): TlsIdentity | undefined {
  if (tlsKey === undefined && tlsCert === undefined) return undefined;
  if (tlsKey === undefined) throw unusable('--tls-key', 'a certificate is of no use without its key');
  if (tlsCert === undefined) throw unusable('--tls-cert', 'a key is of no use without its certificate');
  const identity = { key: contentOf(tlsKey), certificate: contentOf(tlsCert) };
  try {
    createSecureContext({ key: identity.key, cert: identity.certificate });
  } catch (error) {
    throw unusable(`${tlsKey}, ${tlsCert}`, `they are no key and its certificate (${messageOf(error)})`);
  }
  return identity;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unusable(file, messageOf(error));
  }
}

function unusable(where: string, message: string): ConfigError {
  const advice = 'give --tls-key and --tls-cert, both files in PEM';
  return new ConfigError('TLS cannot be spoken', [{ where, path: '', message, advice }]);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

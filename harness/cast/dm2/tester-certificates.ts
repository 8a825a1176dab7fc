import { join } from 'node:path';
import { loadTlsIdentity } from '../../config/load-tls-identity';
import type { TlsIdentity } from '../../links/http-server';

/** Certificates that a client must not accept: not signed by an authority that it trusts, or issued to somebody else. */
export const WRONG_CERTIFICATES = ['unknown-authority', 'other-name'] as const;

export type WrongCertificate = (typeof WRONG_CERTIFICATES)[number];

/** From the folder that a target file names. Throws a ConfigError where it is not there. @see dm2.md 9 */
export function loadTesterCertificate(
  folder: string,
  name: WrongCertificate | 'good',
): TlsIdentity | undefined {
  return loadTlsIdentity({ tlsKey: join(folder, `${name}.key`), tlsCert: join(folder, `${name}.crt`) });
}

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Keys and certificates for tests on this machine, made by the openssl command: those of the testers as
 * `dm2.testerCertificates` of a target file wants them, and `authority.crt`, whom both sides are to trust. They are good
 * for two days and for nothing else.
 */
export function makeCertificates(folder: string): void {
  const here = 'IP:127.0.0.1,DNS:localhost';
  for (const name of ['authority', 'nobody']) makeAuthority(folder, name);
  sign(folder, 'authority', { name: 'good', subject: here });
  sign(folder, 'nobody', { name: 'unknown-authority', subject: here });
  sign(folder, 'authority', { name: 'other-name', subject: 'DNS:somebody-else.example' });
}

function makeAuthority(folder: string, name: string): void {
  openssl(folder, ['req', '-x509', ...DAYS, ...keyAs(name), '-out', `${name}.crt`, '-subj', `/CN=${name}`]);
}

interface Wanted {
  readonly name: string;
  /** Whom it vouches for, as subjectAltName. */
  readonly subject: string;
}

function sign(folder: string, authority: string, { name, subject }: Wanted): void {
  openssl(folder, ['req', ...keyAs(name), '-out', `${name}.csr`, '-subj', `/CN=${name}`]);
  writeFileSync(join(folder, `${name}.ext`), `subjectAltName=${subject}\nextendedKeyUsage=serverAuth\n`);
  const by = ['-CA', `${authority}.crt`, '-CAkey', `${authority}.key`, '-CAcreateserial'];
  const files = ['-in', `${name}.csr`, '-out', `${name}.crt`, '-extfile', `${name}.ext`];
  openssl(folder, ['x509', '-req', ...DAYS, ...by, ...files]);
}

/** Nothing in node makes certificates. */
const OPENSSL: string = 'openssl';

const DAYS = ['-days', '2'];

function keyAs(name: string): readonly string[] {
  return ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', `${name}.key`];
}

function openssl(folder: string, words: readonly string[]): void {
  execFileSync(OPENSSL, words, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
}

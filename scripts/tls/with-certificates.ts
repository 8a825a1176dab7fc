/**
 * Runs a command with certificates that were made for it, and removes them:
 *
 *   with-certificates.ts -- <command> [argument...]
 *
 * The folder is in FLOWPROOF_TLS, and the command and all that it starts trust its authority (NODE_EXTRA_CA_CERTS). Ends
 * with the command's exit code, and with 69 where the openssl command cannot make certificates.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../run-command';
import { makeCertificates } from './make-certificates';

const USAGE_EXIT_CODE = 64;
const UNAVAILABLE_EXIT_CODE = 69;

async function main([separator, ...command]: readonly string[]): Promise<number> {
  if (separator !== '--' || command.length === 0) {
    console.error('Usage: with-certificates.ts -- <command> [argument...]');
    return USAGE_EXIT_CODE;
  }
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-tls-'));
  try {
    if (!areMade(folder)) return UNAVAILABLE_EXIT_CODE;
    const NODE_EXTRA_CA_CERTS = join(folder, 'authority.crt');
    return await runCommand(command, { ...process.env, FLOWPROOF_TLS: folder, NODE_EXTRA_CA_CERTS });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function areMade(folder: string): boolean {
  try {
    makeCertificates(folder);
    return true;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.error(`No certificates for TLS (${why}); install the openssl command.`);
    return false;
  }
}

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

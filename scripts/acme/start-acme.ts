/**
 * Runs the ACME CSE, an independent open implementation, as an external target:
 *
 *   start-acme.ts [--port <port>] [-- <command> [argument...]]
 *
 * Installs the pinned version into .venv/acme where it is not there yet, starts it on loopback, prints its address
 * once it answers, runs the command with ACME_URL set, and stops what it started. Without a command it stays until it
 * is told to end, so that a target file can launch it. Ends with the command's exit code, 69 where the package index
 * cannot be reached, and 70 where ACME cannot be installed or started.
 */
import { once } from 'node:events';
import { type AcmeProcess, startAcme } from './acme-process';
import { installAcme } from './install-acme';
import { runCommand } from './run-command';
import { StartFailure } from './start-failure';

const USAGE_EXIT_CODE = 64;

interface Wanted {
  readonly port: number;
  readonly command: readonly string[];
}

/** `undefined` where the arguments make no sense. */
function wantedFrom(words: readonly string[]): Wanted | undefined {
  const split = words.includes('--') ? words.indexOf('--') : words.length;
  const [option, value, ...rest] = words.slice(0, split);
  const command = words.slice(split + 1);
  if (option === undefined) return { port: 0, command };
  const port = Number(value);
  const valid =
    option === '--port' && rest.length === 0 && Number.isInteger(port) && port >= 0 && port <= 65_535;
  return valid ? { port, command } : undefined;
}

async function run(wanted: Wanted): Promise<number> {
  const python = await installAcme();
  const acme = await startAcme(python, wanted.port);
  console.log(`ACME is listening on ${acme.url}`);
  try {
    return wanted.command.length > 0 ? await commandBeside(acme, wanted.command) : await untilToldToEnd(acme);
  } finally {
    await acme.stop();
  }
}

/** The command's exit code. A signal to end reaches the command as well; ACME is stopped after it in any case. */
async function commandBeside(acme: AcmeProcess, command: readonly string[]): Promise<number> {
  const keepOn = () => undefined;
  process.on('SIGINT', keepOn).on('SIGTERM', keepOn);
  return runCommand(command, { ...process.env, ACME_URL: acme.url });
}

async function untilToldToEnd(acme: AcmeProcess): Promise<number> {
  const told = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]).then(() => undefined);
  const how = await Promise.race([told, acme.died]);
  if (how === undefined) return 0;
  console.error(`ACME ended by itself (${how}).`);
  return StartFailure.EXIT_CODE;
}

async function main(): Promise<number> {
  const wanted = wantedFrom(process.argv.slice(2));
  if (wanted === undefined) {
    console.error('Usage: start-acme.ts [--port <0 to 65535>] [-- <command> [argument...]]');
    return USAGE_EXIT_CODE;
  }
  try {
    return await run(wanted);
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    console.error(error.message);
    return error.exitCode;
  }
}

main().then((code) => {
  process.exitCode = code;
});

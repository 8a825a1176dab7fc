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
import { runCommand } from '../run-command';
import { StartFailure } from '../start-failure';
import { type AcmeProcess, startAcme } from './acme-process';
import { installAcme } from './install-acme';

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
  const end = toldToEnd();
  const python = await installAcme();
  const acme = await startAcme(python, wanted.port, end);
  console.log(`ACME is listening on ${acme.url}`);
  try {
    return wanted.command.length > 0
      ? await runCommand(wanted.command, { ...process.env, ACME_URL: acme.url })
      : await untilToldToEnd(acme, end);
  } finally {
    await acme.stop();
  }
}

/** Aborts on a signal to end, which from now on ends nothing by itself: what was started has to be stopped first. */
function toldToEnd(): AbortSignal {
  const told = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => told.abort());
  return told.signal;
}

async function untilToldToEnd(acme: AcmeProcess, end: AbortSignal): Promise<number> {
  const told = once(end, 'abort').then(() => undefined);
  const how = end.aborted ? undefined : await Promise.race([told, acme.died]);
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

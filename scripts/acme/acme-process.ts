import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartFailure } from '../start-failure';

const CONFIGURATION = resolve(__dirname, '../../fixtures/targets/acme/acme.ini');
const START_MILLISECONDS = 30_000;
const STOP_MILLISECONDS = 5_000;
const POLL_MILLISECONDS = 100;

export interface AcmeProcess {
  readonly url: string;
  /** Becomes how it ended, if it does so before it is stopped. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

/** Starts ACME with a folder of its own, in memory, on loopback; `port` 0 takes a free one. `end` calls the start off. */
export async function startAcme(python: string, port: number, end: AbortSignal): Promise<AcmeProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'acme-'));
  const free = port === 0 ? await freePort() : port;
  writeFileSync(
    join(folder, 'acme.ini'),
    readFileSync(CONFIGURATION, 'utf8').replaceAll('{port}', String(free)),
  );
  const words = ['-m', 'acmecse', '--config', 'acme.ini', '--base-directory', folder];
  // With --headless ACME keeps even its configuration errors to itself; acme.ini says headless after they are read.
  const child = spawn(python, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const died = new Promise<string>((tell) => {
    child.once('error', (error) => tell(error.message));
    child.once('exit', (code, signal) => tell(signal ?? `exit code ${code}`));
  });
  const output = outputTail(child);
  const url = `http://127.0.0.1:${free}`;
  const stop = () => stopChild(child, folder);
  const outcome = await Promise.race([answers(url, end), died]);
  if (outcome === undefined) return { url, died, stop };
  await stop();
  throw new StartFailure(`${output()}\nACME did not start on ${url}: ${outcome}.`);
}

/** The last words of the program, for the message when it fails. */
function outputTail(child: ChildProcess): () => string {
  let tail = '';
  const keep = (chunk: Buffer) => {
    tail = (tail + chunk.toString('utf8')).slice(-4000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => tail.trim();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Settles once the CSEBase can be retrieved; becomes the reason where it cannot be in time. */
async function answers(url: string, end: AbortSignal): Promise<string | undefined> {
  const headers = { 'X-M2M-Origin': 'CAdmin', 'X-M2M-RI': 'start', 'X-M2M-RVI': '3' };
  for (let waited = 0; waited < START_MILLISECONDS; waited += POLL_MILLISECONDS) {
    const answer = await fetch(`${url}/cse-in`, { headers }).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.headers.get('x-m2m-rsc') === '2000') return undefined;
    if (end.aborted) return 'told to end before it answered';
    await pause(POLL_MILLISECONDS);
  }
  return `no answer within ${START_MILLISECONDS / 1000} s`;
}

async function stopChild(child: ChildProcess, folder: string): Promise<void> {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const late = pause(STOP_MILLISECONDS, 'late', { ref: false });
    if ((await Promise.race([ended, late])) === 'late') child.kill('SIGKILL');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}

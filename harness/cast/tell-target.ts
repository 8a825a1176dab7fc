import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { packageRoot } from '../config/package-root';
import type { Trigger } from '../config/trigger';
import { type Link, LinkFailure } from '../links/link';
import { Inconclusive } from '../verdict/deviation';
import { realTime } from './real-time';
import type { TestTime } from './test-time';

/** How a target is told what to do, and how long it has to take that. */
export interface Telling {
  readonly trigger: Trigger;
  readonly link: Link;
  readonly limit: number;
  /** The wall clock where it is left out. */
  readonly time?: Pick<TestTime, 'settle'>;
}

/**
 * Tells a target by the trigger of its target file: a POST of JSON, or the same text on the standard input of a command.
 * What goes wrong with that leaves the scenario open: the target was never put to the test.
 */
export function tellTarget(telling: Telling, message: unknown): Promise<void> {
  const { trigger, limit } = telling;
  const body = JSON.stringify(message);
  if ('command' in trigger) return tellByCommand(trigger.command, body, limit);
  const headers = { 'Content-Type': 'application/json' };
  return tellByHttp(telling, new Request(trigger.url, { method: 'POST', headers, body }));
}

async function tellByHttp({ link, limit, time = realTime }: Telling, request: Request): Promise<void> {
  const { url } = request;
  const answer = await time.settle(link.send(request), limit).catch(untold);
  if (answer === undefined) throw new Inconclusive(`the trigger ${url} did not answer within ${limit} ms`);
  if (answer.ok) return;
  const said = (await answer.text()).trim().slice(0, 200);
  throw new Inconclusive(`the trigger ${url} answered HTTP ${answer.status} ${said}`);
}

function untold(failure: unknown): never {
  if (!(failure instanceof LinkFailure)) throw failure;
  throw new Inconclusive(`the target could not be told: ${failure.message}`);
}

async function tellByCommand(
  [command = '', ...args]: readonly string[],
  input: string,
  limit: number,
): Promise<void> {
  const program = spawn(command, args, { cwd: packageRoot, stdio: ['pipe', 'ignore', 'pipe'] });
  // A program that does not read its input breaks the pipe; how it ended says more.
  program.stdin.on('error', () => undefined).end(input);
  const complaint = text(program.stderr).catch(() => '');
  const ended = new Promise<string>((resolve) => {
    program.once('error', (error) => resolve(error.message));
    program.once('close', (code) => resolve(code === 0 ? '' : `it ended with ${code ?? 'a signal'}`));
  });
  const why = await realTime.settle(ended, limit);
  if (why === '') return;
  program.kill('SIGKILL');
  const said =
    why === undefined
      ? `it did not end within ${limit} ms`
      : `${why} ${(await complaint).trim().slice(-200)}`;
  throw new Inconclusive(`the trigger ${command} failed: ${said.trim()}`);
}

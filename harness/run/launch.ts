import { type ChildProcess, spawn } from 'node:child_process';
import { realTime } from '../cast/real-time';
import { ConfigError } from '../config/config-error';
import { dm2At } from '../config/dm2';
import { managementAt } from '../config/management';
import { packageRoot } from '../config/package-root';
import type { Launch, Target } from '../config/target';
import { triggerAt } from '../config/trigger';

/** A target that this process started. */
export interface LaunchedTarget {
  /** The target with the address that it said it listens on. */
  readonly target: Target;
  stop(): Promise<void>;
}

/** How long a program may take to end by itself after it was asked to. */
const PATIENCE = 3000;
const KEPT_OUTPUT = 4000;

/**
 * Starts the program of a target and waits until it says that it is ready. It is stopped by its process identifier, and
 * also where this process ends early. Throws a ConfigError where it does not become ready.
 */
export async function launchTarget(target: Target, launch: Launch): Promise<LaunchedTarget> {
  const ready = readyPattern(target, launch);
  const program = startProgram(launch);
  const leave = (): void => signal(program, 'SIGKILL');
  process.once('exit', leave);
  const stop = async (): Promise<void> => {
    await stopProgram(program);
    process.off('exit', leave);
  };
  const said = await realTime.settle(announcement(program, ready), launch.timeout);
  if (said?.url !== undefined) {
    return { target: targetAt(target, said.url), stop };
  }
  await stop();
  throw notReady(target, launch, said?.why ?? `it did not say /${launch.ready}/ within ${launch.timeout} ms`);
}

/** The target once its address is known; what is a path is found there too. */
export function targetAt(target: Target, address: string): Target {
  const launched = { ...target, cse: { ...target.cse, url: address.replace(/\/+$/, '') } };
  const { application, management, dm2 } = target;
  return {
    ...launched,
    ...(application && {
      application: { ...application, trigger: triggerAt(application.trigger, address) },
    }),
    ...(management && { management: managementAt(management, address) }),
    ...(dm2 && { dm2: dm2At(dm2, address) }),
  };
}

interface Announcement {
  readonly url?: string;
  readonly why?: string;
}

/** A process group of its own, so that what the program starts in turn is stopped with it. */
function startProgram(launch: Launch): ChildProcess {
  const [command = '', ...args] = launch.command;
  const isGroup = process.platform !== 'win32';
  return spawn(command, args, { cwd: packageRoot, stdio: ['ignore', 'pipe', 'pipe'], detached: isGroup });
}

function announcement(program: ChildProcess, ready: RegExp): Promise<Announcement> {
  return new Promise((resolve) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-KEPT_OUTPUT);
      const match = ready.exec(output);
      if (match) resolve({ url: match[1] ?? '' });
    };
    program.stdout?.on('data', read);
    program.stderr?.on('data', read);
    program.once('error', (error) => resolve({ why: error.message }));
    program.once('close', (code) =>
      resolve({ why: `it ended with ${code ?? 'a signal'}: ${lastLines(output)}` }),
    );
  });
}

async function stopProgram(program: ChildProcess): Promise<void> {
  if (program.pid === undefined || program.exitCode !== null || program.signalCode !== null) return;
  const ended = new Promise<true>((resolve) => program.once('exit', () => resolve(true)));
  signal(program, 'SIGTERM');
  if (await realTime.settle(ended, PATIENCE)) return;
  signal(program, 'SIGKILL');
  await realTime.settle(ended, PATIENCE);
}

function signal(program: ChildProcess, name: NodeJS.Signals): void {
  if (program.pid === undefined) return;
  try {
    if (process.platform === 'win32') program.kill(name);
    else process.kill(-program.pid, name);
  } catch {
    // It has ended by itself in the meantime.
  }
}

function readyPattern(target: Target, launch: Launch): RegExp {
  try {
    return new RegExp(launch.ready, 'm');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const problem = { where: target.name, path: 'launch.ready', message: reason };
    throw new ConfigError('The target cannot be launched', [problem]);
  }
}

function notReady(target: Target, launch: Launch, why: string): ConfigError {
  const message = `${launch.command.join(' ')}: ${why}`;
  const advice = 'run the command by hand and compare its output with launch.ready';
  return new ConfigError('The target could not be launched', [
    { where: target.name, path: 'launch', message, advice },
  ]);
}

function lastLines(output: string): string {
  return output.trim().split('\n').slice(-3).join(' | ') || 'it printed nothing';
}

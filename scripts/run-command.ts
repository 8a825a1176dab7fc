import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { StartFailure } from './start-failure';

/** Runs a command on this terminal to its end and answers its exit code, as a shell would count it. */
export function runCommand(command: readonly string[], env = process.env): Promise<number> {
  const [program = '', ...words] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { env, stdio: 'inherit' });
    const passOn = (signal: NodeJS.Signals) => void child.kill(signal);
    process.on('SIGTERM', passOn);
    child.on('error', (error) => reject(new StartFailure(`Cannot run ${program}: ${error.message}`)));
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', passOn);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

export interface CommandOutput {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a command to its end and answers what it wrote; code null where it could not even start. */
export function outputOf(program: string, words: readonly string[]): Promise<CommandOutput> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

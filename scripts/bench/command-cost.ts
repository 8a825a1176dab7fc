import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMMAND = 'dist/harness/cli/main.js';

export interface CommandCost {
  /** From the start of the process to the first line that `awaited` matches. */
  readonly milliseconds: number;
  /** What the command itself says it took, where it says so: `(3.1 s)`. */
  readonly said: string | undefined;
}

/**
 * Runs the compiled command to its end and measures when it first said something. How it ended is no matter here, as
 * long as it said what was awaited.
 */
export function commandCost(words: readonly string[], awaited: RegExp): Promise<CommandCost> {
  const start = process.hrtime.bigint();
  const child = spawn(process.execPath, [COMMAND, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  let milliseconds: number | undefined;
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (awaited.test(output)) milliseconds ??= Number(process.hrtime.bigint() - start) / 1e6;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (milliseconds !== undefined) {
        resolve({ milliseconds, said: /((?:\d+ min )?[\d.]+ m?s)\)/.exec(output)?.[1] });
      } else {
        const last = output.trim().split('\n').slice(-3).join(' | ');
        reject(new Error(`${COMMAND} ${words.join(' ')} ended with ${code}, after: ${last}`));
      }
    });
  });
}

/** Runs `measure` with a folder for reports that is gone afterwards. */
export async function withReportFolder<T>(measure: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-bench-'));
  try {
    return await measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { spawn } from 'node:child_process';

/**
 * Runs npm scripts at the same time and prints what each said when it ends, one after the other. The scripts that wait
 * for real time cost little work, so they fit beside those that work. Fails when one of them does.
 */

/** Scenarios and property tests make much that dies young: with room for it, less of it is copied before it dies. */
const ROOM = '--max-semi-space-size=64';

interface Finished {
  readonly script: string;
  readonly code: number;
  readonly output: string;
  readonly seconds: number;
}

function run(script: string): Promise<Finished> {
  const startedAt = process.hrtime.bigint();
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} ${ROOM}` };
    const child = spawn('npm', ['run', '--silent', script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => output.push(part));
    child.stderr.on('data', (part: Buffer) => output.push(part));
    child.on('error', (error) => output.push(Buffer.from(String(error))));
    child.on('close', (code) => {
      const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
      resolve({ script, code: code ?? 1, output: Buffer.concat(output).toString('utf8'), seconds });
    });
  });
}

async function main(scripts: readonly string[]): Promise<void> {
  const all = scripts.map(async (script) => {
    const finished = await run(script);
    const outcome = finished.code === 0 ? 'passed' : `failed with exit code ${finished.code}`;
    process.stdout.write(`\n> npm run ${script}\n${finished.output}`);
    process.stdout.write(`npm run ${script}: ${outcome} after ${finished.seconds.toFixed(1)} s\n`);
    return finished.code;
  });
  const codes = await Promise.all(all);
  process.exitCode = codes.find((code) => code !== 0) ?? 0;
}

void main(process.argv.slice(2));

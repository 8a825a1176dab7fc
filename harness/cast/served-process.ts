import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageRoot } from '../config/package-root';

/** The server as people start it, in a process of its own that can be killed without warning. */
export interface ServedProcess {
  readonly address: string;
  end(signal: NodeJS.Signals): Promise<void>;
}

const children = new Set<ChildProcess>();
let compiled: Promise<string> | undefined;

/** `flowproof serve cse` with these options, at a free port, once it listens. */
export async function serveProcess(options: readonly string[]): Promise<ServedProcess> {
  compiled ??= isBuilt() ? Promise.resolve(mainOf(packageRoot)) : compile();
  const command = [await compiled, 'serve', 'cse', '--port', '0', ...options];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  const exit = once(child, 'exit').then(() => children.delete(child));
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^listening on (\S+)$/.exec(line)?.[1];
    if (address === undefined) continue;
    const end = async (signal: NodeJS.Signals): Promise<void> => {
      child.kill(signal);
      await exit;
    };
    return { address, end };
  }
  throw new Error(`flowproof ${command.slice(1).join(' ')} ended before it listened; its output says why.`);
}

/** Ends whatever a test that failed has left running. */
export function killServedProcesses(): void {
  for (const child of children) child.kill('SIGKILL');
}

function mainOf(root: string): string {
  return join(root, 'dist', 'harness', 'cli', 'main.js');
}

/** True where dist/ holds every source of the command as it is now. */
function isBuilt(): boolean {
  return ['protocol', 'reference-impl', 'harness'].every((folder) =>
    readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.(?:test|contract|d)|-bed)\.ts$/.test(file))
      .every((file) => {
        const source = join(packageRoot, folder, file);
        const output = join(packageRoot, 'dist', folder, file.replace(/ts$/, 'js'));
        return existsSync(output) && statSync(output).mtimeMs > statSync(source).mtimeMs;
      }),
  );
}

/**
 * The sources as they are now, compiled once for all processes where dist/ is older: a process that compiles its own
 * takes many times as long to start. Answers the file to start.
 */
async function compile(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-compiled-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['package.json', 'node_modules'])
    symlinkSync(join(packageRoot, name), join(folder, name));
  const compiler = join(packageRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  const project = join(packageRoot, 'tsconfig.build.json');
  const child = spawn(process.execPath, [compiler, '-p', project, '--outDir', join(folder, 'dist')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await once(child, 'exit');
  const main = mainOf(folder);
  if (!existsSync(main))
    throw new Error(`${project} could not be compiled into ${folder}; run npm run build.`);
  return main;
}

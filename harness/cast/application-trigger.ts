import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { encodeApplicationTrigger } from '../../protocol/codec/application-trigger';
import { packageRoot } from '../config/package-root';
import type { Target } from '../config/target';
import { type Link, LinkFailure } from '../links/link';
import { Inconclusive } from '../verdict/deviation';
import type { ApplicationUnderTest } from './application';
import { realTime } from './real-time';

/**
 * An application outside this process, told by the trigger of its target file. What goes wrong with the trigger leaves
 * the scenario open: the application was never put to the test. @see docs/profiles/application-trigger.md
 */
export function applicationOutside(target: Target, link: Link): ApplicationUnderTest {
  const trigger = target.application?.trigger;
  if (trigger === undefined) throw new Error(`${target.name}: the target file has no application.trigger`);
  const limit = target.ixit.responseTimeout;
  return 'url' in trigger ? toldByHttp(trigger.url, link, limit) : toldByCommand(trigger.command, limit);
}

function toldByHttp(url: string, link: Link, limit: number): ApplicationUnderTest {
  return {
    async tell(trigger) {
      const answer = await realTime
        .settle(link.send(encodeApplicationTrigger(url, trigger)), limit)
        .catch(untold);
      if (answer === undefined)
        throw new Inconclusive(`the trigger ${url} did not answer within ${limit} ms`);
      if (answer.ok) return;
      const said = (await answer.text()).trim().slice(0, 200);
      throw new Inconclusive(`the trigger ${url} answered HTTP ${answer.status} ${said}`);
    },
  };
}

function untold(failure: unknown): never {
  if (!(failure instanceof LinkFailure)) throw failure;
  throw new Inconclusive(`the application could not be told: ${failure.message}`);
}

function toldByCommand([command = '', ...args]: readonly string[], limit: number): ApplicationUnderTest {
  return {
    async tell(trigger) {
      const program = spawn(command, args, { cwd: packageRoot, stdio: ['pipe', 'ignore', 'pipe'] });
      // A program that does not read its input breaks the pipe; how it ended says more.
      program.stdin.on('error', () => undefined).end(JSON.stringify(trigger));
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
    },
  };
}

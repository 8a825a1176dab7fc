import { performance } from 'node:perf_hooks';
import type { Body, CollectedTest, Suite, TestContext } from './collected-tests';
import { suitesOf } from './collected-tests';

/**
 * Runs collected tests one after the other, with the hooks of the suites that they are in. It knows nothing of mutants;
 * whoever asks is told as a test begins and ends.
 */
export interface TestRun {
  readonly id: string;
  readonly file: string;
  readonly milliseconds: number;
  readonly failure?: string;
  /** It neither ended nor failed within its time. Whatever it was doing may still go on. */
  readonly hung?: boolean;
}

const REST_MILLISECONDS = 600;
const RESTING = 0.05;

export interface RunOrder {
  readonly tests: readonly CollectedTest[];
  readonly limitMilliseconds: number;
  readonly bail: boolean;
  readonly begins: (test: CollectedTest) => void;
  readonly ended: () => void;
}

export async function runTests(order: RunOrder): Promise<TestRun[]> {
  const runs: TestRun[] = [];
  const open: Suite[] = [];
  for (const test of order.tests.filter(({ skipped }) => !skipped)) {
    order.begins(test);
    const run = await timed(test, order.limitMilliseconds, async () => {
      await enter(open, test.suite);
      await runOne(test);
    });
    order.ended();
    runs.push(run);
    if (run.hung || (order.bail && run.failure !== undefined)) break;
  }
  await leave(open, 0).catch(() => undefined);
  return runs;
}

async function timed(
  { id, file }: CollectedTest,
  limit: number,
  work: () => Promise<void>,
): Promise<TestRun> {
  const startedAt = process.hrtime.bigint();
  const milliseconds = () => Number(process.hrtime.bigint() - startedAt) / 1e6;
  let timers: NodeJS.Timeout[] = [];
  let stray: (error: unknown) => void = () => undefined;
  const others = new Promise<string>((resolve, reject) => {
    const givesUp = () => resolve('hung');
    timers = [setTimeout(givesUp, limit), whenIdle(givesUp)];
    stray = reject;
    process.on('uncaughtException', stray).on('unhandledRejection', stray);
  });
  try {
    const how = await Promise.race([work(), others]);
    return { id, file, milliseconds: milliseconds(), ...(how === 'hung' && { hung: true }) };
  } catch (error) {
    return { id, file, milliseconds: milliseconds(), failure: String(error) };
  } finally {
    for (const timer of timers) clearTimeout(timer);
    process.off('uncaughtException', stray).off('unhandledRejection', stray);
  }
}

/** No test waits in real time: one that lets the process rest for long waits for something that never comes. */
function whenIdle(then: () => void): NodeJS.Timeout {
  let before = performance.eventLoopUtilization();
  return setInterval(() => {
    const now = performance.eventLoopUtilization();
    if (performance.eventLoopUtilization(now, before).utilization < RESTING) then();
    before = now;
  }, REST_MILLISECONDS);
}

async function runOne({ body, suite }: CollectedTest): Promise<void> {
  const suites = suitesOf(suite);
  const undo: (() => unknown)[] = [];
  const context: TestContext = { after: (action) => undo.push(action) };
  for (const { beforeEach } of suites) await callAll(beforeEach, context);
  try {
    await body(context);
  } finally {
    for (const action of undo) await action();
    for (const { afterEach } of suites.toReversed()) await callAll(afterEach, context);
  }
}

/** Leaves the suites that the test is not in, and enters those that it is in. */
async function enter(open: Suite[], suite: Suite): Promise<void> {
  const wanted = suitesOf(suite);
  const shared = wanted.findIndex((one, depth) => open[depth] !== one);
  await leave(open, shared < 0 ? wanted.length : shared);
  for (const one of wanted.slice(open.length)) {
    open.push(one);
    await callAll(one.before, NO_CONTEXT);
  }
}

async function leave(open: Suite[], depth: number): Promise<void> {
  while (open.length > depth) {
    const suite = open.pop();
    if (suite !== undefined) await callAll(suite.after, NO_CONTEXT);
  }
}

async function callAll(bodies: readonly Body[], context: TestContext): Promise<void> {
  for (const body of bodies) await body(context);
}

const NO_CONTEXT: TestContext = { after: () => undefined };

import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { InstrumenterContext } from '@stryker-mutator/api/core' with { 'resolution-mode': 'import' };
import type {
  DryRunOptions,
  DryRunResult,
  MutantRunOptions,
  MutantRunResult,
  TestResult,
  TestRunner,
} from '@stryker-mutator/api/test-runner' with { 'resolution-mode': 'import' };
import type { CollectedTest } from './collected-tests';
import { collectTests, fileOfTest } from './collected-tests';
import { forgetLoadedFiles, rememberCompiledFiles, replaceModule } from './module-cache';
import type { TestRun } from './run-tests';
import { runTests } from './run-tests';

/**
 * Runs our tests for Stryker, in the process that asks, in the folder that holds the mutants. A mutant is switched on through a
 * global value that the mutated code reads. Test files are loaded anew for each mutant, since they may keep state; the
 * code under test only where the mutant acts as it is loaded.
 *
 * @see https://stryker-mutator.io/docs/stryker-js/guides/create-a-plugin/
 */
export interface NodeTestOptions {
  /** Beginnings of the paths of the test files to run. */
  readonly tests: readonly string[];
  /** Parts of the paths of those that are left out all the same. */
  readonly tooSlow: readonly string[];
}

const ROOTS = ['protocol', 'reference-impl', 'harness', 'steps', 'fixtures', 'scripts'];
/** A test that hangs is given up before Stryker gives up the process, which costs far more. */
const SHARE_OF_TIMEOUT = 0.8;

type Outcomes = typeof import('@stryker-mutator/api/test-runner', { with: { 'resolution-mode': 'import' }});

export class NodeTestRunner implements TestRunner {
  readonly #wanted: NodeTestOptions;
  readonly #collection = collectTests();
  readonly #switch: InstrumenterContext;
  #outcomes: Outcomes | undefined;
  #files: string[] = [];
  #stale = false;

  constructor(wanted: NodeTestOptions) {
    this.#wanted = wanted;
    this.#switch = {};
    Object.assign(globalThis, { __stryker__: this.#switch });
  }

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    this.#outcomes = await import('@stryker-mutator/api/test-runner');
    replaceModule('node:test', this.#collection.module);
    rememberCompiledFiles();
    this.#files = testFiles(this.#wanted);
  }

  async dryRun({ coverageAnalysis, timeout }: DryRunOptions): Promise<DryRunResult> {
    const { DryRunStatus } = this.#known();
    const tests = this.#load(this.#files);
    const runs = await this.#run(tests, { bail: false, timeout });
    const mutantCoverage = this.#switch.mutantCoverage;
    return {
      status: DryRunStatus.Complete,
      tests: runs.map((run) => this.#result(run)),
      ...(coverageAnalysis !== 'off' && mutantCoverage !== undefined && { mutantCoverage }),
    };
  }

  async mutantRun(order: MutantRunOptions): Promise<MutantRunResult> {
    const { DryRunStatus, toMutantRunResult } = this.#known();
    const { activeMutant, testFilter, mutantActivation, hitLimit } = order;
    if (order.reloadEnvironment || this.#stale) forgetLoadedFiles();
    this.#stale = false;
    const early = mutantActivation === 'static' ? activeMutant.id : undefined;
    Object.assign(this.#switch, { activeMutant: early, hitCount: 0, hitLimit });
    const runs = await this.#runMutant(order, testFilter);
    Reflect.deleteProperty(this.#switch, 'activeMutant');
    const limit = this.#hitLimitReached() ?? hungTest(runs);
    if (limit === undefined) {
      return toMutantRunResult({
        status: DryRunStatus.Complete,
        tests: runs.map((run) => this.#result(run)),
      });
    }
    this.#stale = true;
    return toMutantRunResult({ status: DryRunStatus.Timeout, reason: limit });
  }

  async #runMutant(order: MutantRunOptions, filter: readonly string[] | undefined): Promise<TestRun[]> {
    let tests: CollectedTest[];
    try {
      tests = this.#load(this.#filesOf(filter));
    } catch (error) {
      const [file = ''] = this.#files;
      return [{ id: filter?.[0] ?? file, file, milliseconds: 0, failure: String(error) }];
    }
    this.#switch.activeMutant = order.activeMutant.id;
    return this.#run(
      tests.filter(({ id }) => filter === undefined || filter.includes(id)),
      { bail: !order.disableBail, timeout: order.timeout },
    );
  }

  #run(
    tests: readonly CollectedTest[],
    { bail, timeout }: { bail: boolean; timeout: number },
  ): Promise<TestRun[]> {
    return runTests({
      tests,
      bail,
      limitMilliseconds: timeout * SHARE_OF_TIMEOUT,
      begins: ({ id }) => {
        this.#switch.currentTestId = id;
      },
      ended: () => Reflect.deleteProperty(this.#switch, 'currentTestId'),
    });
  }

  #load(files: readonly string[]): CollectedTest[] {
    return files.flatMap((file) => {
      delete require.cache[file];
      return this.#collection.collect(file, () => require(file));
    });
  }

  #filesOf(filter: readonly string[] | undefined): string[] {
    if (filter === undefined) return this.#files;
    const wanted = new Set(filter.map(fileOfTest));
    return this.#files.filter((file) => wanted.has(file));
  }

  #hitLimitReached(): string | undefined {
    const { hitCount = 0, hitLimit } = this.#switch;
    return hitLimit !== undefined && hitCount > hitLimit ? `reached ${hitCount} times` : undefined;
  }

  #result({ id, file, milliseconds, failure, hung }: TestRun): TestResult {
    const { TestStatus } = this.#known();
    const known = { id, name: id, timeSpentMs: milliseconds, fileName: file };
    const message = hung ? 'It did not end.' : failure;
    return message === undefined
      ? { ...known, status: TestStatus.Success }
      : { ...known, status: TestStatus.Failed, failureMessage: message };
  }

  #known(): Outcomes {
    if (this.#outcomes === undefined) throw new Error('Stryker calls init before anything else.');
    return this.#outcomes;
  }
}

function hungTest(runs: readonly TestRun[]): string | undefined {
  const run = runs.find(({ hung }) => hung);
  return run && `${run.id} did not end`;
}

function testFiles({ tests, tooSlow }: NodeTestOptions): string[] {
  return ROOTS.flatMap((root) => readdirSync(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => tests.some((beginning) => file.startsWith(beginning)))
    .filter((file) => !tooSlow.some((part) => file.includes(part)))
    .sort()
    .map((file) => resolve(file));
}

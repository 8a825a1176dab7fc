import { relative, resolve } from 'node:path';

/**
 * Stands in for `node:test` while mutants are tried: tests are collected, not run, so that the few that reach a mutant can be
 * run again and again in one process. It knows only what our tests use of `node:test`.
 */
export type Body = (context: TestContext) => unknown;

export interface TestContext {
  after(undo: () => unknown): void;
}

interface Options {
  readonly skip?: boolean | string;
}

export interface Suite {
  readonly name: string;
  readonly parent: Suite | undefined;
  readonly before: Body[];
  readonly after: Body[];
  readonly beforeEach: Body[];
  readonly afterEach: Body[];
}

export interface CollectedTest {
  /** The same whenever the file is loaded: file, names of suites and test, and a number where those are not unique. */
  readonly id: string;
  readonly file: string;
  readonly suite: Suite;
  readonly body: Body;
  readonly skipped: boolean;
}

type Declaration = (name: string, ...rest: readonly (Body | Options)[]) => void;
type Hook = (body: Body) => void;

/** As much of `node:test` as our tests use. */
export interface NodeTest extends Declaration {
  readonly test: Declaration;
  readonly it: Declaration;
  readonly describe: Declaration;
  readonly before: Hook;
  readonly after: Hook;
  readonly beforeEach: Hook;
  readonly afterEach: Hook;
}

export interface Collection {
  /** What `require('node:test')` is to return. */
  readonly module: NodeTest;
  /** The tests that loading a file declares. */
  collect(file: string, load: () => void): CollectedTest[];
}

export function collectTests(): Collection {
  let file = '';
  let suite = newSuite('', undefined);
  let tests: CollectedTest[] = [];

  const test: Declaration = (name, ...rest) => {
    const path = [relative(process.cwd(), file), ...suiteNames(suite), name].join(SEPARATOR);
    const twins = tests.filter(({ id }) => id === path || id.startsWith(`${path} #`)).length;
    const id = twins === 0 ? path : `${path} #${twins + 1}`;
    tests.push({ id, file, suite, body: bodyIn(rest), skipped: isSkipped(rest, suite) });
  };
  const describe: Declaration = (name, ...rest) => {
    const outer = suite;
    suite = newSuite(name, outer);
    if (isSkipped(rest, outer)) skippedSuites.add(suite);
    bodyIn(rest)({ after: noContextInSuite });
    suite = outer;
  };
  const hooks = {
    before: (body: Body) => suite.before.push(body),
    after: (body: Body) => suite.after.push(body),
    beforeEach: (body: Body) => suite.beforeEach.push(body),
    afterEach: (body: Body) => suite.afterEach.push(body),
  };
  return {
    module: Object.assign(test, { test, it: test, describe, ...hooks }),
    collect(path, load) {
      file = path;
      suite = newSuite('', undefined);
      tests = [];
      load();
      return tests;
    },
  };
}

const SEPARATOR = ' > ';
const skippedSuites = new WeakSet<Suite>();

function newSuite(name: string, parent: Suite | undefined): Suite {
  return { name, parent, before: [], after: [], beforeEach: [], afterEach: [] };
}

/** The file of a test, by its identifier: whoever runs it need not have collected it. */
export function fileOfTest(id: string): string {
  return resolve(id.split(SEPARATOR)[0] ?? id);
}

/** From the outermost suite, which is the file, to the innermost. */
export function suitesOf(suite: Suite): Suite[] {
  return suite.parent === undefined ? [suite] : [...suitesOf(suite.parent), suite];
}

function suiteNames(suite: Suite): string[] {
  return suitesOf(suite)
    .slice(1)
    .map(({ name }) => name);
}

function bodyIn(rest: readonly (Body | Options)[]): Body {
  return rest.find((part) => typeof part === 'function') ?? (() => undefined);
}

function isSkipped(rest: readonly (Body | Options)[], suite: Suite): boolean {
  const asked = rest.some((part) => typeof part === 'object' && isSkipWord(part.skip));
  return asked || suitesOf(suite).some((one) => skippedSuites.has(one));
}

function isSkipWord(skip: boolean | string | undefined): boolean {
  return skip !== undefined && skip !== false;
}

function noContextInSuite(): never {
  throw new Error('A suite has no context of its own: use the hooks of node:test.');
}

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { type CollectedTest, collectTests, fileOfTest, type NodeTest } from './collected-tests';
import { runTests, type TestRun } from './run-tests';

const FILE = join(process.cwd(), 'a/b.test.ts');

function collected(declare: (test: NodeTest) => void): CollectedTest[] {
  const { collect, module } = collectTests();
  return collect(FILE, () => declare(module));
}

async function ran(tests: readonly CollectedTest[], bail = false): Promise<readonly TestRun[]> {
  return runTests({
    tests,
    bail,
    limitMilliseconds: 60_000,
    begins: () => undefined,
    ended: () => undefined,
  });
}

describe('tests that are collected', () => {
  it('have a name of their own, which tells the file', () => {
    const tests = collected((test) => {
      test('one', () => undefined);
      test('one', () => undefined);
      test.describe('suite', () => test('one', () => undefined));
    });
    assert.deepEqual(
      tests.map(({ id }) => id),
      ['a/b.test.ts > one', 'a/b.test.ts > one #2', 'a/b.test.ts > suite > one'],
    );
    assert.equal(fileOfTest('a/b.test.ts > suite > one'), FILE);
  });

  it('are skipped as they say, or as their suite does', async () => {
    const tests = collected((test) => {
      test.describe('suite', { skip: 'no program' }, () => test('one', () => assert.fail()));
      test('two', { skip: true }, () => assert.fail());
      test('three', { skip: false }, () => undefined);
    });
    assert.deepEqual(
      (await ran(tests)).map(({ id }) => id),
      ['a/b.test.ts > three'],
    );
  });
});

describe('tests that are run', () => {
  it('run between the hooks of their suites, each entered and left once', async () => {
    const said: string[] = [];
    const say = (word: string) => () => said.push(word);
    const tests = collected((test) => {
      test.before(say('file'));
      test.after(say('end of file'));
      test.describe('suite', () => {
        test.before(say('suite'));
        test.beforeEach(say('<'));
        test.afterEach(say('>'));
        test.after(say('end of suite'));
        test('one', ({ after }) => {
          after(say('undo'));
          said.push('one');
        });
        test('two', say('two'));
      });
      test('three', say('three'));
    });
    await ran(tests);
    assert.deepEqual(said, [
      ...['file', 'suite', '<', 'one', 'undo', '>', '<', 'two', '>', 'end of suite'],
      ...['three', 'end of file'],
    ]);
  });

  it('fail where they throw or reject, after which the rest is run, or not', async () => {
    const tests = collected((test) => {
      test('good', () => undefined);
      test('throws', () => assert.equal(1, 2));
      test('rejects', () => Promise.reject(new Error('late')));
    });
    const outcomes = (runs: readonly TestRun[]) => runs.map(({ failure }) => failure !== undefined);
    assert.deepEqual(outcomes(await ran(tests)), [false, true, true]);
    assert.deepEqual(outcomes(await ran(tests, true)), [false, true]);
  });
});

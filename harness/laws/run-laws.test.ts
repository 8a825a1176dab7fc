import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { DEFAULT_CONFIG } from '../../reference-impl/cse/default-config';
import { defaultProcedures } from '../../reference-impl/cse/default-procedures';
import { deployCse } from '../../reference-impl/deploy';
import { randomIds } from '../../reference-impl/runtime/random-ids';
import { realClock } from '../../reference-impl/runtime/real-clock';
import { seededRandom } from '../../reference-impl/runtime/seeded-random';
import { loadTarget } from '../config/load-target';
import type { Target } from '../config/target';
import { faultNamed } from '../faults/faults';
import { createHttpLink } from '../links/http';
import { lateListener } from '../links/late-listener';
import { ResultCollector } from '../run/collect-results';
import { referenceTarget } from '../run/control-run';
import { readFeatures, runScenarios } from '../run/cucumber';
import { loadSuite } from '../run/suite';
import type { ScenarioResult } from '../verdict/scenario-result';
import type { Law } from './law';
import { LAWS } from './laws';
import { type LawsRun, runLaws } from './run-laws';
import { given, then, when } from './story';

const SEED = 3;
const loaded = loadSuite();

function lawNamed(name: string): Law {
  const law = LAWS.find((one) => one.name === name);
  if (law === undefined) throw new Error(`there is no law ${name}`);
  return law;
}

async function tried(laws: readonly Law[], changes: Partial<LawsRun> = {}) {
  const suite = await loaded;
  const target = referenceTarget(suite);
  return runLaws({ target, suite, laws, runs: 100, seed: SEED, ...changes });
}

/** A scenario where an author would put it: in a feature file of its own, read as any other. */
async function pasted(scenario: string, fault?: string): Promise<readonly ScenarioResult[]> {
  const suite = await loaded;
  const root = mkdtempSync(join(tmpdir(), 'flowproof-pasted-'));
  mkdirSync(join(root, 'features'));
  writeFileSync(join(root, 'features/pasted.feature'), `Feature: Pasted\n\n${scenario}\n`);
  const results: ScenarioResult[] = [];
  const collector = new ResultCollector((result) => results.push(result));
  const parameters = { target: referenceTarget(suite), seed: SEED, run: 'pasted', ...(fault && { fault }) };
  const onMessage = collector.take.bind(collector);
  await runScenarios(
    { steps: await suite.steps(), scenarios: await readFeatures(root), parameters, onMessage },
    root,
  );
  rmSync(root, { recursive: true });
  return results;
}

for (const [name, fault] of [
  ['member-lists', 'update-keeps-duplicates'],
  ['somecast-reach', 'somecast-always-one'],
  ['somecast-weights', 'weights-ignored'],
  ['execution-once', 'repeated-identifier-executed'],
  ['result-repetition', 'repeats-once-too-often'],
] as const) {
  test(`the story that breaks ${name} fails as a scenario of a feature, too, and passes on the reference`, async () => {
    const run = await tried([lawNamed(name)], { fault });
    const [result] = run.scenarios;
    assert.deepEqual([run.exitCode, result?.verdict, result?.location], [1, 'FAIL', `laws/${name}`]);
    const scenario = result?.law?.scenario ?? '';
    const [broken, ...others] = await pasted(scenario, fault);
    assert.deepEqual([broken?.verdict, others.length], ['FAIL', 0], broken?.reason);
    assert.deepEqual(
      broken?.steps.filter(({ status }) => status === 'undefined'),
      [],
    );
    assert.deepEqual(broken?.deviation, result?.deviation);
    assert.deepEqual(
      (await pasted(scenario)).map(({ verdict }) => verdict),
      ['PASS'],
    );
  });
}

test('only what the failing step shows is held against a target', async () => {
  for (const [name, fault, requirements] of [
    ['member-lists', 'update-keeps-duplicates', ['SOM-UPD-002']],
    ['somecast-conditions', 'somecast-enabled-by-default', ['SOM-CAST-006']],
    ['result-repetition', 'repeats-with-new-timestamp', ['IGO-RTY-003']],
  ] as const) {
    const { scenarios, requirements: judged } = await tried([lawNamed(name)], { fault });
    assert.deepEqual(scenarios[0]?.requirements, requirements);
    const failed = judged.filter(({ verdict }) => verdict === 'FAIL').map(({ row }) => row.id);
    assert.deepEqual(failed, requirements);
  }
});

test('seed and path lead to the same smallest story', async () => {
  const laws = [lawNamed('execution-once')];
  const fault = 'every-identifier-refused';
  const [first] = (await tried(laws, { fault })).scenarios;
  assert.ok(first?.law?.path);
  const [again] = (await tried(laws, { fault, path: first.law.path })).scenarios;
  assert.deepEqual([again?.law?.scenario, again?.law?.played], [first.law.scenario, 1]);
  const [sound] = (await tried(laws, { path: first.law.path })).scenarios;
  assert.equal(sound?.verdict, 'PASS');
});

test('what a target does not declare is not applicable; what it leaves open ends the run', async () => {
  const reference = referenceTarget(await loaded);
  const laws = [lawNamed('somecast-weights'), lawNamed('execution-once')];
  const declined = { ...reference, ics: { ...reference.ics, 'group.somecast.weighted': false } };
  const run = await tried(laws, { target: declined, runs: 1 });
  assert.deepEqual(
    run.scenarios.map(({ verdict, law, reason }) => [law?.name, verdict, reason]),
    [
      ['somecast-weights', 'NOT_APPLICABLE', 'ICS: group.somecast.weighted is declared false'],
      ['execution-once', 'PASS', undefined],
    ],
  );
  assert.equal(run.certifiable, false);
  const { 'group.somecast.weighted': _, ...open } = reference.ics;
  await assert.rejects(tried(laws, { target: { ...reference, ics: open } }), /group\.somecast\.weighted/);
});

test('a target without the roles of any law is told so: nothing ran', async () => {
  const target = { ...referenceTarget(await loaded), roles: ['dm-server'] };
  const { exitCode, scenarios } = await tried(LAWS, { target, runs: 1 });
  assert.equal(exitCode, 6);
  assert.ok(scenarios.every(({ verdict }) => verdict === 'NOT_APPLICABLE'));
});

/** A reference with a fault behind a socket, as a stranger's CSE would be. */
async function withServed(fault: string | undefined, use: (target: Target) => Promise<void>): Promise<void> {
  const suite = await loaded;
  const file = join(__dirname, '../../fixtures/targets/reference-http.yaml');
  const { launch: _, ...target } = loadTarget(file, { environment: {}, icsItems: suite.icsItems });
  const link = createHttpLink({ host: '127.0.0.1' });
  const { address, serve } = await lateListener(link, 'cse');
  const deployment = deployCse({
    config: { ...DEFAULT_CONFIG, pointOfAccess: [address] },
    runtime: { clock: realClock, ids: randomIds, random: seededRandom(SEED) },
    transmit: (request) => link.send(request),
    procedures: (fault && faultNamed(fault)?.apply?.(defaultProcedures)) || defaultProcedures,
  });
  serve(deployment.endpoint);
  try {
    await use({ ...target, cse: { ...target.cse, url: address } });
  } finally {
    deployment.close();
    await link.close();
  }
}

async function everythingOn({ cse }: Target): Promise<string> {
  const headers = { 'X-M2M-RI': 'r', 'X-M2M-Origin': cse.adminOriginator, 'X-M2M-RVI': '3' };
  const answer = await fetch(`${cse.url}/${cse.resourceName}?fu=1`, { headers });
  return answer.text();
}

test('a real target that breaks a law fails, the reference in its place does not, and nothing stays behind', async () => {
  await withServed('somecast-one-too-many', async (target) => {
    const before = await everythingOn(target);
    assert.match(before, /uril/);
    const run = await tried([lawNamed('somecast-conditions')], { target, runs: 20 });
    const [result] = run.scenarios;
    assert.deepEqual([run.exitCode, result?.verdict, result?.control], [1, 'FAIL', 'passes']);
    assert.match(result?.law?.scenario ?? '', /When AE1 retrieves "pumps\/fopt" from any 1 member\n/);
    assert.equal(await everythingOn(target), before);
  });
});

test('a law that the reference breaks as well is an error of the harness', async () => {
  const wrong: Law = {
    ...lawNamed('member-lists'),
    stories: () =>
      fc.constant([
        given('a group "pumps" of 2 containers'),
        when('AE1 retrieves "pumps/fopt"'),
        then('the answer holds 1 entry'),
      ]),
  };
  await withServed(undefined, async (target) => {
    const run = await tried([wrong], { target, runs: 2 });
    assert.deepEqual([run.exitCode, run.scenarios[0]?.verdict], [4, 'ERROR']);
    assert.match(run.scenarios[0]?.reason ?? '', /the reference does not pass this scenario either/);
  });
});

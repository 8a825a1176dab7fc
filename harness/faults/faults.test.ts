import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packageRoot } from '../config/package-root';
import { referenceTarget } from '../run/control-run';
import { readFeatures } from '../run/cucumber';
import { planRun } from '../run/plan-run';
import { loadSuite } from '../run/suite';
import { FAULTS, faultNamed } from './faults';

/** Whether the faults fail what they name is for `flowproof selftest` to say; this is what can be said without a run. */
const features = readFeatures(packageRoot);

test('every fault has a name of its own, a sentence, and a place where it deviates', () => {
  const names = FAULTS.map(({ name }) => name);
  assert.deepEqual(
    names.filter((name, at) => names.indexOf(name) !== at),
    [],
  );
  for (const fault of FAULTS) {
    assert.match(fault.name, /^[a-z0-9]+(-[a-z0-9]+)+$/);
    assert.match(fault.description, /^\S.*\.$/, fault.name);
    const deviates = Object.values(fault).some((value) => typeof value === 'function');
    assert.ok(deviates, `${fault.name} changes nothing`);
    assert.equal(faultNamed(fault.name), fault);
  }
});

test('every scenario that a fault names exists', async () => {
  const known = new Set((await features).flatMap(({ title, name }) => [title, name]));
  for (const { name, catches } of FAULTS) {
    assert.notEqual(catches.length, 0, `${name} names no scenario`);
    assert.deepEqual(
      catches.filter((scenario) => !known.has(scenario)),
      [],
      `${name} names a scenario that does not exist`,
    );
  }
});

test('every scenario that concerns the reference is named by a fault, so that it is known to be able to fail', async () => {
  const suite = await loadSuite();
  const { applicable } = planRun(suite, referenceTarget(suite), []);
  const named = new Set(FAULTS.flatMap(({ catches }) => catches));
  const proven = new Set<string>();
  for (const { title, name } of applicable) if (named.has(title) || named.has(name)) proven.add(title);
  const unnamed = applicable.filter(({ title }) => !proven.has(title));
  assert.deepEqual(
    unnamed.map(({ location, name }) => `${location} ${name}`),
    [],
  );
});

test('a fault that nobody knows is refused', () => {
  assert.throws(() => faultNamed('nothing-of-the-kind'), /No fault is called "nothing-of-the-kind"/);
});

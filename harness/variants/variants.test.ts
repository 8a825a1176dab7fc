import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referenceTarget } from '../run/control-run';
import { loadSuite } from '../run/suite';
import { tryVariantsOnReference } from '../run/try-variants';
import { documentsOf } from './bundles';
import { effectsOf } from './effects';
import { PARTIES } from './parties';
import { VARIANTS, variantNamed } from './variants';

test('every variant has a name of its own, a sentence, and what allows it', () => {
  const names = VARIANTS.map(({ name }) => name);
  assert.deepEqual(
    names.filter((name, at) => names.indexOf(name) !== at),
    [],
  );
  for (const variant of VARIANTS) {
    assert.match(variant.name, /^[a-z0-9]+(-[a-z0-9]+)+$/);
    assert.match(variant.description, /^\S.*\.$/, variant.name);
    assert.match(variant.allowedBy, /^\S.{9,}$/, variant.name);
    assert.equal(variantNamed(variant.name), variant);
  }
});

test('every party has variants, and a variant is free in documents of its party only', () => {
  assert.deepEqual([...new Set(VARIANTS.map(({ party }) => party))].sort(), Object.keys(PARTIES).sort());
  for (const variant of VARIANTS)
    for (const document of documentsOf(variant))
      assert.ok(PARTIES[variant.party].documents.includes(document), `${variant.name}: ${document}`);
});

test('a variant that nobody knows is refused', () => {
  assert.throws(() => variantNamed('nothing-of-the-kind'), /No variant is called "nothing-of-the-kind"/);
});

test('scenarios are played on a reference with the variants, which note that they took effect', async () => {
  const suite = await loadSuite();
  const tryVariants = tryVariantsOnReference(suite, referenceTarget(suite), 1);
  const variant = VARIANTS.find(({ name }) => name === 'entries-in-reverse-order');
  assert.ok(variant);
  const before = effectsOf(variant.name);
  const scenario = suite.scenarios.find(({ name }) => name === 'A retrieve brings one entry per member');
  assert.ok(scenario);
  const results = await tryVariants({ document: 'SOM', variants: [variant], isAlternative: false }, [
    scenario.location,
  ]);
  assert.deepEqual(
    results.map(({ verdict }) => verdict),
    ['PASS'],
  );
  assert.ok(effectsOf(variant.name) > before);
});

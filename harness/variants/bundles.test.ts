import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundlesOf } from './bundles';
import type { Variant } from './variant';

function variant(name: string, others: Partial<Variant> = {}): Variant {
  return { name, description: '', allowedBy: '', party: 'push-service', otherwise: () => ({}), ...others };
}

function bundles(...variants: readonly Variant[]): readonly string[] {
  return bundlesOf(variants).map(
    ({ document, variants: together }) => `${document}: ${together.map(({ name }) => name).join(', ')}`,
  );
}

test('what leaves everything else alone goes together', () => {
  assert.deepEqual(bundles(variant('a'), variant('b'), variant('c', { choice: 'x' })), ['DM2: a, b, c']);
});

test('alternatives of one choice go apart', () => {
  const [x, y] = [variant('x', { choice: 'one' }), variant('y', { choice: 'one' })];
  assert.deepEqual(bundles(x, y, variant('z', { choice: 'other' })), ['DM2: x, z', 'DM2: y']);
});

test('parties go apart', () => {
  assert.deepEqual(bundles(variant('a'), variant('b', { party: 'dm2-client' })), ['DM2: a', 'DM2: b']);
});

test('a variant is tried on each of its documents, with those of that document only', () => {
  const cse = { party: 'cse' } as const;
  assert.deepEqual(bundles(variant('a', cse), variant('b', { ...cse, documents: ['IGO'] })), [
    'SOM: a',
    'IGO: a, b',
    'SES: a',
  ]);
});

test('what declares less never stands in the only bundle of its party', () => {
  const [less, x, y] = [
    variant('less', { ics: { 'dm2.link': false } }),
    variant('x', { choice: 'one' }),
    variant('y', { choice: 'one' }),
  ];
  assert.deepEqual(bundles(less, x), ['DM2: x', 'DM2: less']);
  assert.deepEqual(bundles(less, x, y), ['DM2: x', 'DM2: y, less']);
});

test('alternatives are told from what a party is tried with first', () => {
  const [x, y] = [variant('x', { choice: 'one' }), variant('y', { choice: 'one' })];
  const found = bundlesOf([x, y, variant('z', { party: 'dm2-client' })]);
  assert.deepEqual(
    found.map(({ variants, isAlternative }) => [variants[0]?.name, isAlternative]),
    [
      ['x', false],
      ['y', true],
      ['z', false],
    ],
  );
});

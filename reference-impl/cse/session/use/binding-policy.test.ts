import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Attributes } from '../../../../protocol/model/attribute-value';
import { bindingPolicy } from './binding-policy';
import { textOf } from './schedule-entry';

const NIGHT: Attributes = { delivery: 2, scheduleElement: { scheduleEntry: ['* * 2-4 * * * *'] } };
const NOW: Attributes = { delivery: 1 };

function texts(policies: readonly Attributes[], hop = '/cse1'): unknown {
  const binding = bindingPolicy(policies, hop);
  if (binding.kind === 'immediate' || binding.window === 'too many') return binding.kind;
  return [binding.window.map(textOf), binding.maximumDelay];
}

it('is immediate without a policy, and where any demands it', () => {
  assert.equal(texts([]), 'immediate');
  assert.equal(texts([NIGHT, NOW]), 'immediate');
});

it('binds the hops that it names, with or without a slash, or all', () => {
  assert.equal(texts([{ ...NIGHT, appliesTo: ['/cse2'] }]), 'immediate');
  const night = [['* * 2,3,4 * * * *'], undefined];
  assert.deepEqual(texts([{ ...NIGHT, appliesTo: ['/cse2', 'cse1'] }]), night);
  assert.deepEqual(texts([NIGHT, { ...NOW, appliesTo: ['/cse2'] }]), night);
});

it('is the time that all have in common, and the shortest delay', () => {
  const early = { delivery: 2, scheduleElement: { scheduleEntry: ['* * 0-2 * * * *', '* * 4 * * 1-5 *'] } };
  assert.deepEqual(
    texts([
      { ...NIGHT, maximumDelay: 7_000 },
      { ...early, maximumDelay: 5_000 },
    ]),
    [['* * 2 * * * *', '* * 4 * * 1,2,3,4,5 *'], 5_000],
  );
});

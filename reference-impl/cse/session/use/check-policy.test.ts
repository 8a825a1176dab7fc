import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Attributes } from '../../../../protocol/model/attribute-value';
import { sessionWith } from '../session-state';
import { putChild, putPolicy, SESSION, type UseBed, useBed } from './use-bed';

function check({ cse }: UseBed, policy: Attributes): number | undefined {
  const session = sessionWith(cse, SESSION);
  assert.ok(session);
  return cse.procedures.checkPolicy(cse, session, policy)?.status;
}

function store(...scheduleEntry: readonly string[]): Attributes {
  return { delivery: 2, scheduleElement: { scheduleEntry } };
}

const ALWAYS = '* * * * * * *';

const alone: readonly [string, Attributes, number | undefined][] = [
  ['immediate', { delivery: 1 }, undefined],
  ['a window', store('* 0-29 2-4 * * * *'), undefined],
  ['sixteen entries', store(...Array.from({ length: 16 }, () => ALWAYS)), undefined],
  ['immediate with a schedule', { ...store(ALWAYS), delivery: 1 }, 4000],
  ['store and forward without a schedule', { delivery: 2 }, 4000],
  ['an empty list', store(), 4000],
  ['seventeen entries', store(...Array.from({ length: 17 }, () => ALWAYS)), 4000],
  ['an entry that is none among others', store(ALWAYS, '* * * * *'), 4000],
  ['a window that is over', store('* * * * * * 2025'), 4000],
  ['the 30th of February', store('* * * 30 2 * *'), 4000],
];
for (const [what, policy, expected] of alone) {
  it(`answers ${expected ?? 'nothing'} to ${what}`, async () => {
    assert.equal(check(await useBed(), policy), expected);
  });
}

it('refuses what would never open together with another', async () => {
  const bed = await useBed();
  putPolicy(bed, '* * 2-4 * * * *');
  assert.equal(check(bed, store('* * 5 * * * *')), 4105);
  assert.equal(check(bed, store('* * 4-5 * * * *')), undefined);
});

it('finds the conflicts of every hop, and no other', async () => {
  const bed = await useBed();
  putPolicy(bed, '* * 2-4 * * * *', { appliesTo: ['/cse2', '/cse3'] });
  assert.equal(check(bed, { ...store('* * 5 * * * *'), appliesTo: ['/cse1'] }), undefined);
  assert.equal(check(bed, { ...store('* * 5 * * * *'), appliesTo: ['/cse1', '/cse3'] }), 4105);
  assert.equal(check(bed, store('* * 5 * * * *')), 4105);
});

it('has no conflict where another policy demands that nothing waits', async () => {
  const bed = await useBed();
  putPolicy(bed, '* * 2-4 * * * *');
  putChild(bed.cse, 9005, 'now', { delivery: 1 });
  assert.equal(check(bed, store('* * 5 * * * *')), undefined);
});

it('keeps so many policies of a session only', async () => {
  const bed = await useBed();
  for (let number = 0; number < 64; number += 1) putChild(bed.cse, 9005, `p${number}`, { delivery: 1 });
  assert.equal(check(bed, { delivery: 1 }), 5207);
});

it('keeps policies that name so many CSEs only', async () => {
  const bed = await useBed();
  const named = Array.from({ length: 16 }, (_, at) => `/m${at}`);
  putChild(bed.cse, 9005, 'few', { delivery: 1, appliesTo: named.slice(0, 8) });
  assert.equal(check(bed, { delivery: 1, appliesTo: named }), undefined);
  assert.equal(check(bed, { delivery: 1, appliesTo: [...named.slice(8), '/cse1'] }), 5207);
  assert.equal(
    check(bed, { delivery: 1, appliesTo: Array.from({ length: 100_000 }, (_, at) => `/m${at}`) }),
    5207,
  );
});

it('judges windows that could be combined in too many ways by their number alone', async () => {
  const bed = await useBed();
  const nested = (last: number) =>
    store(...Array.from({ length: 16 }, (_, at) => `0-${last - at} * * * * * *`));
  putChild(bed.cse, 9005, 'one', nested(59));
  putChild(bed.cse, 9005, 'two', nested(58));
  assert.equal(check(bed, store(ALWAYS)), undefined);
  assert.equal(check(bed, store(ALWAYS, '0 * * * * * *')), 5207);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualClock } from '../runtime/virtual-clock';
import { keepWaking } from './waking';

/** Left alone until each of these times, and wanted until that one. */
function bed(busyUntil: readonly number[], wantedUntil = Number.POSITIVE_INFINITY) {
  const clock = new VirtualClock(0);
  const said: string[] = [];
  const busy = [...busyUntil];
  const callOff = keepWaking(clock, {
    quietIn: () => Math.max(0, (busy.shift() ?? 0) - clock.now()),
    isWanted: () => clock.now() < wantedUntil,
    notify: (isLast) => said.push(`${clock.now()}${isLast ? ' last' : ''}`),
    repeats: 2,
    interval: 10,
    whenOver: () => said.push(`${clock.now()} over`),
  });
  return { clock, said, callOff };
}

for (const [what, busyUntil, wantedUntil, expected] of [
  [
    'notifies at once, again at intervals, and says when that led to nothing',
    [],
    undefined,
    ['0', '10', '20 last', '30 over'],
  ],
  ['waits until nothing is in the way', [3, 8], undefined, ['8', '18', '28 last', '38 over']],
  ['stops when it is not wanted any more', [], 15, ['0', '10']],
  ['does not say that it led to nothing where it was not wanted any more', [], 25, ['0', '10', '20 last']],
  ['does nothing where it is not wanted once nothing is in the way', [5], 4, []],
] as const)
  test(`it ${what}`, async () => {
    const { clock, said } = bed(busyUntil, wantedUntil);
    await clock.advance(100);
    assert.deepEqual(said, expected);
  });

for (const busyUntil of [[], [5]])
  test(`nothing happens after it is called off, ${busyUntil.length > 0 ? 'waiting' : 'begun'}`, async () => {
    const { clock, said, callOff } = bed(busyUntil);
    callOff();
    await clock.advance(100);
    assert.deepEqual(said, busyUntil.length > 0 ? [] : ['0']);
  });

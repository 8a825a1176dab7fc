import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closableClock } from './closable-clock';
import { realClock } from './real-clock';

test('a delay beyond 31 bits does not fire at once', async () => {
  let fired = false;
  const callOff = realClock.after(2 ** 40, () => {
    fired = true;
  });
  await new Promise<void>((resolve) => void realClock.after(5, resolve));
  callOff();
  assert.equal(fired, false);
});

test('a closed clock fires nothing more', async () => {
  const clock = closableClock(realClock);
  let fired = 0;
  const count = (): void => {
    fired += 1;
  };
  clock.after(1, count);
  clock.close();
  clock.after(1, count);
  await new Promise<void>((resolve) => void realClock.after(5, resolve));
  assert.equal(fired, 0);
});

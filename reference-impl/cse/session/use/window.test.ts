import assert from 'node:assert/strict';
import { it } from 'node:test';
import { commonWindow, nextOpening, readWindow, type Window } from './window';

const FRIDAY = Date.UTC(2026, 10, 20, 10, 15);

function window(...texts: readonly string[]): Window {
  const read = readWindow(texts);
  assert.ok(read);
  return read;
}

function common(...windows: readonly Window[]): Window {
  const found = commonWindow(windows);
  assert.ok(found !== 'too many');
  return found;
}

it('is open when any of its entries is', () => {
  const nights = window('* * 2-4 * * * *', '* * 22-23 * * * *');
  assert.equal(nextOpening(nights, FRIDAY), Date.UTC(2026, 10, 20, 22));
});

it('is the time at which all are open', () => {
  const nights = window('* * 2-4 * * * *', '* * 22-23 * * * *');
  const saturdays = window('* * * * * 6 *');
  assert.equal(nextOpening(common(nights, saturdays), FRIDAY), Date.UTC(2026, 10, 21, 2));
  assert.equal(
    nextOpening(common(nights, saturdays, window('* * 23 * * * *')), FRIDAY),
    Date.UTC(2026, 10, 21, 23),
  );
});

it('never opens where the seconds of one are the pauses of the other', () => {
  assert.equal(
    nextOpening(common(window('*/2 * * * * * *'), window('1-59/2 * * * * * *')), FRIDAY),
    undefined,
  );
});

it('never opens where days of month and week meet in no such year', () => {
  const window2027 = common(
    window('* * * 13 * * 2027'),
    window('* * * * 8 * *'),
    window('* * * * * 0-4,6 *'),
  );
  assert.equal(nextOpening(window2027, FRIDAY), undefined);
});

it('says so where too many entries would be needed', () => {
  const seconds = window(...Array.from({ length: 16 }, (_, at) => `${3 * at},${3 * at + 1} * * * * * *`));
  const minutes = window(...Array.from({ length: 16 }, (_, at) => `* ${at} * * * * *`));
  const hours = window(...Array.from({ length: 16 }, (_, at) => `* * ${at} * * * *`));
  assert.equal(common(seconds, minutes).length, 256);
  assert.equal(commonWindow([seconds, minutes, hours]), 'too many');
});

it('is none without entries, with too many, or with one that is none', () => {
  assert.equal(readWindow([]), undefined);
  assert.equal(readWindow(Array.from({ length: 17 }, (_, at) => `${at} * * * * * *`)), undefined);
  assert.equal(readWindow(['* * * * * * *', 'never']), undefined);
});

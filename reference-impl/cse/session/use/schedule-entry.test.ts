import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inBoth, keyOf, openingFrom, readEntry } from './schedule-entry';

/** Friday, 20 November 2026, 10:15 UTC. */
const FRIDAY = Date.UTC(2026, 10, 20, 10, 15);

function opening(text: string, from = FRIDAY): string | undefined {
  const entry = readEntry(text);
  assert.ok(entry, `"${text}" is an entry`);
  const instant = openingFrom(entry, from);
  return instant === undefined ? undefined : new Date(instant).toISOString();
}

for (const [text, expected] of [
  ['* * * * * * *', '2026-11-20T10:15:00.000Z'],
  ['* 0-29 2-4 * * * *', '2026-11-21T02:00:00.000Z'],
  ['30 * * * * * *', '2026-11-20T10:15:30.000Z'],
  ['*/7 16 * * * * *', '2026-11-20T10:16:00.000Z'],
  ['0 0 0 * * 0 *', '2026-11-22T00:00:00.000Z'],
  ['0 0 0 1 * * *', '2026-12-01T00:00:00.000Z'],
  ['0 0 0 29 2 * *', '2028-02-29T00:00:00.000Z'],
  ['0 0 0 13 * 5 *', '2027-08-13T00:00:00.000Z'],
  ['0 0 0 29 2 0 *', '2032-02-29T00:00:00.000Z'],
  ['0 30 1,13 * * 1-5 *', '2026-11-20T13:30:00.000Z'],
  ['10-50/20 15 10 20 11 5 2026', '2026-11-20T10:15:10.000Z'],
  ['* * * * * * 2030-2040/5', '2030-01-01T00:00:00.000Z'],
] as const) {
  it(`opens next after Friday 10:15 at ${expected}: ${text}`, () => assert.equal(opening(text), expected));
}

for (const text of [
  '* * * * * * 2025',
  '0 0 0 30 2 * *',
  '0 0 0 31 4,6,9,11 * *',
  '0 0 0 29 2 * 2027,2029',
]) {
  it(`never opens again: ${text}`, () => assert.equal(opening(text), undefined));
}

it('is open for the whole of its last second, and not after it', () => {
  const lastSecond = Date.UTC(2026, 10, 21, 4, 29, 59);
  assert.equal(opening('* 0-29 2-4 * * * *', lastSecond + 999), '2026-11-21T04:29:59.999Z');
  assert.equal(opening('* 0-29 2-4 * * * *', lastSecond + 1_000), '2026-11-22T02:00:00.000Z');
});

for (const text of [
  '',
  '* * * * * *',
  '* * * * * * * *',
  '60 * * * * * *',
  '* 60 * * * * *',
  '* * 24 * * * *',
  '* * * 0 * * *',
  '* * * 32 * * *',
  '* * * * 0 * *',
  '* * * * 13 * *',
  '* * * * * 7 *',
  '* * * * * * 1969',
  '* * * * * * 20260',
  '* 5-3 * * * * *',
  '*/0 * * * * * *',
  '5/10 * * * * * *',
  '1, * * * * * *',
  ',1 * * * * * *',
  '-1 * * * * * *',
  '1-2-3 * * * * *',
  '1.5 * * * * * *',
  '? * * * * * *',
  '* * * L * * *',
  '* * * 15W * * *',
  '* * * * JAN * *',
  '* * * * * MON *',
  '* * * * * 5#2 *',
  '@daily',
  '* * *\n* * * *',
  ' * * * * * * *',
  '*\t* * * * * *',
  '0x1 * * * * * *',
  `${'0,'.repeat(200)}0 * * * * * *`,
]) {
  it(`is no entry: "${text.slice(0, 30)}"`, () => assert.equal(readEntry(text), undefined));
}

/** The same seconds, however they are written. */
function key(text: string): string | undefined {
  const entry = readEntry(text);
  return entry && keyOf(entry);
}

it('has one blank or several between its fields, its values in any order, and 256 characters at most', () => {
  assert.notEqual(key('1,3,5 9,10 * * * * *'), undefined);
  assert.equal(key('5,1,3 10,9   * * * * *'), key('1,3,5 9,10 * * * * *'));
  assert.notEqual(key('1,3,5 9,10 * * * * *'), key('1,3,5 9,11 * * * * *'));
  const seconds = `${'0,'.repeat(121)}0`;
  assert.equal(`${seconds} *  * * * * *`.length, 256);
  assert.equal(key(`${seconds} *  * * * * *`), key('0 * * * * * *'));
  assert.equal(readEntry(`${seconds} *  *  * * * *`), undefined);
});

it('has nothing in common with another that lacks one of its fields, and else what is in both', () => {
  const common = (one: string, other: string) => {
    const [first, second] = [readEntry(one), readEntry(other)];
    assert.ok(first && second);
    const both = inBoth(first, second);
    return both && keyOf(both);
  };
  assert.equal(common('0-10 * 2 * * * *', '5-20/5 * * * * * *'), key('5,10 * 2 * * * *'));
  assert.equal(common('0-10 * 2 * * * *', '5-20 * 3 * * * *'), undefined);
});

it('has a day if one of its months does', () => {
  assert.equal(opening('0 0 0 31 2,12 * *'), '2026-12-31T00:00:00.000Z');
  assert.equal(opening('0 0 0 30-31 4 * *'), '2027-04-30T00:00:00.000Z');
});

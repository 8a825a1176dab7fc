import type { DataTable } from '@cucumber/cucumber';
import { describeAnswer, statusText } from '../../harness/cast/describe-answer';
import { check } from '../../harness/verdict/check';
import { isFailure } from '../../protocol/model/response-primitive';
import type { Path } from '../parameter-types';
import { consequence } from '../say';
import { checkAttributes } from './compare-attributes';
import { membersAddressed } from './group-members';
import { checkStatus, describeEntries, entriesFor, entriesNow, entryOf, placeOf } from './judged-answer';

consequence('the answer holds {int} entry/entries', async function (count: number) {
  const entries = await entriesNow(this);
  check(entries.length === count, this.turn.description, `${count} entries`, describeEntries(this, entries));
});

consequence('the answer holds one entry per member', async function () {
  const entries = await entriesNow(this);
  const members = new Set(membersAddressed(this).map((member) => placeOf(this, member)));
  const assigned = entries.flatMap((entry) =>
    entry.member === undefined ? [] : [placeOf(this, entry.member)],
  );
  const holds = entries.length === members.size && new Set(assigned).size === assigned.length;
  check(
    holds,
    this.turn.description,
    `one entry for each of ${members.size} members`,
    describeEntries(this, entries),
  );
});

consequence('the answer holds entries for {members} only', async function (members: readonly Path[]) {
  const entries = await entriesNow(this);
  const each = members.every((member) => entriesFor(this, entries, member).length === 1);
  const expected = `one entry for each of ${members.map(({ name }) => name).join(', ')} and no other`;
  check(
    each && entries.length === members.length,
    this.turn.description,
    expected,
    describeEntries(this, entries),
  );
});

consequence('every entry is {status}', async function (code: number) {
  const entries = await entriesNow(this);
  const holds = entries.length > 0 && entries.every((entry) => entry.response.responseStatusCode === code);
  check(holds, this.turn.description, `entries of ${statusText(code)} only`, describeEntries(this, entries));
});

consequence('the entry of {path} is {statuses}', async function (path: Path, codes: readonly number[]) {
  checkStatus(await entryOf(this, path), `the entry of "${path.name}"`, codes);
});

consequence('the entry of {path} is a refusal', async function (path: Path) {
  const entry = await entryOf(this, path);
  check(isFailure(entry), `the entry of "${path.name}"`, 'a refusal', describeAnswer(entry));
});

consequence('{path} has no entry or one that reports a failure', async function (path: Path) {
  const entries = await entriesNow(this);
  const successes = entriesFor(this, entries, path).filter((entry) => !isFailure(entry.response));
  const silent = entriesFor(this, entries, path).length === 0;
  this.enter(
    'X-SOM-26',
    silent
      ? 'a member without an answer has no entry'
      : 'a member without an answer has an entry that says so',
  );
  const expected = 'none, or one that reports a failure';
  check(successes.length === 0, `the entry of "${path.name}"`, expected, describeEntries(this, successes));
});

consequence('the entry of {path} has:', async function (path: Path, table: DataTable) {
  const entry = await entryOf(this, path);
  check(
    entry.content?.kind === 'resource',
    `the entry of "${path.name}"`,
    'a resource',
    describeAnswer(entry),
  );
  if (entry.content?.kind !== 'resource') return;
  checkAttributes(this, `the entry of "${path.name}"`, entry.content.resource, table.raw());
});

consequence('every entry names its member', async function () {
  const entries = await entriesNow(this);
  const members = membersAddressed(this);
  const named = entries.map(({ response }) => response.from).filter((from) => from !== undefined);
  const known = named
    .map((from) => placeOf(this, from))
    .filter((place) => members.some((member) => placeOf(this, member) === place));
  const holds = known.length === entries.length && new Set(known).size === entries.length;
  check(
    holds,
    this.turn.description,
    'From of each entry to name another member',
    `From: ${named.join(', ') || 'none'}`,
  );
});

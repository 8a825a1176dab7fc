import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attributes } from '../../../protocol/model/attribute-value';
import { answering, type Peer, resource, type TestBed, testBed } from '../test-bed';
import { entriesOf, makeGroup, registerCse } from './group-bed';

const GROUP = 9;
const ROUND_ROBIN = 1;
const WEIGHTED_ROUND_ROBIN = 2;
const LEAST_WORK_LOAD = 3;
const RANDOM = 4;

const NEVER = new Promise<never>(() => {});

/** A group `g` of the members `/cse2/a`, `/cse2/b`, ... with somecast switched on. */
async function somecastBed(
  names: string,
  attributes: Attributes = {},
  peer: Peer = answering(2000),
): Promise<TestBed> {
  const bed = testBed({ peer });
  await registerCse(bed, 'cse2');
  await makeGroup(
    bed,
    [...names].map((name) => `/cse2/${name}`),
    { somecastEnable: true, ...attributes },
  );
  bed.sent.length = 0;
  return bed;
}

const anyOf = (bed: TestBed, groupSomecastTargetNumber: number, others: object = {}) =>
  bed.ask({ operation: 'retrieve', to: 'cse-base/g/fopt', groupSomecastTargetNumber, ...others });

/** The letters of the members that were asked by one somecast, in order. */
async function asked(bed: TestBed, count: number): Promise<string> {
  const response = await bed.clock.untilSettled(anyOf(bed, count));
  assert.equal(response.responseStatusCode, 2000);
  return letters(entriesOf(response).map(([from]) => from ?? ''));
}

const letters = (memberIDs: readonly string[]) => memberIDs.map((memberID) => memberID.slice(-1)).join('');

const REFUSED = [
  ['as many as there are members', 3, {}, {}],
  ['more than there are members', 4, {}, {}],
  ['zero', 0, {}, {}],
  ['a negative number', -1, {}, {}],
  ['a fraction', 1.5, {}, {}],
  ['with target members too', 1, { groupRequestTargetMembers: ['/cse2/a'] }, {}],
  ['where somecastEnable is false', 1, {}, { somecastEnable: false }],
] as const;

for (const [what, count, parameters, attributes] of REFUSED) {
  test(`${what}: 4000, and nothing is sent`, async () => {
    const bed = await somecastBed('abc', attributes);
    assert.equal((await anyOf(bed, count, parameters)).responseStatusCode, 4000);
    assert.deepEqual(bed.sent, []);
  });
}

test('where somecastEnable is absent: 4000', async () => {
  const bed = testBed({ peer: answering(2000) });
  await makeGroup(bed, ['/cse2/a', '/cse2/b']);
  assert.equal((await anyOf(bed, 1)).responseStatusCode, 4000);
});

test('a group of one member can never be somecast to', async () => {
  assert.equal((await anyOf(await somecastBed('a'), 1)).responseStatusCode, 4000);
});

test('an empty group: 4109 comes before 4000', async () => {
  assert.equal((await anyOf(await somecastBed(''), 1)).responseStatusCode, 4109);
});

test('without the number everybody is asked', async () => {
  const bed = await somecastBed('abc');
  assert.equal(entriesOf(await bed.ask({ operation: 'retrieve', to: 'cse-base/g/fopt' })).length, 3);
});

test('the number is not passed on to the members', async () => {
  const bed = await somecastBed('ab');
  await anyOf(bed, 1);
  assert.deepEqual(
    bed.sent.map(({ request }) => request.groupSomecastTargetNumber),
    [undefined],
  );
});

test('round robin, the default: in turn, and the turn goes on with the next request', async () => {
  const bed = await somecastBed('abcde');
  assert.deepEqual([await asked(bed, 2), await asked(bed, 2), await asked(bed, 2)], ['ab', 'cd', 'ea']);
});

test('round robin: a new member joins the turn, one that left is passed over', async () => {
  const bed = await somecastBed('abc', { somecastAlgorithm: ROUND_ROBIN });
  const members = (names: string) =>
    bed.ask({
      operation: 'update',
      to: 'cse-base/g',
      content: resource(GROUP, { memberIDs: [...names].map((name) => `/cse2/${name}`) }),
    });
  assert.equal(await asked(bed, 1), 'a');
  await members('xabc');
  assert.equal(await asked(bed, 1), 'b');
  await members('xac');
  assert.equal(await asked(bed, 1), 'c');
});

test('a chosen member that cannot be reached is not replaced', async () => {
  const bed = await somecastBed('abc', {}, ({ request }) =>
    request.to === '/cse2/a'
      ? undefined
      : { responseStatusCode: 2000, requestIdentifier: request.requestIdentifier },
  );
  assert.deepEqual(entriesOf(await anyOf(bed, 2)), [
    ['/cse2/a', 5103],
    ['/cse2/b', 2000],
  ]);
  assert.equal(bed.sent.length, 2);
});

/** Answers a retrieve of a member's labels, and everything else, with a weight of 3 for `a` and 2 for `b`. */
const weights: Peer = ({ request }) => {
  const labels = { '/cse2/a': ['weight:3'], '/cse2/b': ['blue', 'weight:2'] }[request.to] ?? [];
  return {
    responseStatusCode: 2000,
    requestIdentifier: request.requestIdentifier,
    content: resource(3, { resourceType: 3, labels }),
  };
};

test('weighted round robin: smooth, by the labels of the members', async () => {
  const bed = await somecastBed('abc', { somecastAlgorithm: WEIGHTED_ROUND_ROBIN }, weights);
  let order = '';
  for (let request = 0; request < 12; request += 1) order += await asked(bed, 1);
  assert.equal(order, 'abacbaabacba');
});

test('weighted round robin: a weight is read once and again after a while', async () => {
  const bed = await somecastBed('abc', { somecastAlgorithm: WEIGHTED_ROUND_ROBIN }, weights);
  const read = () => bed.sent.filter(({ request }) => request.groupRequestIdentifier === undefined).length;
  await asked(bed, 1);
  await asked(bed, 1);
  assert.equal(read(), 3);
  await bed.clock.advance(30_000);
  await asked(bed, 1);
  assert.equal(read(), 6);
});

test('weighted round robin: labels of members on this CSE', async () => {
  const bed = testBed();
  for (const [resourceName, labels] of [
    ['a', ['weight:2']],
    ['b', ['weight:0']],
    ['c', ['weight:x']],
  ] as const) {
    await bed.make('cse-base', 3, { resourceName, labels });
  }
  const memberIDs = ['cse-base/a', 'cse-base/b', 'cse-base/c'];
  await makeGroup(bed, memberIDs, { somecastEnable: true, somecastAlgorithm: WEIGHTED_ROUND_ROBIN });
  let order = '';
  for (let request = 0; request < 4; request += 1) order += await asked(bed, 1);
  assert.equal(order, 'abca');
});

test('weighted round robin: more members at a time, each as often as it weighs', async () => {
  const bed = await somecastBed('abc', { somecastAlgorithm: WEIGHTED_ROUND_ROBIN }, weights);
  let order = '';
  for (let request = 0; request < 6; request += 1) order += await asked(bed, 2);
  const times = (letter: string) => order.split(letter).length - 1;
  // The share of a is exactly one of every two, so it is always there; b and c share the rest as 2 to 1.
  assert.deepEqual([times('a'), times('b'), times('c')], [6, 4, 2]);
});

test('least work load: those with fewer unanswered requests, equals in turn', async () => {
  const slow: Peer = ({ request }) =>
    request.to === '/cse2/a' ? NEVER : answering(2000)({ pointOfAccess: '', request });
  const bed = await somecastBed('abc', { somecastAlgorithm: LEAST_WORK_LOAD }, slow);
  const first = anyOf(bed, 2, { resultExpirationTimestamp: '1000' });
  await bed.clock.advance(0);
  assert.equal(letters(bed.sent.map(({ request }) => request.to)), 'ab');
  assert.deepEqual([await asked(bed, 2), await asked(bed, 2)], ['cb', 'cb']);
  await bed.clock.untilSettled(first);
  bed.sent.length = 0;
  await bed.clock.untilSettled(anyOf(bed, 2, { resultExpirationTimestamp: '1000' }));
  assert.equal(letters(bed.sent.map(({ request }) => request.to)), 'ca');
});

test('least work load: requests without somecast count too', async () => {
  const bed = await somecastBed('abc', { somecastAlgorithm: LEAST_WORK_LOAD }, ({ request }) =>
    request.operation === 'retrieve' && request.groupRequestIdentifier === 'busy'
      ? NEVER
      : answering(2000)({ pointOfAccess: '', request }),
  );
  void bed.ask({
    operation: 'retrieve',
    to: 'cse-base/g/fopt',
    groupRequestIdentifier: 'busy',
    groupRequestTargetMembers: ['/cse2/a', '/cse2/b'],
  });
  await bed.clock.advance(0);
  assert.equal(await asked(bed, 1), 'c');
});

test('random: distinct members, other ones each time', async () => {
  const bed = await somecastBed('abcdefgh', { somecastAlgorithm: RANDOM });
  const choices = new Set<string>();
  for (let request = 0; request < 10; request += 1) {
    const chosen = await asked(bed, 3);
    assert.equal(new Set(chosen).size, 3);
    choices.add(chosen);
  }
  assert.ok(choices.size > 5);
});

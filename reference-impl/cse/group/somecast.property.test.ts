import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Attributes } from '../../../protocol/model/attribute-value';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { seededRandom } from '../../runtime/seeded-random';
import { answering, type Peer, resource, type TestBed, testBed } from '../test-bed';
import { entriesOf, makeGroup, registerCse } from './group-bed';
import { chooseRandom } from './random-choice';

/** Of every law here; a failure prints the seed and the path that replay it. */
const RUN = { seed: 20_261_120, numRuns: 60 };
const WEIGHTED_ROUND_ROBIN = 2;
const LEAST_WORK_LOAD = 3;

const names = (count: number) => Array.from({ length: count }, (_, number) => `/cse2/m${number}`);

async function somecastBed(
  memberIDs: readonly string[],
  attributes: Attributes,
  peer: Peer,
): Promise<TestBed> {
  const bed = testBed({ peer });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, memberIDs, { somecastEnable: true, ...attributes });
  bed.sent.length = 0;
  return bed;
}

const anyOf = (bed: TestBed, groupSomecastTargetNumber: number, others: object = {}) =>
  bed.ask({
    operation: 'update',
    to: 'cse-base/g/fopt',
    groupSomecastTargetNumber,
    content: resource(3, {}),
    ...others,
  });

/** Members that got an update, in order; reading of labels is not counted. */
const reached = (bed: TestBed) =>
  bed.sent.filter(({ request }) => request.operation === 'update').map(({ request }) => request.to);

function countsOf(memberIDs: readonly string[], chosen: readonly string[]): readonly number[] {
  return memberIDs.map((memberID) => chosen.filter((one) => one === memberID).length);
}

/** A number of members, and legal somecast numbers for them. */
const groupAndNumbers = fc.integer({ min: 2, max: 9 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    numbers: fc.array(fc.integer({ min: 1, max: count - 1 }), { minLength: 1, maxLength: 12 }),
  }),
);

test('law: a legal number reaches exactly so many distinct members, and so many answers come back', async () => {
  await fc.assert(
    fc.asyncProperty(
      groupAndNumbers,
      fc.integer({ min: 1, max: 4 }),
      async ({ count, numbers }, somecastAlgorithm) => {
        const memberIDs = names(count);
        const bed = await somecastBed(memberIDs, { somecastAlgorithm }, answering(2004));
        for (const number of numbers) {
          bed.sent.length = 0;
          const response = await bed.clock.untilSettled(anyOf(bed, number));
          const chosen = reached(bed);
          assert.equal(chosen.length, number);
          assert.equal(new Set(chosen).size, number);
          assert.ok(chosen.every((memberID) => memberIDs.includes(memberID)));
          assert.deepEqual(
            entriesOf(response)
              .map(([from]) => from)
              .sort(),
            [...chosen].sort(),
          );
        }
      },
    ),
    RUN,
  );
});

test('law: round robin serves no member more than once more often than another', async () => {
  await fc.assert(
    fc.asyncProperty(groupAndNumbers, async ({ count, numbers }) => {
      const bed = await somecastBed(names(count), {}, answering(2004));
      for (const number of numbers) {
        await anyOf(bed, number);
        const counts = countsOf(names(count), reached(bed));
        assert.ok(Math.max(...counts) - Math.min(...counts) <= 1, `${counts}`);
      }
    }),
    RUN,
  );
});

/** Weights, and a number at which no member's share is more than every request. */
const weightsAndNumber = fc
  .array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 6 })
  .chain((weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const most = Math.min(weights.length - 1, Math.floor(total / Math.max(...weights)));
    return fc.record({
      weights: fc.constant(weights),
      number: fc.integer({ min: 1, max: Math.max(1, most) }),
    });
  });

test('law: weighted round robin hits each member in proportion to its weight over one cycle', async () => {
  await fc.assert(
    fc.asyncProperty(weightsAndNumber, async ({ weights, number }) => {
      const memberIDs = names(weights.length);
      const peer: Peer = ({ request }) => {
        const labels = [`weight:${weights[memberIDs.indexOf(request.to)]}`];
        const content = resource(3, { resourceType: 3, labels });
        return { responseStatusCode: 2000, requestIdentifier: request.requestIdentifier, content };
      };
      const bed = await somecastBed(memberIDs, { somecastAlgorithm: WEIGHTED_ROUND_ROBIN }, peer);
      const cycle = weights.reduce((sum, weight) => sum + weight, 0);
      for (let request = 0; request < cycle; request += 1) await bed.clock.untilSettled(anyOf(bed, number));
      assert.deepEqual(
        countsOf(memberIDs, reached(bed)),
        weights.map((weight) => weight * number),
      );
    }),
    RUN,
  );
});

/** A batch of requests sent together, and how many of the answers still open are given afterwards. */
const batches = fc.integer({ min: 2, max: 6 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    steps: fc.array(
      fc.record({
        numbers: fc.array(fc.integer({ min: 1, max: count - 1 }), { minLength: 1, maxLength: 4 }),
        answered: fc.array(fc.nat(20), { maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  }),
);

test('law: least work load takes no member with more unanswered requests than one it leaves out', async () => {
  await fc.assert(
    fc.asyncProperty(batches, async ({ count, steps }) => {
      const open: { readonly to: string; readonly answer: () => void }[] = [];
      const peer: Peer = ({ request }) =>
        new Promise<ResponsePrimitive>((resolve) => {
          const response = { responseStatusCode: 2004, requestIdentifier: request.requestIdentifier };
          open.push({ to: request.to, answer: () => resolve(response) });
        });
      const memberIDs = names(count);
      const bed = await somecastBed(memberIDs, { somecastAlgorithm: LEAST_WORK_LOAD }, peer);
      for (const { numbers, answered } of steps) {
        const loads = [
          ...countsOf(
            memberIDs,
            open.map(({ to }) => to),
          ),
        ];
        bed.sent.length = 0;
        for (const number of numbers) void anyOf(bed, number);
        await bed.clock.advance(0);
        for (const chosen of choicesIn(bed)) takeLeastLoaded(memberIDs, loads, chosen);
        for (const which of answered) open.splice(which % Math.max(open.length, 1), 1)[0]?.answer();
        await bed.clock.advance(0);
      }
    }),
    RUN,
  );
});

/** What was sent, by the group request it belongs to, in the order of these. */
function choicesIn(bed: TestBed): readonly (readonly string[])[] {
  const byRequest = new Map<string, string[]>();
  for (const { request } of bed.sent) {
    const identifier = request.groupRequestIdentifier ?? '';
    byRequest.set(identifier, [...(byRequest.get(identifier) ?? []), request.to]);
  }
  return [...byRequest.values()];
}

function takeLeastLoaded(memberIDs: readonly string[], loads: number[], chosen: readonly string[]): void {
  const load = (memberID: string) => loads[memberIDs.indexOf(memberID)] ?? 0;
  const heaviest = Math.max(...chosen.map(load));
  const lightest = Math.min(...memberIDs.filter((memberID) => !chosen.includes(memberID)).map(load));
  assert.ok(heaviest <= lightest, `loads ${loads}, chosen ${chosen}`);
  for (const memberID of chosen) loads[memberIDs.indexOf(memberID)] = load(memberID) + 1;
}

test('law: random reaches every member, each about equally often', async () => {
  const bed = testBed();
  const memberIDs = names(6);
  await makeGroup(bed, memberIDs);
  const group = bed.cse.resolve('cse-base/g')?.resource;
  assert.ok(group !== undefined);
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const cse = { ...bed.cse, ports: { ...bed.cse.ports, random: seededRandom(seed) } };
      const chosen: string[] = [];
      for (let request = 0; request < 900; request += 1) chosen.push(...chooseRandom(cse, group, 2));
      // 300 expected of each; the standard deviation is 14, and 5 of them are as good as never exceeded.
      for (const count of countsOf(memberIDs, chosen)) assert.ok(Math.abs(count - 300) < 70, `${count}`);
    }),
    RUN,
  );
});

const refused = fc.oneof(
  fc
    .integer({ min: 2, max: 6 })
    .chain((count) =>
      fc.record({ count: fc.constant(count), number: fc.integer({ min: count, max: count + 3 }) }),
    ),
  fc.record({
    count: fc.integer({ min: 2, max: 6 }),
    number: fc.constant(1),
    targets: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({
    count: fc.integer({ min: 2, max: 6 }),
    number: fc.constant(1),
    somecastEnable: fc.constantFrom(false, null),
  }),
);

test('law: too many, target members too, or somecast off or absent: 4000, and nothing is sent', async () => {
  await fc.assert(
    fc.asyncProperty(refused, fc.integer({ min: 1, max: 4 }), async (refusal, somecastAlgorithm) => {
      const { count, number, targets, somecastEnable } = { targets: 0, somecastEnable: true, ...refusal };
      const bed = await somecastBed(names(count), { somecastAlgorithm }, answering(2004));
      const change = resource(9, { somecastEnable });
      assert.equal(
        (await bed.ask({ operation: 'update', to: 'cse-base/g', content: change })).responseStatusCode,
        2004,
      );
      const parameters = targets > 0 ? { groupRequestTargetMembers: names(targets) } : {};
      assert.equal((await anyOf(bed, number, parameters)).responseStatusCode, 4000);
      assert.deepEqual(bed.sent, []);
    }),
    RUN,
  );
});

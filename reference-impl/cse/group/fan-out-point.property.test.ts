import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { type Peer, testBed } from '../test-bed';
import { entriesOf, makeGroup, registerCse } from './group-bed';

/** Of every law here; a failure prints the seed and the path that replay it. */
const RUN = { seed: 20_261_120, numRuns: 60 };
const TIME = 1_000;

/** A member that answers with this code after a while, if ever. */
interface Member {
  readonly delay: number;
  readonly code: number;
}

const member: fc.Arbitrary<Member> = fc.record({
  delay: fc.oneof(fc.integer({ min: 0, max: TIME - 1 }), fc.constant(2 * TIME)),
  code: fc.constantFrom(2000, 4004, 4103, 5000),
});
const members = fc.array(member, { minLength: 1, maxLength: 12 });

type Entries = readonly (readonly [string | undefined, number])[];

/** Fans out to members named by their position from `first` on; answers the entries and the code of the whole. */
async function fanOut(list: readonly Member[], first = 0): Promise<{ entries: Entries; code: number }> {
  const byName = new Map(list.map((one, position) => [`/cse2/m${first + position}`, one]));
  const peer: Peer = ({ request }) =>
    new Promise<ResponsePrimitive>((resolve) => {
      const { delay = 0, code = 2000 } = byName.get(request.to) ?? {};
      const response = { responseStatusCode: code, requestIdentifier: request.requestIdentifier };
      bed.clock.after(delay, () => resolve(response));
    });
  const bed = testBed({ peer });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, [...byName.keys()]);
  const response = await bed.clock.untilSettled(
    bed.ask({ operation: 'retrieve', to: 'cse-base/g/fopt', resultExpirationTimestamp: `${TIME}` }),
  );
  return { entries: entriesOf(response), code: response.responseStatusCode };
}

test('law: n members give n entries, or n answers short of those that did not come in time', async () => {
  await fc.assert(
    fc.asyncProperty(members, async (list) => {
      const { entries, code } = await fanOut(list);
      const expected = list.flatMap((one, position) =>
        one.delay < TIME ? [[`/cse2/m${position}`, one.code] as const] : [],
      );
      assert.deepEqual(entries, expected);
      assert.equal(code, expected.length > 0 ? 2000 : 5209);
    }),
    RUN,
  );
});

test('law: the order of the answers is irrelevant', async () => {
  const delays = fc.array(fc.integer({ min: 0, max: TIME - 1 }), { minLength: 12, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(members, delays, async (list, other) => {
      const prompt = list.map((one) => ({ ...one, delay: one.delay % TIME }));
      const reordered = prompt.map((one, position) => ({ ...one, delay: other[position] ?? 0 }));
      assert.deepEqual((await fanOut(reordered)).entries, (await fanOut(prompt)).entries);
    }),
    RUN,
  );
});

test('law: the aggregate of a union is the union of the aggregates', async () => {
  await fc.assert(
    fc.asyncProperty(members, members, async (left, right) => {
      const whole = await fanOut([...left, ...right]);
      const parts = [await fanOut(left), await fanOut(right, left.length)];
      assert.deepEqual(
        whole.entries,
        parts.flatMap(({ entries }) => entries),
      );
    }),
    RUN,
  );
});

test('law: members that fail or are silent never change the entries of others', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(member, fc.boolean()), { minLength: 1, maxLength: 12 }),
      async (list) => {
        const before = await fanOut(list.map(([one]) => one));
        const after = await fanOut(
          list.map(([one, broken]) => (broken ? { delay: one.delay, code: 5000 } : one)),
        );
        const silenced = await fanOut(
          list.map(([one, broken]) => (broken ? { ...one, delay: 2 * TIME } : one)),
        );
        const sound = new Set(list.flatMap(([, broken], position) => (broken ? [] : [`/cse2/m${position}`])));
        const ofSound = (entries: Entries) => entries.filter(([from]) => sound.has(from ?? ''));
        assert.deepEqual(ofSound(after.entries), ofSound(before.entries));
        assert.deepEqual(silenced.entries, ofSound(before.entries));
      },
    ),
    RUN,
  );
});

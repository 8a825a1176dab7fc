import assert from 'node:assert/strict';
import { it } from 'node:test';
import { attributesOf } from '../../test-bed';
import { contextsOf, sessionWith } from '../session-state';
import { AE1, AE2, HERE, KEY, SESSION, sealed, type UseBed, update, use, useBed } from './use-bed';

const OTHER_KEY = 'HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';

async function fromAe2(bed: UseBed, protectedData: string, requestIdentifier: string) {
  const answer = await use(bed, { ...update(HERE, protectedData, requestIdentifier), from: AE2 });
  return answer.responseStatusCode;
}

function stored(bed: UseBed) {
  return bed.cse.resolve(HERE)?.resource.attributes.protectedData;
}

function contextCodes(bed: UseBed) {
  const session = sessionWith(bed.cse, SESSION);
  assert.ok(session);
  return contextsOf(bed.cse, session).map(({ attributes }) => [
    attributes.requestID,
    attributes.responseStatusCode,
  ]);
}

it('stores protected data as it came, keeps a context, and tells the owner', async () => {
  const bed = await useBed();
  const data = await sealed(AE2, 1);
  const answer = await use(bed, { ...update(HERE, data, 'q1'), from: AE2 });
  assert.equal(answer.responseStatusCode, 2004);
  assert.equal(answer.content, undefined);
  assert.equal(stored(bed), data);
  assert.deepEqual(contextCodes(bed), [['q1', 2004]]);
  assert.deepEqual(
    bed.told().map(({ request }) => request.content),
    [
      {
        kind: 'notification',
        notification: {
          event: {
            representation: {
              kind: 'sessionEvent',
              event: { type: 2, sessionID: SESSION, resource: '/cse1/cse-base/ae1/c1' },
            },
          },
        },
      },
    ],
  );
});

it('shows it to the endpoints, and keeps a context of that', async () => {
  const bed = await useBed();
  const data = await sealed(AE2, 1);
  await fromAe2(bed, data, 'q1');
  const read = await use(bed, {
    operation: 'retrieve',
    to: HERE,
    sessionID: SESSION,
    requestIdentifier: 'q2',
  });
  assert.equal(read.responseStatusCode, 2000);
  assert.equal(attributesOf(read).protectedData, data);
  assert.equal(attributesOf(read).sessionID, undefined);
  assert.deepEqual(contextCodes(bed), [
    ['q1', 2004],
    ['q2', 2000],
  ]);
});

it('does not tell an endpoint of its own update', async () => {
  const bed = await useBed();
  const answer = await use(bed, update(HERE, await sealed(AE1, 1), 'q1'));
  assert.equal(answer.responseStatusCode, 2004);
  assert.deepEqual(bed.told(), []);
});

it('refuses a replay under a new request identifier, and a number that is not above the last', async () => {
  const bed = await useBed();
  const data = await sealed(AE2, 5);
  assert.equal(await fromAe2(bed, data, 'q1'), 2004);
  assert.equal(await fromAe2(bed, data, 'q2'), 4105);
  assert.equal(await fromAe2(bed, await sealed(AE2, 4), 'q3'), 4105);
  assert.equal(await fromAe2(bed, await sealed(AE2, 6), 'q4'), 2004);
  assert.deepEqual(contextCodes(bed), [
    ['q1', 2004],
    ['q4', 2004],
  ]);
});

it('counts each endpoint for itself', async () => {
  const bed = await useBed();
  assert.equal(await fromAe2(bed, await sealed(AE2, 5), 'q1'), 2004);
  assert.equal((await use(bed, update(HERE, await sealed(AE1, 1), 'q1'))).responseStatusCode, 2004);
});

it('answers the same request once more as before, and carries it out once', async () => {
  const bed = await useBed();
  const data = await sealed(AE2, 1);
  const [one, two] = await Promise.all([fromAe2(bed, data, 'q1'), fromAe2(bed, data, 'q1')]);
  const tag = bed.cse.resolve(HERE)?.resource.attributes.stateTag;
  assert.deepEqual([one, two, await fromAe2(bed, data, 'q1')], [2004, 2004, 2004]);
  assert.equal(tag, 1);
  assert.equal(bed.cse.resolve(HERE)?.resource.attributes.stateTag, 1);
  assert.equal(bed.told().length, 1);
  assert.deepEqual(contextCodes(bed), [['q1', 2004]]);
});

const unsound: readonly [string, () => Promise<string>][] = [
  ['another key', () => sealed(AE2, 1, OTHER_KEY)],
  ['another session', () => sealed(AE2, 1, KEY, 'sid-of-another-session')],
  ['another sender', () => sealed(AE1, 1)],
  ['no JWE', async () => 'hello'],
  ['nothing', async () => ''],
];
for (const [what, data] of unsound) {
  it(`refuses protected data with ${what}, and keeps nothing`, async () => {
    const bed = await useBed();
    assert.equal(await fromAe2(bed, await data(), 'q1'), 4000);
    assert.equal(stored(bed), undefined);
    assert.deepEqual(contextCodes(bed), []);
    assert.deepEqual(bed.told(), []);
    assert.equal(await fromAe2(bed, await sealed(AE2, 1), 'q2'), 2004);
  });
}

it('keeps so many contexts only, the latest ones', async () => {
  const bed = await useBed({ config: { maximumSessionContexts: 3 } });
  for (let number = 1; number <= 5; number += 1) {
    assert.equal(await fromAe2(bed, await sealed(AE2, number), `q${number}`), 2004);
  }
  assert.deepEqual(
    contextCodes(bed).map(([identifier]) => identifier),
    ['q3', 'q4', 'q5'],
  );
});

it('waits for nobody who is told', async () => {
  const bed = await useBed({ peer: () => new Promise(() => {}) });
  assert.equal(await fromAe2(bed, await sealed(AE2, 1), 'q1'), 2004);
});

for (const [to, code] of [
  ['cse-base/ae1', 4005],
  ['cse-base/ae1/c1/la', 4005],
  ['cse-base/ae1/nothing', 4004],
] as const) {
  it(`refuses ${to} with ${code}`, async () => {
    const bed = await useBed();
    const answer = await use(bed, { operation: 'retrieve', to, from: AE2 });
    assert.equal(answer.responseStatusCode, code);
    assert.deepEqual(contextCodes(bed), []);
  });
}

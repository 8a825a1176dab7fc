import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { ResponsePrimitive } from '../../../../protocol/model/response-primitive';
import { type Peer, START } from '../../test-bed';
import { contextsOf, sessionWith } from '../session-state';
import { dropStored } from './settle-turn';
import {
  AE1,
  AE2,
  HERE,
  putPolicy,
  SESSION,
  sealed,
  THERE,
  type UseBed,
  update,
  use,
  useBed,
  willing,
} from './use-bed';

const MINUTE = 60_000;
/** Opens five minutes after the start, for ten minutes of each hour. */
const SOON = '* 20-29 * * * * *';
/** Long enough to wait for the window. */
const PATIENT = { resultExpirationTimestamp: String(90 * MINUTE) };

/** An update of AE2's container in the name of AE1; answers the code and the minute of the answer. */
async function ask(bed: UseBed, identifier: string, more: object = PATIENT): Promise<[number, number]> {
  const data = await sealed(AE1, 1);
  const answer = await use(bed, { ...update(THERE, data, identifier), ...more });
  return [answer.responseStatusCode, (bed.clock.now() - START) / MINUTE];
}

function passedAt(bed: UseBed): readonly string[] {
  return bed.passed().map(({ request }) => request.requestIdentifier);
}

function contexts(bed: UseBed) {
  const session = sessionWith(bed.cse, SESSION);
  return session === undefined
    ? []
    : contextsOf(bed.cse, session).map(({ attributes }) => attributes.responseStatusCode);
}

/** A next hop that answers after so many milliseconds. */
function slow(bed: () => UseBed, milliseconds: number): Peer {
  return ({ request }) =>
    new Promise<ResponsePrimitive>((resolve) => {
      const answer = { responseStatusCode: 2004, requestIdentifier: request.requestIdentifier };
      bed().clock.after(milliseconds, () => resolve(answer));
    });
}

it('passes an immediate request on as it came, but for From', async () => {
  const bed = await useBed();
  const data = await sealed(AE1, 1);
  const answer = await use(bed, update(THERE, data, 'q1'));
  assert.equal(answer.responseStatusCode, 2004);
  assert.deepEqual(
    bed.passed().map(({ request }) => request),
    [{ ...update(THERE, data, 'q1'), from: AE1, releaseVersionIndicator: '3' }],
  );
  assert.deepEqual(contexts(bed), [2004]);
});

it('answers 5103 where the next hop does not answer an immediate request', async () => {
  const bed = await useBed({ peer: () => undefined });
  assert.deepEqual(await ask(bed, 'q1', {}), [5103, 0]);
  assert.deepEqual(contexts(bed), [5103]);
});

it('carries out again what nobody answered before', async () => {
  let up = false;
  const bed = await useBed({ peer: (sent) => (up ? willing(sent) : undefined) });
  assert.deepEqual(await ask(bed, 'q1', {}), [5103, 0]);
  up = true;
  assert.deepEqual(await ask(bed, 'q1', {}), [2004, 0]);
  assert.deepEqual(contexts(bed), [2004]);
});

it('keeps a request until the window is open', async () => {
  const bed = await useBed();
  putPolicy(bed, SOON);
  const outcome = ask(bed, 'q1');
  await bed.clock.advance(5 * MINUTE - 1);
  assert.deepEqual(passedAt(bed), []);
  assert.deepEqual(await bed.clock.untilSettled(outcome), [2004, 5]);
  assert.deepEqual(passedAt(bed), ['q1']);
  assert.deepEqual(contexts(bed), [2004]);
});

it('passes a request on at once when the window is open', async () => {
  const bed = await useBed();
  putPolicy(bed, '* 10-19 * * * * *');
  assert.deepEqual(await bed.clock.untilSettled(ask(bed, 'q1')), [2004, 0]);
});

it('keeps what it is to serve, too', async () => {
  const bed = await useBed();
  putPolicy(bed, SOON);
  const outcome = use(bed, { ...update(HERE, await sealed(AE2, 1), 'q1'), from: AE2, ...PATIENT });
  await bed.clock.advance(4 * MINUTE);
  assert.equal(bed.cse.resolve(HERE)?.resource.attributes.protectedData, undefined);
  assert.equal((await bed.clock.untilSettled(outcome)).responseStatusCode, 2004);
  assert.equal(bed.clock.now(), START + 5 * MINUTE);
});

it('is not bound by the policy of another hop', async () => {
  const bed = await useBed();
  putPolicy(bed, SOON, { appliesTo: ['/cse2'] });
  assert.deepEqual(await ask(bed, 'q1'), [2004, 0]);
});

it('refuses at once what would have to wait beyond its end, or for longer than is allowed', async () => {
  const bed = await useBed();
  putPolicy(bed, SOON, { maximumDelay: 5 * MINUTE });
  assert.deepEqual(await ask(bed, 'q1', { resultExpirationTimestamp: String(5 * MINUTE) }), [4008, 0]);
  assert.deepEqual(await ask(bed, 'q2', {}), [4008, 0]);
  assert.deepEqual(await bed.clock.untilSettled(ask(bed, 'q3')), [2004, 5]);
  putPolicy(bed, '* * * * * * *', { maximumDelay: 5 * MINUTE - 1 });
  await bed.clock.advance(55 * MINUTE);
  assert.deepEqual(await ask(bed, 'q4'), [4008, 60]);
  assert.deepEqual(passedAt(bed), ['q3']);
  assert.deepEqual(contexts(bed), [2004]);
});

it('asks a next hop again that does not answer, within the window only, until the request ends', async () => {
  const at: number[] = [];
  const bed = await useBed({
    config: { sessionRepetitionInterval: 4 * MINUTE },
    peer: () => {
      at.push((bed.clock.now() - START) / MINUTE);
      return undefined;
    },
  });
  putPolicy(bed, SOON);
  // At 77 it is clear that the next window, at 125, is too late.
  assert.deepEqual(await bed.clock.untilSettled(ask(bed, 'q1')), [4008, 77]);
  assert.deepEqual(at, [5, 9, 13, 65, 69, 73]);
  assert.deepEqual(contexts(bed), [4008]);
});

it('asks a silent next hop again, and takes the answer to any of the messages', async () => {
  let asked = 0;
  const bed: UseBed = await useBed({
    config: { resultExpiration: MINUTE },
    peer: (sent) => {
      asked += 1;
      return asked === 1 ? slow(() => bed, 2.5 * MINUTE)(sent) : new Promise(() => {});
    },
  });
  putPolicy(bed, SOON);
  assert.deepEqual(await bed.clock.untilSettled(ask(bed, 'q1')), [2004, 7.5]);
  assert.deepEqual(passedAt(bed), ['q1', 'q1']);
});

it('takes a refusal of the next hop for an answer', async () => {
  const bed = await useBed({
    peer: ({ request: { requestIdentifier } }) => ({ responseStatusCode: 5103, requestIdentifier }),
  });
  putPolicy(bed, SOON);
  assert.deepEqual(await bed.clock.untilSettled(ask(bed, 'q1')), [5103, 5]);
});

it('passes requests on in their order, each after the answer to the one before', async () => {
  const bed: UseBed = await useBed({
    peer: (sent) => slow(() => bed, MINUTE)(sent),
    config: { resultExpiration: 5 * MINUTE },
  });
  putPolicy(bed, SOON);
  const outcomes = Promise.all(['q1', 'q2', 'q3'].map((identifier) => ask(bed, identifier)));
  await bed.clock.advance(5 * MINUTE);
  assert.deepEqual(passedAt(bed), ['q1']);
  assert.deepEqual(await bed.clock.untilSettled(outcomes), [
    [2004, 6],
    [2004, 7],
    [2004, 8],
  ]);
  assert.deepEqual(passedAt(bed), ['q1', 'q2', 'q3']);
});

it('does not let an immediate request overtake a slow one', async () => {
  const bed: UseBed = await useBed({ peer: (sent) => slow(() => bed, 20_000)(sent) });
  const outcomes = Promise.all([ask(bed, 'q1', {}), ask(bed, 'q2', {}), ask(bed, 'q3', {})]);
  await bed.clock.advance(19_999);
  assert.deepEqual(passedAt(bed), ['q1']);
  const answers = await bed.clock.untilSettled(outcomes);
  // The third is still waiting when nobody waits for it any more.
  assert.deepEqual(
    answers.map(([code]) => code),
    [2004, 2004, 4008],
  );
  assert.deepEqual(passedAt(bed), ['q1', 'q2']);
});

it('gives the same request once more the answer of the first', async () => {
  const bed = await useBed();
  putPolicy(bed, SOON);
  const outcomes = Promise.all([ask(bed, 'q1'), ask(bed, 'q1')]);
  assert.deepEqual(await bed.clock.untilSettled(outcomes), [
    [2004, 5],
    [2004, 5],
  ]);
  assert.deepEqual(passedAt(bed), ['q1']);
  assert.deepEqual(await ask(bed, 'q1'), [2004, 5]);
  assert.deepEqual(passedAt(bed), ['q1']);
});

it('keeps so many requests of a session only', async () => {
  const bed = await useBed({ config: { maximumStoredRequests: 2 } });
  putPolicy(bed, SOON);
  const outcomes = Promise.all([ask(bed, 'q1'), ask(bed, 'q2')]);
  await bed.clock.advance(0);
  assert.deepEqual(await ask(bed, 'q3'), [5207, 0]);
  assert.deepEqual(await bed.clock.untilSettled(outcomes), [
    [2004, 5],
    [2004, 5],
  ]);
});

it('answers what is stored when the session ends, and keeps nothing of it', async () => {
  const bed = await useBed();
  putPolicy(bed, SOON);
  const outcomes = Promise.all([ask(bed, 'q1'), ask(bed, 'q2')]);
  await bed.clock.advance(MINUTE);
  assert.equal(bed.cse.ports.records?.all('session-stored-request').length, 2);
  dropStored(bed.cse, SESSION);
  assert.deepEqual(await outcomes, [
    [4004, 1],
    [4004, 1],
  ]);
  assert.deepEqual(bed.cse.ports.records?.all('session-stored-request'), []);
  await bed.clock.advance(30 * MINUTE);
  assert.deepEqual(passedAt(bed), []);
});

it('leaves no record of what was answered', async () => {
  const bed = await useBed();
  putPolicy(bed, SOON);
  await bed.clock.untilSettled(ask(bed, 'q1'));
  assert.deepEqual(bed.cse.ports.records?.all('session-stored-request'), []);
});

it('lets what is stored go when its policy is deleted', async () => {
  const bed = await useBed();
  putPolicy(bed, SOON);
  const outcome = ask(bed, 'q1');
  await bed.clock.advance(MINUTE);
  const deleted = await bed.ask({ operation: 'delete', to: `${SESSION}/p-2029`, from: 'Cae1' });
  assert.equal(deleted.responseStatusCode, 2002);
  assert.deepEqual(await outcome, [2004, 1]);
});

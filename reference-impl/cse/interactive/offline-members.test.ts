import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeGroup, registerCse } from '../group/group-bed';
import { attributesOf, type TestBed, testBed } from '../test-bed';
import { interactively, messagesTo, NT1, ok, requestAddress, toldIn } from './interactive-bed';

const MINUTE = 60_000;

/** One member on /cse2 that is reached from `comesBackAt` on, and one on /cse3 that never is. */
async function offlineBed(comesBackAt: number, woken: string[] = []): Promise<TestBed> {
  const bed: TestBed = testBed({
    peer: (sent) => {
      const isBack = sent.pointOfAccess === 'mem:cse2' && bed.clock.now() >= begun + comesBackAt;
      return sent.pointOfAccess === NT1 || isBack ? ok(sent) : undefined;
    },
    ports: {
      trigger: {
        wake: async (cseID) => {
          woken.push(cseID);
          return new Promise<never>(() => {});
        },
      },
    },
  });
  const begun = bed.clock.now();
  await registerCse(bed, 'cse2');
  await registerCse(bed, 'cse3');
  await makeGroup(bed, ['/cse2/m1', '/cse3/m2']);
  return bed;
}

test('a member whose CSE comes back is asked again; who never comes ends as not reachable', async () => {
  const woken: string[] = [];
  const bed = await offlineBed(10 * MINUTE, woken);
  const request = { ...interactively([NT1]), resultExpirationTimestamp: String(30 * MINUTE) };
  const address = requestAddress(await bed.ask(request));
  await bed.clock.advance(9 * MINUTE);
  assert.equal(messagesTo(bed, NT1).length, 0);
  assert.deepEqual(woken, ['/cse2', '/cse3']);
  await bed.clock.advance(2 * MINUTE);
  assert.deepEqual(messagesTo(bed, NT1).map(toldIn), [[['/cse2/m1', 2000]]]);
  await bed.clock.advance(30 * MINUTE);
  assert.deepEqual(messagesTo(bed, NT1).map(toldIn)[1], [['/cse3/m2', 5103]]);
  const shown = attributesOf(await bed.ask({ operation: 'retrieve', to: address }));
  assert.equal(shown.requestStatus, 5);
  const sent = bed.sent.length;
  await bed.clock.advance(30 * MINUTE);
  assert.equal(bed.sent.length, sent);
});

test('nobody came: every entry says so, and the request has failed', async () => {
  const bed = await offlineBed(Number.POSITIVE_INFINITY);
  const request = { ...interactively([NT1]), resultExpirationTimestamp: String(5 * MINUTE) };
  const address = requestAddress(await bed.ask(request));
  await bed.clock.advance(6 * MINUTE);
  const [told] = messagesTo(bed, NT1).map(toldIn);
  assert.deepEqual(told, [
    ['/cse2/m1', 5103],
    ['/cse3/m2', 5103],
  ]);
  assert.equal(attributesOf(await bed.ask({ operation: 'retrieve', to: address })).requestStatus, 2);
});

test('a CSE that was woken is asked at once', async () => {
  let wakeUp = (): void => {};
  let awake = false;
  const bed: TestBed = testBed({
    peer: (sent) => (awake || sent.pointOfAccess === NT1 ? ok(sent) : undefined),
    ports: { trigger: { wake: () => new Promise((resolve) => (wakeUp = resolve)) } },
  });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, ['/cse2/m1']);
  await bed.ask(interactively([NT1]));
  await bed.clock.advance(1_000);
  awake = true;
  wakeUp();
  await bed.clock.advance(1_000);
  assert.deepEqual(messagesTo(bed, NT1).map(toldIn), [[['/cse2/m1', 2000]]]);
});

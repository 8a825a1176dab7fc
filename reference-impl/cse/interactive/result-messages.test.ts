import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { makeContainers, makeGroup, registerCse } from '../group/group-bed';
import { type Peer, type TestBed, testBed } from '../test-bed';
import { after, interactively, messagesTo, NT1, NT2, ok, toldIn } from './interactive-bed';

const MINUTE = 60_000;
/** The default: a refused message comes again after 10 s, a silent one after 5 s more. */
const INTERVAL = 10_000;
const SILENCE = 15_000;

/** Two members here. */
async function bedWith(peer: Peer): Promise<TestBed> {
  const bed = testBed({ peer });
  await makeGroup(bed, await makeContainers(bed, 2));
  return bed;
}

test('a refusal or a broken connection brings the same message after the interval', async () => {
  const answers = [4000, undefined, 5000];
  let count = 0;
  const bed = await bedWith(({ request }) => {
    const status = count < answers.length ? answers[count] : 2000;
    count += 1;
    return status === undefined
      ? undefined
      : { responseStatusCode: status, requestIdentifier: request.requestIdentifier };
  });
  await bed.ask(interactively([NT1]));
  await bed.clock.advance(2 * INTERVAL + 100);
  assert.equal(messagesTo(bed, NT1).length, 3);
  await bed.clock.advance(10 * MINUTE);
  assert.equal(messagesTo(bed, NT1).length, 4);
  assert.equal(new Set(messagesTo(bed, NT1).map(({ request }) => JSON.stringify(request))).size, 1);
});

test('a silent target gets the message again after timeout and interval, 1 + limit times in all', async () => {
  const never = new Promise<never>(() => {});
  const sentAt: number[] = [];
  const bed: TestBed = await bedWith(() => {
    sentAt.push(bed.clock.now());
    return never;
  });
  await bed.ask(interactively([NT1]));
  await bed.clock.advance(30 * MINUTE);
  const [first = 0] = sentAt;
  assert.deepEqual(
    sentAt.map((at) => at - first),
    [0, SILENCE, 2 * SILENCE, 3 * SILENCE],
  );
});

test('a late acknowledgement ends the repetition', async () => {
  const bed: TestBed = await bedWith((sent) => after(bed, SILENCE - 1_000, ok(sent)));
  await bed.ask(interactively([NT1]));
  await bed.clock.advance(30 * MINUTE);
  assert.equal(messagesTo(bed, NT1).length, 1);
});

test('an answer to another request does not acknowledge', async () => {
  const bed = await bedWith(() => ({ responseStatusCode: 2000, requestIdentifier: 'other' }));
  await bed.ask(interactively([NT1]));
  await bed.clock.advance(30 * MINUTE);
  assert.equal(messagesTo(bed, NT1).length, 4);
});

test('one silent target holds up neither the other target nor the other members', async () => {
  const bed: TestBed = testBed({
    peer: (sent): ResponsePrimitive | undefined | Promise<ResponsePrimitive | undefined> => {
      if (sent.pointOfAccess === NT1) return undefined;
      return sent.pointOfAccess === NT2 ? ok(sent) : after(bed, 1_000, ok(sent));
    },
  });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, [...(await makeContainers(bed, 1)), '/cse2/m2']);
  await bed.ask(interactively([NT1, NT2]));
  await bed.clock.advance(2_000);
  assert.deepEqual(messagesTo(bed, NT2).map(toldIn), [[['cse-base/m1', 2000]], [['/cse2/m2', 2000]]]);
  await bed.clock.advance(30 * MINUTE);
  const told = messagesTo(bed, NT1).map(toldIn);
  assert.equal(told.length, 8);
  assert.deepEqual(told[3], [['cse-base/m1', 2000]]);
  assert.deepEqual(told[4], [['/cse2/m2', 2000]]);
});

test('without a target list the AE that asked is notified at its point of access', async () => {
  const bed = await bedWith((sent) => (sent.pointOfAccess === 'mem:dead' ? undefined : ok(sent)));
  const AE = { 'App-ID': 'Napp', requestReachability: true, supportedReleaseVersions: ['3'] };
  await bed.make('cse-base', 2, { ...AE, pointOfAccess: ['mem:dead', 'mem:ae'] }, 'CApp');
  await bed.make('cse-base', 9, { resourceName: 'own', maxNrOfMembers: 2, memberIDs: ['cse-base'] }, 'CApp');
  const accepted = await bed.ask({ ...interactively(), to: 'cse-base/own/fopt', from: 'CApp' });
  assert.equal(accepted.responseStatusCode, 1002);
  await bed.clock.advance(MINUTE);
  assert.deepEqual(
    bed.sent.map(({ pointOfAccess, request }) => [pointOfAccess, request.to]),
    [
      ['mem:dead', 'CApp'],
      ['mem:ae', 'CApp'],
    ],
  );
});

test('an empty target list, and polling: everything is gathered, and nobody is told', async () => {
  const bed = await bedWith(ok);
  for (const responseType of [{ value: 2, notificationURIs: [] }, { value: 1 }]) {
    const accepted = await bed.ask({ ...interactively(), responseType });
    assert.equal(accepted.responseStatusCode, 1000 + responseType.value);
  }
  await bed.clock.advance(MINUTE);
  assert.equal(bed.sent.length, 0);
});

test('two requests with the same identifier are told apart by their messages', async () => {
  const bed = await bedWith(ok);
  await bed.ask(interactively([NT1]));
  await bed.ask({ ...interactively([NT1]), requestIdentifier: 'q2' });
  await bed.clock.advance(MINUTE);
  const identifiers = messagesTo(bed, NT1).map(({ request }) => request.requestIdentifier);
  assert.equal(new Set(identifiers).size, 2);
});

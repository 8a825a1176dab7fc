import assert from 'node:assert/strict';
import { it } from 'node:test';
import { makeContainers, makeGroup, registerCse } from '../group/group-bed';
import { attributesOf, type Peer, type TestBed, testBed } from '../test-bed';
import { after, interactively, messagesTo, NT1, ok, requestAddress, toldIn } from './interactive-bed';

const MINUTE = 60_000;

/** A bed with members m1 and m2 here, and m3 on /cse2 which answers after ten minutes. */
async function slowMemberBed(nt: Peer): Promise<TestBed> {
  const bed: TestBed = testBed({
    peer: (sent) => {
      if (sent.pointOfAccess === NT1) return nt(sent);
      return after(bed, 10 * MINUTE, ok(sent));
    },
  });
  const local = await makeContainers(bed, 2);
  await registerCse(bed, 'cse2');
  await makeGroup(bed, [...local, '/cse2/m3']);
  return bed;
}

it('accepts at once and tells of each member as it answers', async () => {
  const bed = await slowMemberBed(ok);
  const acceptance = await bed.ask(interactively([NT1]));
  assert.equal(acceptance.responseStatusCode, 1002);
  assert.equal(bed.sent.length, 0);

  await bed.clock.advance(MINUTE);
  const [first, ...more] = messagesTo(bed, NT1);
  assert.ok(first);
  assert.equal(more.length, 0);
  assert.deepEqual(toldIn(first), [
    ['cse-base/m1', 2000],
    ['cse-base/m2', 2000],
  ]);
  assert.equal(first.request.from, '/cse1');
  assert.equal(first.request.operation, 'notify');
  assert.equal(
    first.request.content?.kind === 'response' && first.request.content.response.requestIdentifier,
    'q1',
  );

  const address = requestAddress(acceptance);
  const running = attributesOf(await bed.ask({ operation: 'retrieve', to: address }));
  assert.equal(running.requestStatus, 5);
  assert.equal(running.requestID, 'q1');

  await bed.clock.advance(10 * MINUTE);
  assert.deepEqual(messagesTo(bed, NT1).map(toldIn)[1], [['/cse2/m3', 2000]]);
  const ended = attributesOf(await bed.ask({ operation: 'retrieve', to: address }));
  assert.equal(ended.requestStatus, 1);
});

it('sends the same message again until the limit, and keeps the results', async () => {
  const bed = await slowMemberBed(() => undefined);
  const acceptance = await bed.ask(interactively([NT1]));
  await bed.clock.advance(5 * MINUTE);
  const messages = messagesTo(bed, NT1);
  assert.equal(messages.length, 4);
  for (const { request } of messages) assert.deepEqual(request, messages[0]?.request);
  const { operationResult } = attributesOf(
    await bed.ask({ operation: 'retrieve', to: requestAddress(acceptance) }),
  );
  assert.ok(JSON.stringify(operationResult).includes('cse-base/m2'));
});

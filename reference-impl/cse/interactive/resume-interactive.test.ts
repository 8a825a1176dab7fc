import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeContainers, makeGroup, registerCse } from '../group/group-bed';
import { attributesOf, type TestBed } from '../test-bed';
import { after, interactively, messagesTo, NT1, ok, requestAddress, toldIn } from './interactive-bed';
import { Lives } from './lives';

const MINUTE = 60_000;

test('a retry schedule goes on where it stood, with the same message', async () => {
  const lives = new Lives();
  const never = new Promise<never>(() => {});
  const first = lives.begin(() => never);
  await makeGroup(first, await makeContainers(first, 2));
  const address = requestAddress(await first.ask(interactively([NT1])));
  await lives.clock.advance(20_000);
  assert.equal(messagesTo(first, NT1).length, 2);

  const second = lives.begin(() => never);
  await lives.clock.advance(5_000);
  assert.equal(messagesTo(second, NT1).length, 0);
  await lives.clock.advance(10 * MINUTE);
  assert.equal(messagesTo(second, NT1).length, 2);
  const all = [...messagesTo(first, NT1), ...messagesTo(second, NT1)];
  assert.equal(new Set(all.map(({ request }) => JSON.stringify(request))).size, 1);
  const shown = attributesOf(await second.ask({ operation: 'retrieve', to: address }));
  assert.ok(JSON.stringify(shown.operationResult).includes('cse-base/m2'));
});

test('who has not answered is asked again under the same identifier; what was told is not told again', async () => {
  const lives = new Lives();
  const first: TestBed = lives.begin((sent) => {
    return sent.pointOfAccess === NT1 ? ok(sent) : after(lives, 30 * MINUTE, ok(sent));
  });
  await registerCse(first, 'cse2');
  await makeGroup(first, [...(await makeContainers(first, 1)), '/cse2/m2']);
  await first.ask(interactively([NT1]));
  await lives.clock.advance(MINUTE);
  assert.deepEqual(messagesTo(first, NT1).map(toldIn), [[['cse-base/m1', 2000]]]);

  const second = lives.begin(ok);
  await lives.clock.advance(MINUTE);
  assert.deepEqual(messagesTo(second, NT1).map(toldIn), [[['/cse2/m2', 2000]]]);
  const asked = [first, second].map(({ sent }) => sent.find(({ request }) => request.to === '/cse2/m2'));
  assert.ok(asked[0]?.request.groupRequestIdentifier);
  assert.equal(asked[0]?.request.groupRequestIdentifier, asked[1]?.request.groupRequestIdentifier);
});

test('the keep time runs on, and at its end nothing is left', async () => {
  const lives = new Lives();
  const first = lives.begin(ok);
  await makeGroup(first, await makeContainers(first, 2));
  const request = { ...interactively([NT1]), resultPersistence: String(60 * MINUTE) };
  const address = requestAddress(await first.ask(request));
  await lives.clock.advance(MINUTE);
  assert.ok(lives.recordCount > 0);

  const second = lives.begin(ok);
  await lives.clock.advance(58 * MINUTE);
  assert.equal((await second.ask({ operation: 'retrieve', to: address })).responseStatusCode, 2000);
  await lives.clock.advance(2 * MINUTE);
  assert.equal((await second.ask({ operation: 'retrieve', to: address })).responseStatusCode, 4004);
  assert.equal(lives.recordCount, 0);
  assert.equal(messagesTo(second, NT1).length, 0);
});

test('a single request that was cut off is not carried out twice: it ends as failed', async () => {
  const lives = new Lives();
  const first = lives.begin(ok);
  await makeContainers(first, 1);
  await first.ask({ ...interactively([NT1]), to: 'cse-base/m1' });
  const second = lives.begin(ok);
  await lives.clock.advance(MINUTE);
  const { content } = messagesTo(second, NT1)[0]?.request ?? {};
  assert.equal(content?.kind === 'response' && content.response.responseStatusCode, 5000);
});

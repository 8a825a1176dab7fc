import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createHttpLink } from './http';
import { misbehave } from './misbehaviour';
import { watchUnderWay } from './under-way';

it('is at rest once an exchange over sockets is through, and what follows from it', async () => {
  const { link, atRest } = watchUnderWay(createHttpLink());
  const { address } = await link.listen('peer', async (request) => new Response(request.url));
  const answers: string[] = [];
  const follow = async (path: string): Promise<void> => {
    answers.push(await (await link.send(new Request(address + path))).text());
  };
  void follow('/1').then(() => follow('/2'));
  await atRest();
  assert.deepEqual(answers, [`${address}/1`, `${address}/2`]);
  await link.close();
});

it('is at rest while an endpoint thinks, and not before its answer has arrived', async () => {
  const { link, atRest } = watchUnderWay(createHttpLink());
  let answerNow = (): void => assert.fail('nothing arrived');
  const { address } = await link.listen('peer', () => {
    return new Promise((resolve) => {
      answerNow = () => resolve(new Response('late'));
    });
  });
  let received = '';
  void link.send(new Request(address)).then(async (response) => {
    received = await response.text();
  });
  await atRest();
  assert.equal(received, '');
  answerNow();
  await atRest();
  assert.equal(received, 'late');
  await link.close();
});

it('comes to rest after exchanges that break', async () => {
  const { link, atRest } = watchUnderWay(createHttpLink());
  const peer = await link.listen('peer', async () => misbehave(new Response(null), 'close-without-answer'));
  const failures: unknown[] = [];
  const fail = (address: string) =>
    link.send(new Request(address)).catch((error) => failures.push(error.kind));
  void fail(peer.address);
  await atRest();
  await peer.close();
  void fail(peer.address);
  await atRest();
  assert.deepEqual(failures, ['broken', 'unreachable']);
  await link.close();
});

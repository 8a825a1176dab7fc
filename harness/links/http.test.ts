import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { createHttpLink } from './http';

/** Handles of sockets and servers that would keep this process from ending. */
function tcpHandles(): readonly string[] {
  return process.getActiveResourcesInfo().filter((name) => name.startsWith('TCP'));
}

it('leaves no socket and no server behind once it is closed', async () => {
  // Tests of other files in this process may have servers of their own.
  const before = tcpHandles().length;
  const link = createHttpLink();
  const { address } = await link.listen('peer', async () => new Response('x'));
  await Promise.all(Array.from({ length: 5 }, () => link.send(new Request(address))));
  assert.ok(tcpHandles().length > before);
  await link.close();
  // The sending side learns of the closed sockets from the event loop, within a few turns of it.
  for (let turn = 0; turn < 100 && tcpHandles().length > before; turn += 1) await setImmediate();
  assert.ok(tcpHandles().length <= before, tcpHandles().join(', '));
});

it('listens on loopback and at the port that was asked for', async () => {
  const first = createHttpLink();
  const { address } = await first.listen('cse1', async () => new Response());
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+$/);
  await first.close();
  const second = createHttpLink({ ports: { cse1: Number(new URL(address).port) } });
  const fixed = await second.listen('cse1', async () => new Response());
  assert.equal(fixed.address, address);
  await second.close();
});

it('asks for no compression unless the request does', async () => {
  const link = createHttpLink();
  const { address } = await link.listen(
    'peer',
    async ({ headers }) => new Response(headers.get('accept-encoding')),
  );
  assert.equal(await (await link.send(new Request(address))).text(), 'identity');
  const asking = new Request(address, { headers: { 'accept-encoding': 'gzip' } });
  assert.equal(await (await link.send(asking)).text(), 'gzip');
  await link.close();
});

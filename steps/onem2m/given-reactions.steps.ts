import { Given, When } from '@cucumber/cucumber';
import type { Reaction } from '../../harness/cast/reaction';
import type { Operation } from '../../protocol/model/operation';
import type { Path } from '../parameter-types';
import type { FlowproofWorld } from '../world';

async function script(
  world: FlowproofWorld,
  host: string,
  members: readonly Path[],
  reaction: Reaction,
): Promise<void> {
  const tester = await world.scene.host(host);
  for (const { name } of members) tester.react(name, reaction);
}

Given(
  '{host} refuses every request to {members} with {status}',
  function (this: FlowproofWorld, host: string, members: readonly Path[], status: number) {
    return script(this, host, members, { kind: 'refuse', status });
  },
);

Given(
  '{host} refuses to {operation} {members} with {status}',
  async function (
    this: FlowproofWorld,
    host: string,
    operation: Operation,
    members: readonly Path[],
    status: number,
  ) {
    const tester = await this.scene.host(host);
    for (const { name } of members) tester.react(name, { kind: 'refuse', status }, operation);
  },
);

Given(
  '{host} stays silent to {members}',
  function (this: FlowproofWorld, host: string, members: readonly Path[]) {
    return script(this, host, members, { kind: 'silent' });
  },
);

Given(
  '{host} answers for {members} after {duration}',
  function (this: FlowproofWorld, host: string, members: readonly Path[], milliseconds: number) {
    this.longestDelay = Math.max(this.longestDelay, milliseconds);
    return script(this, host, members, { kind: 'delay', milliseconds });
  },
);

Given(
  '{host} drops the connection on requests to {members}',
  function (this: FlowproofWorld, host: string, members: readonly Path[]) {
    return script(this, host, members, { kind: 'drop' });
  },
);

Given(
  '{host} answers for {members} twice',
  function (this: FlowproofWorld, host: string, members: readonly Path[]) {
    return script(this, host, members, { kind: 'answer-twice' });
  },
);

Given(
  '{host} answers for {members} with garbage',
  function (this: FlowproofWorld, host: string, members: readonly Path[]) {
    return script(this, host, members, { kind: 'garbage' });
  },
);

Given(
  '{host} answers for {members} with another request identifier',
  function (this: FlowproofWorld, host: string, members: readonly Path[]) {
    const requestIdentifier = this.scene.stage.unique('not-the-one');
    return script(this, host, members, { kind: 'respond', response: { requestIdentifier } });
  },
);

Given('{host} is unreachable', async function (this: FlowproofWorld, host: string) {
  (await this.scene.host(host)).reactToAll({ kind: 'drop' });
});

Given('{host} will not create groups', async function (this: FlowproofWorld, host: string) {
  (await this.scene.host(host)).react('base', { kind: 'refuse', status: 4103 }, 'create');
});

When('{host} becomes reachable again', async function (this: FlowproofWorld, host: string) {
  (await this.scene.host(host)).reactToAll(undefined);
});

import { Given } from '@cucumber/cucumber';
import { describeAnswer } from '../../../harness/cast/describe-answer';
import type { ReactionPlan } from '../../../harness/cast/notification-target';
import { ANSWER } from '../../../harness/cast/reaction';
import { check } from '../../../harness/verdict/check';
import { Inconclusive } from '../../../harness/verdict/deviation';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Path } from '../../parameter-types';
import { stimulus } from '../../say';
import type { FlowproofWorld } from '../../world';
import { type ListenerReaction, listenerNamed, playable } from './listener-reactions';
import { inTheEnd } from './patience';
import { checkMembers, entriesTold, sendings, whatIsTold } from './told';

Given('{originator} can be notified', async function (this: FlowproofWorld, name: string) {
  const by = await this.scene.originator(name);
  const { pointOfAccess } = await listenerNamed(this, name);
  const attributes = { requestReachability: true, pointOfAccess: [pointOfAccess] };
  const content = { kind: 'resource', resource: { element: 'm2m:ae', attributes } } as const;
  const to = this.scene.required(name).structured;
  const outcome = await by.send({ operation: 'update', to, content });
  if (outcome.kind === 'none') throw new Inconclusive(`the point of access of ${name}: ${outcome.why}`);
  const { response } = outcome;
  const what = `the answer to the update of the point of access of ${name}`;
  check(response.responseStatusCode === RSC.UPDATED, what, 'UPDATED (2004)', describeAnswer(response));
});

Given('{listener} {reaction}', function (this: FlowproofWorld, name: string, reaction: ListenerReaction) {
  return plan(this, name, reaction, () => true);
});

Given(
  '{listener} {reaction} to the first {int} message(s)',
  function (this: FlowproofWorld, name: string, reaction: ListenerReaction, count: number) {
    return plan(this, name, reaction, (_copies, all) => all <= count);
  },
);

Given(
  '{listener} {reaction} to every message but the last',
  function (this: FlowproofWorld, name: string, reaction: ListenerReaction) {
    const { retryLimit } = this.parameters.target.ixit.igo;
    return plan(this, name, reaction, (copies) => copies <= retryLimit);
  },
);

Given('{listener} is unreachable', function (this: FlowproofWorld, name: string) {
  return plan(this, name, { kind: 'drop' }, () => true);
});

Given(
  '{listener} has been told of {members}',
  function (this: FlowproofWorld, name: string, members: readonly Path[]) {
    return inTheEnd(this, async () => {
      checkMembers(this, whatIsTold(name), await entriesTold(this, name), { members, only: false });
    });
  },
);

Given('{listener} has missed a message', function (this: FlowproofWorld, name: string) {
  return inTheEnd(this, async () => {
    const { length } = await sendings(this, name);
    check(length > 0, `the messages sent to ${name}`, 'one or more', 'none');
  });
});

stimulus('{listener} comes back', async function (name: string) {
  (await listenerNamed(this, name)).react();
});

Given(
  '{host} reports for {members} by itself',
  function (this: FlowproofWorld, host: string, members: readonly Path[]) {
    return reportByItself(this, host, members, 1);
  },
);

Given(
  '{host} reports for {members} twice by itself',
  function (this: FlowproofWorld, host: string, members: readonly Path[]) {
    return reportByItself(this, host, members, 2);
  },
);

/** A listener that does something else than acknowledge, to the messages that `applies` picks out. */
async function plan(
  world: FlowproofWorld,
  name: string,
  reaction: ListenerReaction,
  applies: (...counts: Parameters<ReactionPlan>) => boolean,
): Promise<void> {
  const played = await playable(world, reaction);
  if (played.kind === 'delay') world.longestDelay = Math.max(world.longestDelay, played.milliseconds);
  (await listenerNamed(world, name)).react((...counts) => (applies(...counts) ? played : ANSWER));
}

async function reportByItself(
  world: FlowproofWorld,
  host: string,
  members: readonly Path[],
  times: number,
): Promise<void> {
  const tester = await world.scene.host(host);
  for (const { name } of members) tester.reportByItself(name, times);
}

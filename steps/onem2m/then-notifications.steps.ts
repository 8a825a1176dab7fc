import type { DataTable } from '@cucumber/cucumber';
import { check, show } from '../../harness/verdict/check';
import type { Path } from '../parameter-types';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { checkStatus } from './judged-answer';
import { isAggregated, notificationsIn } from './notifications';
import { eventually } from './resource-now';
import { checkRequest, requestAt } from './then-member-request.steps';
import { subscribedURI } from './when-notifications.steps';

async function checkCount(world: FlowproofWorld, name: string, count: number): Promise<void> {
  const { received } = await world.scene.notificationTarget(name);
  const actual = received.flatMap(notificationsIn).length;
  check(actual === count, `the notifications that ${name} received`, String(count), String(actual));
}

consequence('{name} received {int} notification(s)', async function (name: string, count: number) {
  await this.quiet();
  await checkCount(this, name, count);
});

consequence('{name} eventually received {int} notification(s)', function (name: string, count: number) {
  return eventually(this, () => checkCount(this, name, count));
});

consequence(
  '{name} received 1 aggregated notification of {int} notifications',
  async function (name: string, count: number) {
    const { received } = await this.scene.notificationTarget(name);
    await eventually(this, async () => {
      const sizes = received.filter(isAggregated).map((request) => notificationsIn(request).length);
      check(
        sizes.length === 1 && sizes[0] === count,
        `the aggregated notifications that ${name} received`,
        `one of ${count}`,
        show(sizes),
      );
    });
  },
);

consequence('the notification was refused with {status}', async function (code: number) {
  checkStatus(await this.answer(), 'the answer to the notification', [code]);
});

consequence('the subscription that {path} received has:', function (path: Path, table: DataTable) {
  const plain = table.raw().filter(([name]) => name !== 'notificationURI');
  checkRequest(this, `the subscription that "${path.name}" received`, requestAt(this, path), plain);
  for (const [name, cell = ''] of table.raw()) if (name === 'notificationURI') checkURI(this, path, cell);
});

function checkURI(world: FlowproofWorld, path: Path, cell: string): void {
  const actual = subscribedURI(world, path.name);
  const quoted = /"(.*)"/.exec(cell)?.[1];
  const named = quoted === undefined ? undefined : world.notificationAddress(quoted);
  const { url, cseID } = world.scene.stage.cse;
  const holds =
    cell === 'an address at the CSE'
      ? actual.startsWith(`${url}/`) || actual.startsWith(`${cseID}/`) || actual.includes(`${cseID}/`)
      : actual === named;
  check(holds, `notificationURI of the subscription that "${path.name}" received`, cell, actual);
}

consequence('{name} was told of an update of {path}', function (name: string, path: Path) {
  return told(this, name, path, 1);
});

consequence('{name} was told of the deletion of {path}', function (name: string, path: Path) {
  return told(this, name, path, 2);
});

/** A notification of that event type; one subscription deletion notice tells of a deletion as well. */
function told(world: FlowproofWorld, name: string, path: Path, eventType: number): Promise<void> {
  return eventually(world, async () => {
    const { received } = await world.scene.notificationTarget(name);
    const all = received.flatMap(notificationsIn);
    const holds = all.some(
      ({ event, subscriptionDeletion }) =>
        (event?.type ?? 1) === eventType || (eventType === 2 && subscriptionDeletion),
    );
    check(
      holds,
      `the notifications that ${name} received`,
      `one of event type ${eventType} about "${path.name}"`,
      show(all),
    );
  });
}

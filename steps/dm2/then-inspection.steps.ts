import type { DataTable } from '@cucumber/cucumber';
import { check } from '../../harness/verdict/check';
import type { ManagementSession } from '../../protocol/model/dm2-session';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { codesOf, codeText } from './codes';
import { sessionsOfScenario } from './inspection';
import { notificationNumber } from './packet-parts';
import { packetsOf } from './packets';

consequence('the session resource has:', async function (this: FlowproofWorld, table: DataTable) {
  checkResource(this, (await sessionsOfScenario(this)).at(-1), table);
});

/** Of the scenario. */
consequence('the first session resource has:', async function (this: FlowproofWorld, table: DataTable) {
  checkResource(this, (await sessionsOfScenario(this))[0], table);
});

consequence('the device has {int} session resource(s)', async function (this: FlowproofWorld, count: number) {
  const { length } = await sessionsOfScenario(this);
  check(length === count, 'the session resources of the device', `${count}`, `${length}`);
});

function checkResource(
  world: FlowproofWorld,
  session: ManagementSession | undefined,
  table: DataTable,
): void {
  if (world.requirements.includes('DM2-SES-027'))
    world.enter(
      'X-DM2-08',
      session === undefined ? 'no resource without commands' : 'a resource in any case',
    );
  check(session !== undefined, 'the session resource', 'one', 'none');
  if (session === undefined) return;
  for (const [key = '', value = ''] of table.raw()) checkMember(world, session, [key, value]);
}

function checkMember(
  world: FlowproofWorld,
  session: ManagementSession,
  [key, value]: readonly [string, string],
): void {
  const what = `${key} of the session resource`;
  const [, kind, number] = /^(command|result) (\d+)$/.exec(key) ?? [];
  const command = session.commands[Number(number) - 1];
  if (kind === 'result') {
    const status = command?.result?.status;
    check(codesOf(value).allows(status), what, value, status === undefined ? 'none' : codeText(status));
    return;
  }
  const actual = kind === 'command' ? command?.state : memberText(session, key);
  const expected =
    value === 'that of the notification'
      ? String(notificationNumber(world, packetsOf(world, 'the notification')[0]))
      : value;
  check(actual === expected, what, expected, actual ?? 'none');
}

function memberText({ start, state, rounds, alerts }: ManagementSession, key: string): string | undefined {
  switch (key) {
    case 'reason':
      return start.reason;
    case 'NOTIFICATION-ID':
      return start.reason === 'server-initiated' ? start.notificationID?.toString() : undefined;
    case 'state':
      return state;
    case 'rounds':
      return String(rounds);
    case 'alerts':
      return String(alerts.length);
    default:
      throw new Error(`"${key}" is nothing of a session resource that a table can name`);
  }
}

import { type DataTable, Given } from '@cucumber/cucumber';
import { AccessControlOperations } from '../../protocol/tables/onem2m/enumerations';
import type { Path } from '../parameter-types';
import type { FlowproofWorld } from '../world';
import { EVERYTHING, ruleOf } from './access-control-rule';
import { identifierOf } from './cells';
import { make } from './making';

Given(
  'an access control policy {name}:',
  async function (this: FlowproofWorld, name: string, table: DataTable) {
    const creator = await this.scene.originator('AE1');
    const rules = [];
    for (const [who = '', operations = ''] of table.raw())
      rules.push(ruleOf(await idOf(this, who), sumOf(operations)));
    await make(this, {
      kind: 'accessControlPolicy',
      name,
      attributes: {
        privileges: { accessControlRule: rules },
        selfPrivileges: { accessControlRule: [ruleOf(creator.id)] },
      },
    });
  },
);

Given('a notification target {name}', async function (this: FlowproofWorld, name: string) {
  await this.scene.notificationTarget(name);
});

Given(
  '{originator} is subscribed to {path} with notification target {name}',
  async function (this: FlowproofWorld, _originator: string, path: Path, target: string) {
    const { address } = await this.scene.notificationTarget(target);
    await make(this, {
      kind: 'subscription',
      name: `subscription to ${path.name}`,
      parent: path.name,
      attributes: {
        resourceName: this.scene.stage.unique('sub'),
        notificationURI: [address],
        eventNotificationCriteria: { notificationEventType: [1, 2] },
      },
    });
  },
);

function sumOf(operations: string): number {
  if (operations === 'everything') return EVERYTHING;
  const flags = operations.split(/, | and /).map((operation) => {
    const flag = (AccessControlOperations as Readonly<Record<string, number>>)[operation.toUpperCase()];
    if (flag === undefined) throw new Error(`"${operation}" is no operation of an access control policy`);
    return flag;
  });
  return flags.reduce((sum, flag) => sum + flag, 0);
}

async function idOf(world: FlowproofWorld, who: string): Promise<string> {
  if (/^CSE\d$/.test(who)) return (await world.scene.host(who)).cseID;
  if (who === 'the CSE') return world.scene.stage.cse.cseID;
  if (who.startsWith('"')) return identifierOf(world, { name: who.replaceAll('"', ''), suffix: '' });
  return (await world.scene.originator(who)).id;
}

import { Given } from '@cucumber/cucumber';
import type { AuthenticationType } from '../../harness/cast/management/account';
import {
  configureDevice,
  configureGroup,
  joinGroup,
  leaveGroup,
} from '../../harness/cast/management/gateway-configuration';
import { stimulus } from '../say';
import type { FlowproofWorld } from '../world';
import type { Conduct } from './conducts';
import { answerAsPumps } from './made-up-answers';
import type { Players } from './parameter-types';
import { playOf } from './play';

Given(
  'device(s) {devices} in the group {name} on the gateway',
  function (this: FlowproofWorld, names: readonly string[], group: string) {
    return haveGroup(this, group, names);
  },
);

Given(
  '{int} devices in the group {name} on the gateway',
  function (this: FlowproofWorld, count: number, group: string) {
    return haveGroup(
      this,
      group,
      Array.from({ length: count }, (_, at) => `d${at + 1}`),
    );
  },
);

Given('a group {name} without devices on the gateway', function (this: FlowproofWorld, group: string) {
  return haveGroup(this, group, []);
});

Given('a device {device} on the gateway in no group', function (this: FlowproofWorld, name: string) {
  return configureDevice(this.management, name);
});

stimulus('{device} joins the group {name}', function (name: string, group: string) {
  return joinGroup(this.management, name, group);
});

stimulus('{device} leaves the group {name}', function (name: string, group: string) {
  return leaveGroup(this.management, name, group);
});

Given('{players} {conduct}', async function (this: FlowproofWorld, players: Players, conduct: Conduct) {
  for (const player of players) await conduct.apply(this.management, player);
});

Given(
  'the messages travel in {serialization}',
  function (this: FlowproofWorld, serialization: 'xml' | 'wbxml') {
    return this.management.stage.use({ serialization });
  },
);

Given(
  'the parties authenticate with {authentication}',
  async function (this: FlowproofWorld, authentication: AuthenticationType) {
    this.management.authentication = authentication;
    await this.management.stage.use({ authentication });
  },
);

/** A server under test knows nothing of the gateway's devices but the name of the group; a device nothing at all. */
async function haveGroup(world: FlowproofWorld, group: string, names: readonly string[]): Promise<void> {
  const { scene } = playOf(world);
  const known = scene.groups.get(group);
  if (scene.role === 'dm-gateway' && known === undefined) return configureGroup(scene, group, names);
  if (scene.role === 'dm-gateway') {
    for (const name of names) {
      if (!scene.hasDevice(name)) await configureDevice(scene, name);
      await joinGroup(scene, name, group);
    }
    return;
  }
  scene.groups.set(group, [...(known ?? []), ...names]);
  if (scene.role === 'dm-server') answerAsPumps(scene);
}

import type { DataTable } from '@cucumber/cucumber';
import type { DeviceTester } from '../../harness/cast/management/device-tester';
import { describeCommand } from '../../harness/cast/management/outcomes';
import { check } from '../../harness/verdict/check';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { commandRows, commandsOf } from './command-table';
import { withoutIdentifiers } from './fan-out-runs';
import type { Players } from './parameter-types';
import { inTheEnd } from './patience';
import { playOf } from './play';
import { plain } from './same-commands';

consequence('each device executed:', function (commands: DataTable | string) {
  return checkExecuted(this, playOf(this).run.members, expectedOf(this, commands));
});

consequence('{devices} executed:', function (devices: readonly string[], commands: DataTable | string) {
  return checkExecuted(this, devices, expectedOf(this, commands));
});

consequence('{devices} executed nothing', async function (devices: readonly string[]) {
  await this.quiet();
  for (const name of devices) {
    const done = executedBy(this, playOf(this).scene.device(name));
    check(done.length === 0, `what "${name}" executed`, 'nothing', done.map(describeCommand).join(', '));
  }
});

consequence(
  'over both fan-outs {devices} executed in any order:',
  async function (devices: readonly string[], commands: DataTable | string) {
    await checkExecuted(this, devices, expectedOf(this, commands), true);
  },
);

function expectedOf(world: FlowproofWorld, commands: DataTable | string): SyncMLCommand[] {
  return typeof commands === 'string'
    ? withoutIdentifiers(commands)
    : commandsOf(playOf(world).scene, commandRows(commands));
}

/** Since the latest fan-out, where there were several. */
function executedBy(world: FlowproofWorld, device: DeviceTester, over = 1): readonly SyncMLCommand[] {
  const { runs } = playOf(world);
  const since = runs.at(-over)?.startedAt ?? 0;
  return device.sessions
    .filter(({ turns }) => (turns[0]?.at ?? since) >= since)
    .flatMap(({ executed }) => executed);
}

async function checkExecuted(
  world: FlowproofWorld,
  devices: readonly string[],
  expected: readonly SyncMLCommand[],
  anyOrder = false,
): Promise<void> {
  const { scene, runs } = playOf(world);
  const over = anyOrder ? 2 : Math.min(1, runs.length);
  const look = () => {
    for (const name of devices) {
      const done = executedBy(world, scene.device(name), over);
      const [wanted, found] = [expected.map(plain), done.map(plain)];
      if (anyOrder) for (const list of [wanted, found]) list.sort();
      const holds = wanted.join('\n') === found.join('\n');
      const words = done.map(describeCommand).join(', ') || 'nothing';
      check(holds, `what "${name}" executed`, expected.map(describeCommand).join(', '), words);
    }
  };
  await inTheEnd(world, look);
  await world.quiet();
  look();
}

consequence('no device was woken', async function () {
  await this.quiet();
  const { scene } = playOf(this);
  const woken = scene.devices.filter((device) => device.packagesZero.length > 0).map(({ name }) => name);
  check(woken.length === 0, 'the devices that were woken', 'none', woken.join(', '));
});

/** By a package 0 of its server, with the right digest. @see DM_Notification 6.2 */
consequence('{players} was/were woken', function (players: Players) {
  return inTheEnd(this, () => {
    const { scene, packagesZeroBefore } = playOf(this);
    for (const player of players) {
      const tester = player === 'the gateway' ? scene.gateway : scene.device(player);
      const [first] = tester.packagesZero.slice(player === 'the gateway' ? packagesZeroBefore : 0);
      check(first !== undefined, `the package 0 to ${player}`, 'one', 'none');
      const isFrom = first?.notification?.serverID === tester.account.serverID;
      const holds = isFrom && first?.digest !== 'wrong';
      const actual = `of "${first?.notification?.serverID ?? ''}" with a digest that is ${first?.digest ?? 'wrong'}`;
      check(holds, `the package 0 to ${player}`, `of "${tester.account.serverID}", digest right`, actual);
    }
  });
});

consequence('{devices} was/were not woken', async function (devices: readonly string[]) {
  await this.quiet();
  for (const name of devices) {
    const { length } = playOf(this).scene.device(name).packagesZero;
    check(length === 0, `the packages 0 to "${name}"`, 'none', `${length}`);
  }
});

consequence('each device had a session of its own', function () {
  return inTheEnd(this, () => {
    const { scene, run } = playOf(this);
    for (const name of run.members) {
      const device = scene.device(name);
      const since = device.sessions.filter(({ turns }) => (turns[0]?.at ?? run.startedAt) >= run.startedAt);
      check(since.length === 1, `the sessions of "${name}"`, 'one', `${since.length}`);
    }
  });
});

import type { DataTable } from '@cucumber/cucumber';
import { spoilAnswer } from '../../harness/cast/dm2/raw-message';
import type { Words } from '../../harness/cast/dm2/words';
import { Inconclusive } from '../../harness/verdict/deviation';
import { stimulus } from '../say';
import type { FlowproofWorld } from '../world';
import { argumentOf } from './addresses';
import { begin } from './begin';
import { sessionOver, triggerClient } from './client-sessions';
import { commandsOf, learnValidators, revokeLater } from './command-table';
import { makeLamps } from './device-tree';
import type { Flaw } from './flaws';
import { notifyDevice } from './notifying';
import { playOf } from './play';

stimulus('the DM Server sends the DM Client:', async function (this: FlowproofWorld, table: DataTable) {
  await learnValidators(this, table);
  await begin(this);
  const { server } = this.dm2;
  const commands = commandsOf(this, table);
  revokeLater(this, commands);
  playOf(this).commands = commands;
  server.waiting = commands;
  await triggerClient(this);
});

/** The session that a Given has left open gets a second package 2. */
stimulus(
  'the DM Server sends the DM Client in the same session:',
  async function (this: FlowproofWorld, table: DataTable) {
    const play = playOf(this);
    const { server } = play.scene;
    const { session } = play;
    if (session === undefined || server.gate?.holds !== 3)
      throw new Inconclusive('no session of the client is open');
    const commands = commandsOf(this, table);
    revokeLater(this, commands);
    play.commands = commands;
    play.begin();
    session.next = commands;
    const { gate } = server;
    server.gate = undefined;
    gate.open();
    await sessionOver(this, { sessions: server.managed.length - 1, arrivals: server.arrivals.length });
  },
);

stimulus(
  'the DM Server sends the DM Client a package 2 {flaw}',
  async function (this: FlowproofWorld, flaw: Flaw) {
    const { server } = this.dm2;
    const probe = await probeCommand(this);
    await begin(this);
    playOf(this).commands = [probe];
    server.waiting = [probe];
    const spoil = {
      isReadable: flaw.isHarmless,
      change: (answer: Response) => spoilAnswer(answer, (message) => flaw.spoil(message, this.dm2)),
    };
    server.habits = { ...server.habits, spoil };
    await triggerClient(this);
    const { spoil: _, ...habits } = server.habits;
    server.habits = habits;
  },
);

/** A command that leaves its mark where it is performed. */
async function probeCommand(world: FlowproofWorld): Promise<Words> {
  const { scene } = playOf(world);
  const { target } = world.parameters;
  if (target.ics['dm2.testObject'] === false)
    return ['HPUT', argumentOf(scene, 'repository/probe'), argumentOf(scene, 'DevInfo//')];
  if (!scene.lamps.has('probe'))
    await makeLamps(world, [{ name: 'probe', value: { Level: 1, Name: 'Probe', Effects: {} } }]);
  return ['DELETE', argumentOf(scene, 'Lamp/probe/')];
}

stimulus('the DM Server is to notify the device of:', function (this: FlowproofWorld, table: DataTable) {
  return notifyOf(this, table, false);
});

stimulus(
  'the DM Server is to notify the device, asking for its objects, of:',
  function (this: FlowproofWorld, table: DataTable) {
    return notifyOf(this, table, true);
  },
);

async function notifyOf(world: FlowproofWorld, table: DataTable, requestsObjects: boolean): Promise<void> {
  await begin(world);
  const commands = commandsOf(world, table);
  playOf(world).commands = commands;
  await notifyDevice(world, commands, requestsObjects);
}

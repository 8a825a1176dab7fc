import type { Words } from '../../harness/cast/dm2/words';
import { commandOf } from '../../protocol/codec/dm2/command';
import type { FlowproofWorld } from '../world';
import { sessionOver } from './client-sessions';
import { givingUp, sessionTime, waitFor } from './patience';
import { playOf } from './play';

/** B.2: a server has the device notified, which then comes. Whoever is no target is played by the testers. */
export async function notifyDevice(
  world: FlowproofWorld,
  commands: readonly Words[],
  requestsObjects: boolean,
): Promise<void> {
  const { scene } = playOf(world);
  if (scene.role === 'dm-server') return notifiedByTarget(world, commands, requestsObjects);
  const { server, asker } = scene;
  const before = { sessions: server.managed.length, arrivals: server.arrivals.length };
  server.waiting = commands;
  const octets = asker.octets(asker.notification({ requestsObjects }));
  await world.stage.time.settle(asker.ask(asker.request(octets)), sessionTime(world));
  await sessionOver(world, before);
  if (scene.role === 'push-service') await clientIsThrough(world, 1);
}

async function notifiedByTarget(
  world: FlowproofWorld,
  commands: readonly Words[],
  requestsObjects: boolean,
): Promise<void> {
  const { stage, client, push } = playOf(world).scene;
  const [runs, pushes] = [client.runs.length, push.taken.length];
  const { deviceID } = stage.account;
  const told = commands.map((words) => commandOf(words));
  await stage.tell({ procedure: 'manage', deviceID, commands: told, notify: true, requestsObjects });
  await waitFor(
    world,
    push.changes.until(() => push.taken.length > pushes),
  );
  const { refusesWith, isOutOfReach, delivery } = push.habits;
  const isDelivered = refusesWith === undefined && !isOutOfReach && delivery === 'at once';
  if (!isDelivered || !client.habits.comesWhenNotified) return outlastAttempts(world);
  await waitFor(
    world,
    client.changes.until(() => client.runs.length > runs && !client.isComing),
    sessionTime(world),
  );
}

/** What the server does about a push service that does not take its request is over. */
async function outlastAttempts(world: FlowproofWorld): Promise<void> {
  const { isOutOfReach } = playOf(world).scene.push.habits;
  await world.stage.time.elapse(isOutOfReach ? givingUp(world) : world.parameters.target.ixit.quietTime);
}

/** So many more sessions of the client tester are over. */
export async function clientIsThrough(world: FlowproofWorld, least: number): Promise<void> {
  const { client } = playOf(world).scene;
  await waitFor(
    world,
    client.changes.until(() => client.runs.length >= least && !client.isComing),
    sessionTime(world),
  );
}

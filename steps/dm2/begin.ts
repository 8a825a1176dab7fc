import type { FlowproofWorld } from '../world';
import { sessionOver } from './client-sessions';
import { readTree } from './device-tree';
import { inspectSessions } from './inspection';
import { playOf } from './play';

/** A stimulus begins: what comes from now on is of its making. What steps will ask for of the time before is noted. */
export async function begin(world: FlowproofWorld): Promise<void> {
  const play = playOf(world);
  if (play.scene.failure !== undefined) throw play.scene.failure;
  await endHeldSession(world);
  const says = (text: string) => world.stepTexts.some((step) => step.includes(text));
  if (play.before === undefined && says('the tree is as before')) play.before = await snapshot(world);
  if (play.knownSessions === undefined && says('session resource'))
    play.knownSessions = new Set((await inspectSessions(world)).map(({ sessionID }) => sessionID));
  play.begin();
}

/** The one that a Given has left open for what might have followed. */
export async function endHeldSession(world: FlowproofWorld): Promise<void> {
  const { server } = playOf(world).scene;
  if (server.gate?.holds !== 3) return;
  const before = { sessions: server.managed.length - 1, arrivals: server.arrivals.length };
  server.gate.open();
  server.gate = undefined;
  await sessionOver(world, before);
}

async function snapshot(world: FlowproofWorld) {
  return valuesAt(world, snapshotAddresses(world));
}

export function snapshotAddresses(world: FlowproofWorld): readonly string[] {
  const { lamps, stage } = playOf(world).scene;
  const roots = [...lamps.values()].map((miid) => `${stage.nodes.testObject}/${encodeURIComponent(miid)}/`);
  return ['urn:oma:mo:oma-dm-devinfo:1.2//', ...roots];
}

export async function valuesAt(world: FlowproofWorld, uris: readonly string[]) {
  const seen = await readTree(world, uris);
  return new Map([...seen].map(([uri, node]) => [uri, node?.value]));
}

import { valueIn } from '../../harness/cast/management/aggregate';
import { manageByTheBook } from '../../harness/cast/management/by-the-book';
import { groupURI } from '../../harness/cast/management/gateway-configuration';
import type { Habits } from '../../harness/cast/management/habits';
import { manage } from '../../harness/cast/management/manage';
import { addInterior, addLeaf, deleteNode, getNode } from '../../harness/cast/management/node-commands';
import { isSuccess } from '../../harness/cast/management/outcomes';
import type { ServerJob } from '../../harness/cast/management/server-job';
import type { Outgoing } from '../../harness/cast/management/syncml-messages';
import { Inconclusive } from '../../harness/verdict/deviation';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import type { FlowproofWorld } from '../world';
import { type CommandRow, cellValue, commandsOf } from './command-table';
import { type Defect, habitsWith } from './defects';
import { isTest, nodeURI, testRoot } from './node-names';
import { type Play, playOf } from './play';

/** How the server tester sends commands to the client under test, and what it makes sure of before. */

/** One package in a session of its own. */
export async function send(world: FlowproofWorld, rows: readonly CommandRow[]): Promise<ServerJob> {
  const play = playOf(world);
  await prepare(world, play, rows);
  play.begin();
  play.rows = rows;
  const startedAt = world.stage.time.now();
  const job = await manage(play.scene, { packages: commandsOf(play.scene, rows) });
  play.job = job;
  noteStart(play, rows, startedAt);
  return job;
}

/** Values that were set and a Start among the commands are those of a fan-out. */
function noteStart(play: Play, rows: readonly CommandRow[], startedAt: number): void {
  const { scene, job } = play;
  for (const { path, node, data } of rows) {
    const name = /^\.\/SCM\/FanOut\/(ToBeFannedOut|TargetGroupRef)$/.exec(node)?.[1];
    if (path.at(-1) === 'Replace' && name !== undefined)
      play.set = { ...play.set, [name]: cellValue(scene, data, nodeURI(scene, node)) };
  }
  const start = job?.outcomes.find(({ command }) => command.kind === 'Exec');
  const isStart = rows.some(({ path, node }) => path.at(-1) === 'Exec' && node.endsWith('/FanOut/Start'));
  if (!isStart || start === undefined) return;
  const { TargetGroupRef: reference, ToBeFannedOut: commands = '' } = play.set;
  const [group, members = []] = [...scene.groups].find(([name]) => groupURI(scene, name) === reference) ?? [];
  const code = start.statuses[0]?.code;
  play.runs.push({
    commands,
    group,
    members: [...members],
    correlator: undefined,
    startedAt,
    code,
    isSettingRefused: false,
  });
}

/**
 * One more package in the session of the latest: that session was over, since its server had nothing more, so both
 * packages are sent in one of their own.
 */
export async function sendInSameSession(world: FlowproofWorld, rows: readonly CommandRow[]): Promise<void> {
  const play = playOf(world);
  const first = commandsOf(play.scene, play.rows);
  await prepare(world, play, rows);
  play.begin();
  play.rows = rows;
  const { scene } = play;
  play.job = await manage(scene, {
    packages: function* () {
      yield first;
      yield commandsOf(scene, rows);
    },
  });
}

/** A message with a defect in the place of package 2, with a command that must not be carried out. */
export async function sendDefective(world: FlowproofWorld, defect: Defect): Promise<void> {
  const play = playOf(world);
  const { scene } = play;
  const node = scene.role === 'dm-client' ? './Test/probe' : './SCM/FanOut/ToBeFannedOut';
  const replacing = { path: ['Replace'], node, data: 'changed', format: '' };
  const adding = { path: ['Add'], node: './Test/twice', data: 'once', format: '' };
  const rows = [defect.twice ? adding : replacing];
  await prepare(world, play, rows, true);
  play.begin();
  play.rows = rows;
  const habits: Partial<Habits> = defect.twice
    ? { repeatsMessages: true }
    : habitsWith(defect, carriesCommands);
  const probe = [...commandsOf(scene, rows), getNode('./DevInfo/Man')];
  play.job = await manage(scene, { packages: probe, habits });
}

function carriesCommands({ message }: Outgoing): boolean {
  return message.commands.some(({ kind }) => kind === 'Replace');
}

/** The node of this scenario exists, and what nodes hold is known where it must not change. */
async function prepare(
  world: FlowproofWorld,
  play: Play,
  rows: readonly CommandRow[],
  mayBeBad = world.phase === 'test',
): Promise<void> {
  if (rows.some(({ node }) => isTest(node) || node.includes('/Test/')) && !play.hasTestNode) {
    play.hasTestNode = true;
    await carryOut(world, [addInterior(testRoot(play.scene))]);
    play.scene.undoLater(async () => {
      await manageByTheBook(play.scene, { packages: [deleteNode(testRoot(play.scene))] });
    });
  }
  if (!mayBeBad) return;
  const probe = nodeURI(play.scene, './Test/probe');
  if (rows.some(({ node }) => node === './Test/probe') && !play.before.has(probe))
    await carryOut(world, [addLeaf(probe, 'as before')]);
  if (!isMisbehaving(play) && !rows.some(({ data }) => data === 'changed')) return;
  const changed = rows.filter(({ path }) => path.at(-1) === 'Replace' || path.at(-1) === 'Add');
  const values = await valuesNow(
    world,
    changed.map(({ node }) => nodeURI(play.scene, node)),
  );
  for (const [uri, value] of values) play.before.set(uri, value);
}

function isMisbehaving({ scene }: Play): boolean {
  return scene.server.habits.credentials(1) !== 'right';
}

async function carryOut(world: FlowproofWorld, commands: readonly SyncMLCommand[]): Promise<void> {
  const job = await manageByTheBook(playOf(world).scene, { packages: commands });
  const isDone = job.outcomes.length > 0 && job.outcomes.every(isSuccess);
  if (!isDone) throw new Inconclusive('the nodes of this scenario could not be made on the target');
}

/** What nodes hold now, got in a session by the book; `undefined` where a Get brings nothing. */
export async function valuesNow(
  world: FlowproofWorld,
  uris: readonly string[],
): Promise<ReadonlyMap<string, string | undefined>> {
  const job = await manageByTheBook(playOf(world).scene, { packages: uris.map(getNode) });
  return new Map(uris.map((uri) => [uri, valueIn(job, uri)]));
}

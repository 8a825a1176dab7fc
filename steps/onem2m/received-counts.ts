import { entriesOf } from '../../harness/cast/entries';
import { type Reached, reachedIn } from '../../harness/cast/reached';
import type { Turn } from '../../harness/cast/turn';
import { isFailure } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { FlowproofWorld } from '../world';
import { sameValue } from './compare-attributes';
import { groupAddressed, leavesOf } from './group-members';
import { placeOf } from './judged-answer';
import { childrenNow, readNow } from './resource-now';

/**
 * How many requests of a turn reached each of the resources it was meant for, by canonical identifier: the leaves of
 * the group, each with the path behind the fan-out point. What got none is there with 0.
 */
export type Counts = ReadonlyMap<string, number>;

/** Counts for one turn, from the wiretap for scripted members and by effect for those on the target. */
export async function countsOf(world: FlowproofWorld, turn: Turn): Promise<Counts> {
  const behind = pathBehindFanOut(world, turn);
  const counts = new Map(
    leavesOf(world, groupAddressed(world)).map((leaf) => [canonical(world, leaf, behind), 0]),
  );
  for (const { member } of reachedBy(world, turn)) add(counts, member);
  for (const member of await reachedOnTarget(world, turn, [...counts.keys()])) add(counts, member);
  return counts;
}

function pathBehindFanOut(world: FlowproofWorld, turn: Turn): string {
  const suffix = world.scene.places.locate(turn.draft.to)?.suffix ?? '';
  return suffix.startsWith('fopt/') ? suffix.slice('fopt/'.length) : '';
}

function canonical(world: FlowproofWorld, member: string, behind: string): string {
  return world.scene.places.canonical(behind === '' ? member : `${member}/${behind}`);
}

function add(counts: Map<string, number>, member: string): void {
  counts.set(member, (counts.get(member) ?? 0) + 1);
}

export function reachedBy(world: FlowproofWorld, turn: Turn): Reached[] {
  return reachedIn(world.scene, turn, world.turns[world.turns.indexOf(turn) + 1]);
}

/** All stimuli together; what happened before them does not count. */
export async function countsOfAll(world: FlowproofWorld): Promise<Counts> {
  const sum = new Map<string, number>();
  for (const turn of world.stimuli) {
    for (const [member, count] of await countsOf(world, turn))
      sum.set(member, (sum.get(member) ?? 0) + count);
  }
  return sum;
}

/** Members on the target that a turn reached: with one turn its effect tells, with many the answers must do. */
async function reachedOnTarget(
  world: FlowproofWorld,
  turn: Turn,
  members: readonly string[],
): Promise<string[]> {
  const local = members.filter((member) => member.startsWith(`${world.scene.stage.cse.cseID}/`));
  const byEffect =
    world.stimuli.length === 1 && ['create', 'update', 'delete'].includes(turn.draft.operation);
  if (!byEffect) return answeredFor(world, turn, local);
  const reached = await Promise.all(local.map((member) => showsEffect(world, turn, member)));
  return local.filter((_, at) => reached[at]);
}

async function answeredFor(world: FlowproofWorld, turn: Turn, members: readonly string[]): Promise<string[]> {
  const answer = await turn.answer();
  return entriesOf(answer, world.scene.places)
    .filter((entry) => !isFailure(entry.response))
    .flatMap((entry) =>
      members.filter(
        (member) => entry.member !== undefined && placeOf(world, member) === placeOf(world, entry.member),
      ),
    );
}

async function showsEffect(world: FlowproofWorld, turn: Turn, member: string): Promise<boolean> {
  const name = world.scene.places.locate(member)?.place.name ?? '';
  const { operation, content } = turn.draft;
  if (operation === 'create') return (await newChildren(world, name, member)) > 0;
  const now = await readNow(world, { name, suffix: '' });
  if (operation === 'delete') return now.responseStatusCode === RSC.NOT_FOUND;
  if (content?.kind !== 'resource' || now.content?.kind !== 'resource') return false;
  const { attributes } = now.content.resource;
  return Object.entries(content.resource.attributes).every(([key, value]) => {
    const actual = attributes[key];
    return actual !== undefined && sameValue(world, key, value, actual);
  });
}

/** Children of a member that the scenario did not make itself. */
async function newChildren(world: FlowproofWorld, name: string, member: string): Promise<number> {
  const children = await childrenNow(world, member);
  const fresh = children.filter((child) => world.scene.places.locate(child)?.place.name === name);
  return fresh.length - (children.some((child) => world.scene.places.same(child, member)) ? 1 : 0);
}

import type { Entry } from '../../../harness/cast/entries';
import { messagesAmong, type Sending, sendingsTo } from '../../../harness/cast/result-messages';
import { check } from '../../../harness/verdict/check';
import type { Path } from '../../parameter-types';
import type { FlowproofWorld } from '../../world';
import { identifierOf } from '../cells';
import { describeEntries, entriesFor, placeOf } from '../judged-answer';

/** Everybody who is told of results in any scenario. */
export const LISTENERS = ['AE1', 'AE2', 'NT1', 'NT2'];

/** Every sending of a message to a listener, copies included. */
export async function sendings(world: FlowproofWorld, listener: string): Promise<Sending[]> {
  for (const host of world.scene.hosts()) host.check();
  return sendingsTo(world.scene, listener);
}

/** Each message to a listener once: a repetition tells nothing new. */
export async function messages(world: FlowproofWorld, listener: string): Promise<Sending[]> {
  return messagesAmong(await sendings(world, listener));
}

export async function entriesTold(world: FlowproofWorld, listener: string): Promise<Entry[]> {
  return (await messages(world, listener)).flatMap(({ entries }) => entries);
}

/** All of the members are among the entries; with `only` no other member is. */
export function checkMembers(
  world: FlowproofWorld,
  what: string,
  entries: readonly Entry[],
  { members, only }: { readonly members: readonly Path[]; readonly only: boolean },
): void {
  const wanted = new Set(members.map((member) => placeOf(world, identifierOf(world, member))));
  const others = entries.filter(({ member }) => member === undefined || !wanted.has(placeOf(world, member)));
  const all = members.every((member) => entriesFor(world, entries, member).length > 0);
  const names = members.map(({ name }) => name).join(', ') || 'nobody';
  const expected = `entries of ${names}${only ? ' and of no other member' : ''}`;
  check(all && !(only && others.length > 0), what, expected, describeEntries(world, entries));
}

/** The first message that tells of a member. */
export async function messageAbout(
  world: FlowproofWorld,
  listener: string,
  member: Path,
): Promise<Sending | undefined> {
  const all = await messages(world, listener);
  return all.find(({ entries }) => entriesFor(world, entries, member).length > 0);
}

export function whatIsTold(listener: string): string {
  return `what ${listener} was told`;
}

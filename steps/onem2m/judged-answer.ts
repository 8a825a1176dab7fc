import { describeAnswer, statusText } from '../../harness/cast/describe-answer';
import { type Entry, entriesOf, isAggregate } from '../../harness/cast/entries';
import type { Place } from '../../harness/cast/place';
import { check } from '../../harness/verdict/check';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import type { Path } from '../parameter-types';
import type { FlowproofWorld } from '../world';
import { identifierOf } from './cells';
import { groupAddressed } from './group-members';

export function checkStatus(response: ResponsePrimitive, what: string, codes: readonly number[]): void {
  const expected = codes.map(statusText).join(' or ');
  check(codes.includes(response.responseStatusCode), what, expected, describeAnswer(response));
}

/** The entries of the aggregated response that the latest stimulus got. */
export async function entriesNow(world: FlowproofWorld): Promise<Entry[]> {
  const response = await world.answer();
  check(isAggregate(response), world.turn.description, 'an aggregated response', describeAnswer(response));
  const entries = entriesOf(response, world.scene.places);
  enterLayout(world, response);
  return entries;
}

/** How the answers of a nested group are laid out is left open. */
function enterLayout(world: FlowproofWorld, response: ResponsePrimitive): void {
  if (response.content?.kind !== 'aggregatedResponse') return;
  const { responses } = response.content;
  if (responses.some(isAggregate))
    world.enter('X-SOM-26', 'a nested group is one entry with an aggregate inside');
  const members = world.members.get(groupAddressed(world)) ?? [];
  const flattened = members.some((member) => member.endsWith('/fopt')) && !responses.some(isAggregate);
  if (flattened) world.enter('X-SOM-26', 'the answers of a nested group are flattened into the list');
}

/** The one entry that belongs to a member. */
export async function entryOf(world: FlowproofWorld, path: Path): Promise<ResponsePrimitive> {
  const entries = await entriesNow(world);
  const found = entriesFor(world, entries, path);
  check(found.length === 1, `the entries of "${path.name}"`, 'exactly one', describeEntries(world, entries));
  const [entry] = found;
  if (!entry) throw new Error('unreachable: the check above holds');
  return entry.response;
}

/** Entries that belong to a member; what follows the member in either identifier is left out of account. */
export function entriesFor(world: FlowproofWorld, entries: readonly Entry[], path: Path): Entry[] {
  const wanted = placeOf(world, identifierOf(world, path));
  return entries.filter((entry) => entry.member !== undefined && placeOf(world, entry.member) === wanted);
}

/** One text for a member, whatever follows it in the address. */
export function placeOf(world: FlowproofWorld, identifier: string): string {
  const located = world.scene.places.locate(identifier);
  if (!located) return identifier;
  const { cseID, resourceID } = memberAbove(world, located.place) ?? located.place;
  return `${cseID}/${resourceID}`;
}

/** The nearest place from this one upwards that is a member of a group. */
function memberAbove(world: FlowproofWorld, place: Place): Place | undefined {
  if (world.isMember(place.name)) return place;
  const parent = place.parent === undefined ? undefined : world.scene.places.find(place.parent);
  return parent && memberAbove(world, parent);
}

export function describeEntries(world: FlowproofWorld, entries: readonly Entry[]): string {
  if (entries.length === 0) return 'no entries';
  const words = entries.map((entry) => {
    const name =
      entry.member === undefined
        ? 'unassigned'
        : (world.scene.places.locate(entry.member)?.place.name ?? entry.member);
    return `${name}: ${statusText(entry.response.responseStatusCode)}`;
  });
  return `${entries.length} entries (${words.join(', ')})`;
}

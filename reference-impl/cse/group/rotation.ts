import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { memberIDsOf } from './group-attributes';
import { perCse } from './per-cse';

/** Who was served last, and where in the list he stood. */
interface Cursor {
  readonly memberID: string;
  readonly position: number;
}

const cursors = perCse(() => new Map<string, Cursor>());

/**
 * The members of a group, beginning with the one whose turn it is. The turn survives a change of members: it stays
 * behind the one served last or, where that one has left, at its place.
 */
export function inTurn(cse: Cse, group: Resource): readonly string[] {
  const memberIDs = memberIDsOf(group.attributes);
  const cursor = cursors(cse).get(group.resourceID);
  if (cursor === undefined) return memberIDs;
  const last = memberIDs.indexOf(cursor.memberID);
  const start = last === -1 ? cursor.position % Math.max(memberIDs.length, 1) : last + 1;
  return [...memberIDs.slice(start), ...memberIDs.slice(0, start)];
}

export function served(cse: Cse, group: Resource, memberID: string | undefined): void {
  if (memberID === undefined) return;
  const position = memberIDsOf(group.attributes).indexOf(memberID);
  cursors(cse).set(group.resourceID, { memberID, position });
}

export function forgetRotation(cse: Cse, groupID: string): void {
  cursors(cse).delete(groupID);
}

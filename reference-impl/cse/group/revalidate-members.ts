import { isRefusal } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { changeGroup } from './change-group';
import { memberIDsOf } from './group-attributes';
import type { MemberValidation } from './member-validation';
import { perCse } from './per-cse';
import { releaseOf } from './release';

/** Members that were admitted unseen, and in whose name they are to be read. */
export interface AwaitedMembers {
  readonly originator: string | undefined;
  readonly memberIDs: readonly string[];
}

interface Revalidation {
  readonly awaited: Map<string, AwaitedMembers>;
  readonly timers: Map<string, () => void>;
}

const revalidationOf = perCse<Revalidation>(() => ({ awaited: new Map(), timers: new Map() }));

/** By the request that admitted them; what is refused in the end takes its entry with it. */
const admittedUnseen = new WeakMap<RequestPrimitive, readonly string[]>();

/** Notes which members a request admits unseen. They are awaited once its group is stored, and not before. */
export function noteUnseenMembers(request: RequestPrimitive, memberIDs: readonly string[]): void {
  admittedUnseen.set(request, memberIDs);
}

/** The group is stored as the request wanted it; one that left its members alone leaves the waiting alone. */
export function awaitUnseenMembers(cse: Cse, groupID: string, request: RequestPrimitive): void {
  const memberIDs = admittedUnseen.get(request);
  if (memberIDs !== undefined) awaitValidation(cse, groupID, { originator: request.from, memberIDs });
}

/** Remembers which members of a group are still to be validated; none ends it. */
function awaitValidation(cse: Cse, groupID: string, members: AwaitedMembers): void {
  const { awaited } = revalidationOf(cse);
  if (members.memberIDs.length === 0) awaited.delete(groupID);
  else awaited.set(groupID, members);
}

/** Ends the waiting for a group that is gone. */
export function forgetValidation(cse: Cse, groupID: string): void {
  const { awaited, timers } = revalidationOf(cse);
  awaited.delete(groupID);
  timers.get(groupID)?.();
  timers.delete(groupID);
}

/** Starts asking again, unless nothing is awaited or the next asking is already due. @see SOM 7.4.13.2.1 step 2 */
export function scheduleRevalidation(cse: Cse, group: Resource): void {
  const groupID = group.resourceID;
  const { awaited, timers } = revalidationOf(cse);
  if (!awaited.has(groupID) || timers.has(groupID)) return;
  const callOff = cse.ports.clock.after(cse.config.revalidationInterval, () => {
    timers.delete(groupID);
    void cse.procedures.revalidateMembers(cse, groupID).then((done) => {
      const current = cse.store.get(groupID);
      if (!done && current !== undefined) cse.procedures.scheduleRevalidation(cse, current);
    });
  });
  timers.set(groupID, callOff);
}

/** Validates the awaited members that can be reached by now. @see SOM 7.4.13.2.1 step 2 */
export async function revalidateMembers(cse: Cse, groupID: string): Promise<boolean> {
  const members = revalidationOf(cse).awaited.get(groupID);
  const before = cse.store.get(groupID);
  if (members === undefined || before === undefined) return true;
  const memberIDs = stillMembers(before, members.memberIDs);
  const asked = { ...before.attributes, memberIDs };
  const validation = await cse.procedures.validateMembers(cse, members.originator, asked);

  const group = cse.store.get(groupID);
  if (group === undefined) return true;
  // An update in the meantime has validated its own list.
  if (revalidationOf(cse).awaited.get(groupID) !== members) return false;
  const unreachable = validation.filter(({ found }) => found.kind === 'unreachable');
  awaitValidation(cse, groupID, { ...members, memberIDs: unreachable.map(({ memberID }) => memberID) });
  await cse.procedures.applyLateValidation(cse, group, validation);
  return unreachable.length === 0;
}

/**
 * What became known late changes the group as its strategy says; a member that may not be read is not validated,
 * hence unsuccessful. ABANDON_GROUP deletes the group like anyone else would. @see SOM 7.4.13.2.1 step 2
 */
export async function applyLateValidation(
  cse: Cse,
  group: Resource,
  validation: MemberValidation,
): Promise<void> {
  const nothingLearnt = validation.every(({ conforms }) => conforms);
  if (nothingLearnt && validation.some(({ found }) => found.kind === 'unreachable')) return;
  const settled = cse.procedures.applyConsistencyStrategy(group.attributes, validation);
  if (!isRefusal(settled)) {
    if (settled.memberType !== group.attributes.memberType) forgetValidation(cse, group.resourceID);
    changeGroup(cse, group, settled);
    return;
  }
  await cse.handle({
    operation: 'delete',
    to: group.resourceID,
    from: cse.config.adminOriginator,
    requestIdentifier: cse.ports.ids.next('rqi'),
    releaseVersionIndicator: releaseOf(cse),
  });
}

function stillMembers(group: Resource, memberIDs: readonly string[]): readonly string[] {
  const present = new Set(memberIDsOf(group.attributes));
  return memberIDs.filter((memberID) => present.has(memberID));
}

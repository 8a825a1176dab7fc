import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { changeGroup } from './change-group';
import type { FanOutRequest } from './fan-out-request';
import { memberIDsOf, withMemberIDs } from './group-attributes';
import { isFanOutPoint, mayBeVirtual } from './virtual-member';

/**
 * A member that answered DELETED exists no more and leaves memberIDs. A virtual member stays, and so does a member of
 * which only something behind a relative path was deleted. @see TS-0001 10.2.7.9
 */
export function forgetDeletedMembers(
  cse: Cse,
  { request, group, suffix }: FanOutRequest,
  entries: readonly ResponsePrimitive[],
): void {
  if (request.operation !== 'delete' || suffix !== '') return;
  const deleted = new Set<string>();
  for (const { from, responseStatusCode } of entries) {
    if (from === undefined || responseStatusCode !== RSC.DELETED) continue;
    if (!isFanOutPoint(from) && !mayBeVirtual(from)) deleted.add(from);
  }
  const current = cse.store.get(group.resourceID);
  if (deleted.size === 0 || current === undefined) return;
  const left = memberIDsOf(current.attributes).filter((memberID) => !deleted.has(memberID));
  changeGroup(cse, current, withMemberIDs(current.attributes, left));
}

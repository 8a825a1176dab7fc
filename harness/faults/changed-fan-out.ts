import { isRefusal } from '../../protocol/model/refusal';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import type { AddressedMember } from '../../reference-impl/cse/group/addressed-member';
import type { FanOutRequest } from '../../reference-impl/cse/group/fan-out-request';
import type { CseProcedures } from '../../reference-impl/cse/procedures';

type Change = (procedures: CseProcedures) => CseProcedures;

/** A reference that asks other members than it should; refusals stay as they are. */
export function askingOthers(
  choose: (members: readonly AddressedMember[], fanOut: FanOutRequest) => readonly AddressedMember[],
): Change {
  return (procedures) => ({
    ...procedures,
    async addressedMembers(cse, fanOut) {
      const members = await procedures.addressedMembers(cse, fanOut);
      return isRefusal(members) ? members : choose(members, fanOut);
    },
  });
}

/** A reference that aggregates other entries than its members gave. */
export function aggregatingOthers(
  change: (entries: readonly ResponsePrimitive[], request: RequestPrimitive) => readonly ResponsePrimitive[],
): Change {
  return (procedures) => ({
    ...procedures,
    aggregateResponses: (request, members, entries) =>
      procedures.aggregateResponses(request, members, change(entries, request)),
  });
}

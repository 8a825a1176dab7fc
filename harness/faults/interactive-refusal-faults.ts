import { isRefusal } from '../../protocol/model/refusal';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Cse, Resolved } from '../../reference-impl/cse/cse';
import { memberIDsOf } from '../../reference-impl/cse/group/group-attributes';
import { memberKey } from '../../reference-impl/cse/group/member-key';
import { acceptance, beginRequest } from '../../reference-impl/cse/interactive/accept-request';
import { isNonBlocking } from '../../reference-impl/cse/interactive/non-blocking';
import { respond } from '../../reference-impl/cse/response';
import { acceptingAnother } from './asked-otherwise';
import type { Fault } from './fault';
import { withoutSomecastNumber } from './without-somecast-number';

/**
 * Deviations of a CSE that accepts what it must refuse: each check of the fan-out point may be forgotten where the
 * results come later. @see IGO 2.2 step 2, SOM 7.4.14.2.4
 */
export const INTERACTIVE_REFUSAL_FAULTS: readonly Fault[] = [
  {
    name: 'accepts-group-without-members',
    description: 'Accepts a request to a group without members and reports one success.',
    catches: ['A group without members is refused, at once or as the result'],
    apply: (procedures) => ({
      ...procedures,
      async fanOutPoint(cse, fanOut) {
        const { request, group } = fanOut;
        const isDone = isNonBlocking(request) && memberIDsOf(group.attributes).length === 0;
        return isDone ? acceptAsDone(cse, request) : procedures.fanOutPoint(cse, fanOut);
      },
    }),
  },
  {
    name: 'accepts-without-privilege',
    description: 'Does not check privileges where the results come later.',
    catches: ['An originator without privilege is refused, at once or as the result'],
    apply: (procedures) => ({
      ...procedures,
      checkMembersAccess: (cse, request, group) =>
        isNonBlocking(request) ? undefined : procedures.checkMembersAccess(cse, request, group),
    }),
  },
  {
    name: 'accepts-unknown-group',
    description: 'Accepts a request to a group that does not exist and reports one success.',
    catches: ['A group that does not exist is refused, at once or as the result'],
    apply(procedures) {
      const nowhere = new WeakSet<Resolved>();
      return {
        ...procedures,
        checkExistence(cse, request) {
          const target = procedures.checkExistence(cse, request);
          const base = cse.store.get(cse.config.resourceID);
          if (!isRefusal(target) || !isNonBlocking(request) || base === undefined) return target;
          const instead = { resource: base, suffix: '' };
          nowhere.add(instead);
          return instead;
        },
        perform: async (cse, request, target) =>
          nowhere.has(target) ? acceptAsDone(cse, request) : procedures.perform(cse, request, target),
      };
    },
  },
  {
    name: 'interactive-somecast-not-checked',
    description: 'Asks all members where a somecast number is wrong and the results come later.',
    catches: ['A somecast number that is too large is refused, at once or as the result'],
    apply: (procedures) => ({
      ...procedures,
      acceptGroupRequest: (cse, fanOut) =>
        procedures.acceptGroupRequest(
          cse,
          isRefusal(procedures.checkSomecast(fanOut))
            ? { ...fanOut, ...withoutSomecastNumber(fanOut) }
            : fanOut,
        ),
    }),
  },
  {
    name: 'interactive-targets-not-checked',
    description: 'Leaves targets out that are no members where the results come later.',
    catches: ['A target that is no member is refused, at once or as the result'],
    apply: acceptingAnother((fanOut, cse) => {
      const keys = new Set(memberIDsOf(fanOut.group.attributes).map((memberID) => memberKey(cse, memberID)));
      const known = fanOut.request.groupRequestTargetMembers?.filter((target) =>
        keys.has(memberKey(cse, target)),
      );
      const request = { ...fanOut.request, ...(known && { groupRequestTargetMembers: known }) };
      return { ...fanOut, request };
    }),
  },
  {
    name: 'expired-request-accepted',
    description: 'Does not look whether a request for later has expired.',
    catches: ['A request that has expired is refused and reaches no member'],
    apply: (procedures) => ({
      ...procedures,
      checkPrimitive: (cse, request) =>
        procedures.checkPrimitive(cse, isNonBlocking(request) ? withoutExpiration(request) : request),
    }),
  },
];

/** Accepts, and reports success without having done anything. */
function acceptAsDone(cse: Cse, request: RequestPrimitive): ResponsePrimitive {
  const outstanding = beginRequest(cse, request);
  const entry = { ...respond(request, RSC.OK), from: request.to };
  const content = { kind: 'aggregatedResponse', responses: [entry] } as const;
  cse.procedures.noteResult(cse, outstanding, { ...respond(request, RSC.OK), content });
  return acceptance(cse, outstanding);
}

function withoutExpiration({
  requestExpirationTimestamp: _time,
  ...request
}: RequestPrimitive): RequestPrimitive {
  return request;
}

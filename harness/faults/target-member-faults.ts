import { isRefusal, refuse } from '../../protocol/model/refusal';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../reference-impl/cse/cse';
import type { FanOutRequest } from '../../reference-impl/cse/group/fan-out-request';
import { memberIDsOf } from '../../reference-impl/cse/group/group-attributes';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Fault } from './fault';
import { withGroupsAsCreated } from './groups-as-created';
import { refuseTooLate } from './refuse-too-late';
import { withStatus } from './with-status';
import { withoutTargets } from './without-targets';

/** Deviations in Group Request Target Members. @see SOM 7.4.14.2.4 */
export const TARGET_MEMBER_FAULTS: readonly Fault[] = [
  {
    name: 'unknown-target-ignored',
    description: 'Leaves targets out that are no members and asks the rest.',
    catches: [
      'A container that is no member is refused as a target',
      'A target that is no resource at all is refused',
      'A member that was taken out of the group is refused as a target',
      'One wrong target among right ones keeps the request from all',
      'A wrong target keeps the request from members on another CSE',
    ],
    apply: (procedures) => ({
      ...procedures,
      targetMembers: async (cse, fanOut) =>
        procedures.targetMembers(cse, await forKnownTargets(procedures, cse, fanOut)),
    }),
  },
  {
    name: 'unknown-target-asked',
    description: 'Asks every target, member or not.',
    catches: [
      'A container that is no member is refused as a target',
      'One wrong target among right ones keeps the request from all',
    ],
    apply: (procedures) => ({
      ...procedures,
      async targetMembers(cse, fanOut) {
        const members = await procedures.targetMembers(cse, fanOut);
        const targets = fanOut.request.groupRequestTargetMembers ?? [];
        return isRefusal(members) ? targets.map((memberID) => ({ memberID })) : members;
      },
    }),
  },
  {
    name: 'unknown-target-wrong-code',
    description: 'Refuses a target that is no member with NOT_FOUND.',
    catches: [
      'A container that is no member is refused as a target',
      'A target that is no resource at all is refused',
    ],
    apply: (procedures) => ({
      ...procedures,
      targetMembers: async (cse, fanOut) =>
        withStatus(await procedures.targetMembers(cse, fanOut), RSC.NOT_FOUND),
    }),
  },
  {
    name: 'targets-checked-after-asking',
    description: 'Asks the targets that are members and refuses then because of the others.',
    catches: [
      'One wrong target among right ones keeps the request from all',
      'A wrong target keeps the request from members on another CSE',
    ],
    apply: (procedures) => ({
      ...procedures,
      fanOutPoint: refuseTooLate(
        procedures,
        async (cse, fanOut) => {
          const members = await procedures.targetMembers(cse, fanOut);
          return isRefusal(members) ? members : undefined;
        },
        (cse, fanOut) => forKnownTargets(procedures, cse, fanOut),
      ),
    }),
  },
  {
    name: 'targets-among-members-at-create',
    description: 'Looks for targets among the members that the group was created with.',
    catches: ['A member that was taken out of the group is refused as a target'],
    apply: (procedures) =>
      withGroupsAsCreated(procedures, (asCreated) => ({
        targetMembers: (cse, fanOut) =>
          procedures.targetMembers(cse, { ...fanOut, group: asCreated(fanOut.group) }),
      })),
  },
  {
    name: 'target-members-ignored',
    description: 'Asks all members whatever the targets are.',
    catches: [
      'The request goes to the named members only',
      'A single named member is the only one that answers a retrieve',
      'A path after /fopt is appended to the named members only',
      'A member is found by its <form> identifier',
    ],
    apply: (procedures) => ({
      ...procedures,
      addressedMembers: (cse, fanOut) =>
        procedures.addressedMembers(cse, { ...fanOut, request: withoutTargets(fanOut.request) }),
    }),
  },
  {
    name: 'target-in-sub-group-refused',
    description: 'Looks for targets among the members of the group itself only.',
    catches: [
      'A member of a sub-group can be named, and its neighbours are left alone',
      'Members of the group and of its sub-group can be named together',
      'A member of a sub-group on another CSE is reached without its neighbours',
    ],
    apply: (procedures) => ({
      ...procedures,
      async targetMembers(cse, fanOut) {
        const members = await procedures.targetMembers(cse, fanOut);
        if (isRefusal(members)) return members;
        const nested = members.some(({ targetMembers }) => targetMembers !== undefined);
        return nested ? refuse(RSC.BAD_REQUEST, 'A target is no member of the group.') : members;
      },
    }),
  },
  {
    name: 'target-beside-its-sub-group-refused',
    description: 'Does not look for targets inside a sub-group that is a target itself.',
    catches: ['A sub-group and a member of it can be named together'],
    apply: (procedures) => ({
      ...procedures,
      async targetMembers(cse, fanOut) {
        const members = await procedures.targetMembers(cse, fanOut);
        if (isRefusal(members)) return members;
        const targets = fanOut.request.groupRequestTargetMembers ?? [];
        const whole = members.some(
          ({ memberID }) => memberID.endsWith('/fopt') && targets.includes(memberID),
        );
        return whole && targets.length > members.length
          ? refuse(RSC.BAD_REQUEST, 'A target is no member of the group.')
          : members;
      },
    }),
  },
  {
    name: 'target-in-sub-group-reaches-all',
    description: 'Sends a sub-group the request without saying for which of its members it is.',
    catches: [
      'A member of a sub-group can be named, and its neighbours are left alone',
      'A member of a sub-group on another CSE is reached without its neighbours',
    ],
    apply: (procedures) => ({
      ...procedures,
      memberRequest: (cse, fanOut, { memberID }) => procedures.memberRequest(cse, fanOut, { memberID }),
    }),
  },
  {
    name: 'all-targets-to-sub-group',
    description: 'Sends a sub-group all targets, those of other groups too.',
    catches: ['Members of the group and of its sub-group can be named together'],
    apply: (procedures) => ({
      ...procedures,
      memberRequest(cse, fanOut, member) {
        const all = fanOut.request.groupRequestTargetMembers;
        const narrowed = member.targetMembers !== undefined && all !== undefined;
        return procedures.memberRequest(cse, fanOut, narrowed ? { ...member, targetMembers: all } : member);
      },
    }),
  },
  {
    name: 'targets-compared-as-text',
    description: 'Compares targets with memberIDs letter by letter.',
    catches: ['A member is found by its <form> identifier'],
    apply: (procedures) => ({
      ...procedures,
      async targetMembers(cse, fanOut) {
        const memberIDs = memberIDsOf(fanOut.group.attributes);
        const targets = fanOut.request.groupRequestTargetMembers ?? [];
        return targets.every((target) => memberIDs.includes(target))
          ? procedures.targetMembers(cse, fanOut)
          : refuse(RSC.BAD_REQUEST, 'A target is not spelled as it is in memberIDs.');
      },
    }),
  },
];

/** The request for those of its targets that are found. */
async function forKnownTargets(
  procedures: CseProcedures,
  cse: Cse,
  fanOut: FanOutRequest,
): Promise<FanOutRequest> {
  const { request } = fanOut;
  if (request.groupRequestTargetMembers === undefined) return fanOut;
  const known: string[] = [];
  for (const target of request.groupRequestTargetMembers) {
    const alone = { ...fanOut, request: { ...request, groupRequestTargetMembers: [target] } };
    if (!isRefusal(await procedures.targetMembers(cse, alone))) known.push(target);
  }
  return { ...fanOut, request: { ...request, groupRequestTargetMembers: known } };
}

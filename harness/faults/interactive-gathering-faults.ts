import { refuse } from '../../protocol/model/refusal';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../reference-impl/cse/cse';
import { type AddressedMember, allMembers } from '../../reference-impl/cse/group/addressed-member';
import { askMember } from '../../reference-impl/cse/group/ask-member';
import { hostingCseID } from '../../reference-impl/cse/group/member-key';
import { addResult, endAwaiting, haveReported } from '../../reference-impl/cse/interactive/member-answer';
import { allOutstanding, type Outstanding } from '../../reference-impl/cse/interactive/outstanding';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import { refused } from '../../reference-impl/cse/response';
import { acceptingAnother } from './asked-otherwise';
import type { Fault } from './fault';
import { withoutSomecastNumber } from './without-somecast-number';
import { withoutTargets } from './without-targets';

/** Deviations in who is asked where the results come later. @see IGO 2.2 steps 3 and 4 */
export const INTERACTIVE_GATHERING_FAULTS: readonly Fault[] = [
  {
    name: 'interactive-members-asked-twice',
    description: 'Sends each member the request a second time and drops the second answer.',
    catches: ['Every entity is asked once'],
    apply: (procedures) => ({
      ...procedures,
      async askAwaitedMember(cse, outstanding, member) {
        await procedures.askAwaitedMember(cse, outstanding, member);
        const { fanOut } = outstanding.accepted;
        if (fanOut !== undefined) await askMember(cse, fanOut, member, () => {});
      },
    }),
  },
  {
    name: 'asks-one-cse-only',
    description: 'Asks the members on the CSE of the first member and no others.',
    catches: [
      'Entities on two CSEs are asked there',
      'Each message of the steps is there, and no other',
      'The entities may be nodes',
      'The entities may be applications',
    ],
    apply: gatheringFrom((members, cse) => {
      const first = hostingCseID(cse, members[0]?.memberID ?? '');
      return members.filter(({ memberID }) => hostingCseID(cse, memberID) === first);
    }),
  },
  {
    name: 'forgets-local-members',
    description: 'Asks members on other CSEs only.',
    catches: [
      'Entities on the CSE itself are reported like those on another',
      'The result of a member is what the member answered',
    ],
    apply: gatheringFrom((members, cse) =>
      members.filter(({ memberID }) => hostingCseID(cse, memberID) !== cse.config.cseID),
    ),
  },
  {
    name: 'asks-first-ten',
    description: 'Asks no more than ten members.',
    catches: ['Twelve members are all reported'],
    apply: gatheringFrom((members) => members.slice(0, 10)),
  },
  {
    name: 'empty-list-asks-nobody',
    description: 'Does not ask the members where nobody is to be told.',
    catches: [
      'With an empty list the members are asked and nobody is told',
      'What nobody is told of can be inquired',
    ],
    apply: gatheringFrom((members, _cse, { accepted }) =>
      accepted.request.responseType?.notificationURIs?.length === 0 ? [] : members,
    ),
  },
  {
    name: 'one-after-another',
    description: 'Asks a member when the one before it has answered.',
    catches: ['A member that takes long holds back none that comes after it in the group'],
    apply: (procedures) => ({
      ...procedures,
      async gatherResults(cse, outstanding, members) {
        for (const member of members) await procedures.gatherResults(cse, outstanding, [member]);
      },
    }),
  },
  {
    name: 'interactive-somecast-ignored',
    description: 'Asks all members whatever the somecast number is, where the results come later.',
    catches: ['With a somecast number as many members are told of as were asked for'],
    apply: acceptingAnother((fanOut) => ({ ...fanOut, ...withoutSomecastNumber(fanOut) })),
  },
  {
    name: 'interactive-targets-ignored',
    description: 'Asks all members whatever the target members are, where the results come later.',
    catches: [
      'With target members these are told of, and no others',
      'With target members an inquiry shows all when these have answered',
    ],
    apply: acceptingAnother((fanOut) => ({ ...fanOut, request: withoutTargets(fanOut.request) })),
  },
  {
    name: 'waits-for-members-not-asked',
    description: 'Counts a request as complete when every member of the group has answered, asked or not.',
    catches: ['With target members an inquiry shows all when these have answered'],
    apply: (procedures) => ({
      ...procedures,
      gatherResults(cse, outstanding, members) {
        const all = allMembers(outstanding.accepted.fanOut?.group.attributes ?? {});
        for (const member of all) outstanding.awaited.set(member.memberID, member);
        return procedures.gatherResults(cse, outstanding, members);
      },
    }),
  },
  {
    name: 'acceptance-taken-for-the-result',
    description: 'What a CSE that reports by itself answers at once counts as the result.',
    catches: [
      'What a CSE reports by itself for its members is told',
      'A CSE that reports by itself is passed on like one that answers',
    ],
    apply: (procedures) => ({
      ...procedures,
      awaitReport(cse, outstanding, from, requestIdentifier) {
        const responseStatusCode = RSC.ACCEPTED_NON_BLOCKING_REQUEST_ASYNCH;
        endAwaiting(cse, outstanding, from);
        procedures.noteResult(cse, outstanding, { responseStatusCode, requestIdentifier, from });
      },
    }),
  },
  {
    name: 'reports-not-taken',
    description: 'Refuses what a CSE reports by itself.',
    catches: [
      'What a CSE reports by itself for its members is told',
      'A CSE that reports by itself is passed on like one that answers',
    ],
    apply: (procedures) => ({
      ...procedures,
      receiveReport: (_cse, request) =>
        refused(request, refuse(RSC.OPERATION_NOT_ALLOWED, 'Reports are not taken.')),
    }),
  },
  {
    name: 'repeated-report-counts-again',
    description: 'Takes a report that is repeated for news.',
    catches: ['A report that comes twice is told once'],
    apply: (procedures) => withRepeatedReports(procedures),
  },
];

/** A reference that asks some of the members that it awaits. */
function gatheringFrom(
  choose: (
    members: readonly AddressedMember[],
    cse: Cse,
    outstanding: Outstanding,
  ) => readonly AddressedMember[],
) {
  return (procedures: CseProcedures): CseProcedures => ({
    ...procedures,
    gatherResults: (cse, outstanding, members) =>
      procedures.gatherResults(cse, outstanding, choose(members, cse, outstanding)),
  });
}

function withRepeatedReports(procedures: CseProcedures): CseProcedures {
  const seen = new Set<string>();
  return {
    ...procedures,
    receiveReport(cse, request) {
      const answer = procedures.receiveReport(cse, request);
      const isRepeated = seen.has(request.requestIdentifier);
      seen.add(request.requestIdentifier);
      if (isRepeated && request.content?.kind === 'response') noteAgain(cse, request.content.response);
      return answer;
    },
  };
}

function noteAgain(cse: Cse, { requestIdentifier, content }: ResponsePrimitive): void {
  const entries = content?.kind === 'aggregatedResponse' ? content.responses : [];
  for (const outstanding of allOutstanding(cse)) {
    if (!outstanding.reporters.has(requestIdentifier)) continue;
    for (const entry of entries) addResult(cse, outstanding, entry);
    haveReported(cse, outstanding);
  }
}

import { isRefusal } from '../../protocol/model/refusal';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { refused } from '../../reference-impl/cse/response';
import { isDenial } from '../../reference-impl/cse/session/answers';
import type { SessionProcedures } from '../../reference-impl/cse/session/session-procedures';
import { nextHopsOf } from '../../reference-impl/cse/session/session-state';
import { protectedDataOf } from '../../reference-impl/cse/session/use/check-protected-data';
import { withoutSessionID } from '../../reference-impl/cse/session/use/session-id-of';
import type { Fault } from './fault';
import { withAttributes } from './session-application-change';

/** Deviations in how a request of a session goes to the next hop, and what of it comes back. @see SES 2 steps 4, 7 and 16 */
export const SESSION_PASSING_ON_FAULTS: readonly Fault[] = [
  {
    name: 'session-request-goes-back',
    description: 'Sends a request to the neighbour that leads to its originator.',
    catches: ['A middle CSE passes on in both directions', 'Usage through a middle CSE'],
    apply: (table) => ({
      ...table,
      nextHopFor(cse, use) {
        const hop = table.nextHopFor(cse, use);
        const hops = hop === undefined ? [] : nextHopsOf(cse, use.session);
        return hops.find(({ leadsTo }) => leadsTo === use.originator.endpointID) ?? hop;
      },
    }),
  },
  {
    name: 'session-request-in-own-name',
    description: 'Passes a request on in the name of the CSE.',
    catches: ['An update is passed on unchanged but for From'],
    apply: passingOn((passOn) => (cse, use, hop) => {
      const request = { ...use.request, from: cse.config.cseID };
      return passOn(cse, { ...use, request }, hop);
    }),
  },
  {
    name: 'session-data-padded-on-the-way',
    description: 'Writes the protected data anew, with padding, before it passes them on.',
    catches: [
      'An update is passed on unchanged but for From',
      'Who passes an update on leaves the check to the one who serves it',
      'Usage through the first CSE',
      'Usage through a middle CSE',
    ],
    apply: passingOn((passOn) => (cse, use, hop) => {
      const protectedData = protectedDataOf(use);
      if (protectedData === undefined) return passOn(cse, use, hop);
      const request = withAttributes(use.request, { protectedData: `${protectedData}=` });
      return passOn(cse, { ...use, request }, hop);
    }),
  },
  {
    name: 'session-update-without-identifier',
    description: 'Passes an update on without the identifier of its session.',
    catches: ['An update is passed on unchanged but for From'],
    apply: passingOn((passOn) => (cse, use, hop) => {
      const isUpdate = use.request.operation === 'update';
      const request = isUpdate ? withoutSessionID(use.request) : use.request;
      return passOn(cse, { ...use, request }, hop);
    }),
  },
  {
    name: 'session-retrieve-without-identifier',
    description: 'Passes a retrieve on without the identifier of its session.',
    catches: ['A retrieve is passed on with the identifier in its query'],
    apply: passingOn((passOn) => (cse, use, hop) => {
      const { sessionID: _left, ...request } = use.request;
      return passOn(cse, { ...use, request }, hop);
    }),
  },
  {
    name: 'session-request-passed-on-twice',
    description: 'Sends every request twice to the next hop.',
    catches: [
      'A retrieve is passed on with the identifier in its query',
      'A request is kept until the window is open, and answered when it has been served',
      'Usage through the first CSE',
      'Usage through a middle CSE',
    ],
    apply: passingOn((passOn) => (cse, use, hop) => {
      void passOn(cse, use, hop);
      return passOn(cse, use, hop);
    }),
  },
  {
    name: 'session-data-judged-on-the-way',
    description: 'Judges protected data that it only passes on.',
    catches: ['Who passes an update on leaves the check to the one who serves it'],
    apply: passingOn((passOn) => async (cse, use, hop) => {
      const isUpdate = use.request.operation === 'update';
      const unsound = isUpdate ? await cse.procedures.checkProtectedData(cse, use) : undefined;
      return unsound === undefined ? passOn(cse, use, hop) : refused(use.request, unsound);
    }),
  },
  {
    name: 'session-silent-hop-is-a-bad-request',
    description: 'Answers BAD_REQUEST where the next hop does not answer.',
    catches: ['A next hop that does not answer is not reached'],
    apply: passingOn((passOn) => async (cse, use, hop) => {
      const answer = await passOn(cse, use, hop);
      const silent = answer.responseStatusCode === RSC.TARGET_NOT_REACHABLE;
      return silent ? { ...answer, responseStatusCode: RSC.BAD_REQUEST } : answer;
    }),
  },
  {
    name: 'session-refusing-hop-is-not-reachable',
    description: 'Answers TARGET_NOT_REACHABLE where the next hop refuses.',
    catches: [
      'What the next hop refuses is the answer',
      'The refusal of the next hop is kept with its code',
      'Who passes an update on leaves the check to the one who serves it',
    ],
    apply: passingOn((passOn) => async (cse, use, hop) => {
      const answer = await passOn(cse, use, hop);
      return isDenial(answer) ? { ...answer, responseStatusCode: RSC.TARGET_NOT_REACHABLE } : answer;
    }),
  },
  {
    name: 'session-requests-overlap',
    description: 'Passes requests on though the ones before them have no answer yet.',
    catches: ['Requests are passed on one after the other in their order'],
    apply: (table) => ({
      ...table,
      async useSession(cse, request, sessionID) {
        const use = table.checkSessionRequest(cse, request, sessionID);
        const hop = isRefusal(use) ? undefined : table.nextHopFor(cse, use);
        if (isRefusal(use) || hop === undefined) return table.useSession(cse, request, sessionID);
        return table.passOn(cse, use, hop);
      },
    }),
  },
];

type PassOn = SessionProcedures['passOn'];

function passingOn(change: (passOn: PassOn) => PassOn): Fault['apply'] & {} {
  return (table) => ({ ...table, passOn: change(table.passOn) });
}

import { refuse } from '../../protocol/model/refusal';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { isFailure } from '../../protocol/model/response-primitive';
import { RequestStatus } from '../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../reference-impl/cse/cse';
import { memberKey } from '../../reference-impl/cse/group/member-key';
import { type Outstanding, outstandingRequest } from '../../reference-impl/cse/interactive/outstanding';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Resource } from '../../reference-impl/cse/resource';
import { refused } from '../../reference-impl/cse/response';
import type { Fault } from './fault';
import { inquiredOtherwise, showingAttributes, showingOthers } from './showing-otherwise';
import { withoutTargets } from './without-targets';

/** Deviations in what an inquiry shows and to whom. @see IGO note 2 */
export const INTERACTIVE_INQUIRY_FAULTS: readonly Fault[] = [
  {
    name: 'inquiry-before-end-refused',
    description: 'Refuses to be inquired until all members have answered.',
    catches: [
      'While a member is missing an inquiry shows the others, and that more is to come',
      'Before any member has answered an inquiry shows nothing yet',
      'Who comes back early finds what is there, and that more is to come',
    ],
    apply: refusingInquiries((_cse, _inquiry, { finished }) => !finished),
  },
  {
    name: 'inquiry-shows-nothing-before-end',
    description: 'Shows no results until all members have answered.',
    catches: [
      'While a member is missing an inquiry shows the others, and that more is to come',
      'An inquiry for a member that is there and one that is missing shows the one',
    ],
    apply: showingOthers(({ finished, results }) => (finished ? results : [])),
  },
  {
    name: 'inquiry-shows-unanswered-as-failed',
    description: 'Shows of members that have not answered yet that they cannot be reached.',
    catches: [
      'Before any member has answered an inquiry shows nothing yet',
      'While a member is missing an inquiry shows the others, and that more is to come',
    ],
    apply: showingOthers(({ awaited, results, accepted }) => [
      ...results,
      ...[...awaited.keys()].map((from) => ({
        responseStatusCode: RSC.TARGET_NOT_REACHABLE,
        requestIdentifier: accepted.request.requestIdentifier,
        from,
      })),
    ]),
  },
  {
    name: 'inquiry-shows-untold-only',
    description: 'Shows no results that every target has acknowledged.',
    catches: [
      'When all members are reported an inquiry shows them all, and that this is all',
      'Shortly before the keep time is over the results are there',
      'Without a keep time asked for the results are kept all the same',
    ],
    apply: showingOthers(({ deliveries, results }) =>
      results.slice(Math.min(...deliveries.map(({ reported }) => reported))),
    ),
  },
  {
    name: 'inquiry-takes-results',
    description: 'What an inquiry has shown is gone.',
    catches: [
      'A second inquiry shows what the first one showed',
      'Who comes back again finds what has come meanwhile',
    ],
    apply(procedures) {
      const shown = new WeakSet<ResponsePrimitive>();
      return showingOthers(({ results }) => {
        const left = results.filter((entry) => !shown.has(entry));
        for (const entry of left) shown.add(entry);
        return left;
      })(procedures);
    },
  },
  {
    name: 'inquiry-shows-refusals-as-missing',
    description: 'Shows successes only.',
    catches: ['What a member refused is shown as its result'],
    apply: showingOthers(({ results }) => results.filter((entry) => !isFailure(entry))),
  },
  {
    name: 'inquiry-ends-messages',
    description: 'Who has inquired is told nothing more.',
    catches: ['After an inquiry the messages go on'],
    apply(procedures) {
      const inquired = new WeakSet<Outstanding>();
      return {
        ...procedures,
        presentRequest(cse, inquiry, resource) {
          const outstanding = outstandingRequest(cse, resource.resourceID);
          if (outstanding !== undefined) inquired.add(outstanding);
          return procedures.presentRequest(cse, inquiry, resource);
        },
        reportResults(cse, outstanding) {
          if (!inquired.has(outstanding)) procedures.reportResults(cse, outstanding);
        },
      };
    },
  },
  {
    name: 'inquiry-targets-ignored',
    description: 'Shows the results of all members whatever the inquiry is about.',
    catches: [
      'An inquiry for one member shows that member',
      'An inquiry for two members shows these two',
      'Who comes back for one member finds that one',
      'A resource outside the group is left out of what an inquiry shows',
    ],
    apply: inquiredOtherwise(withoutTargets),
  },
  {
    name: 'inquiry-first-target-only',
    description: 'Shows the result of the first of the members that the inquiry is about.',
    catches: ['An inquiry for two members shows these two'],
    apply: inquiredOtherwise((inquiry) => {
      const first = inquiry.groupRequestTargetMembers?.slice(0, 1);
      return first === undefined ? inquiry : { ...inquiry, groupRequestTargetMembers: first };
    }),
  },
  {
    name: 'inquiry-without-result-refused',
    description: 'Refuses an inquiry about a member that has no result, or that is none.',
    catches: [
      'A resource outside the group is left out of what an inquiry shows',
      'An inquiry for a member that is there and one that is missing shows the one',
    ],
    apply: refusingInquiries((cse, { groupRequestTargetMembers = [] }, { results }) => {
      const keys = new Set(results.map(({ from }) => memberKey(cse, from ?? '')));
      return groupRequestTargetMembers.some((target) => !keys.has(memberKey(cse, target)));
    }),
  },
  {
    name: 'inquiry-unknown-target-crashes',
    description: 'Fails where an inquiry names what is no resource.',
    catches: ['An inquiry for what is no resource does not stop the CSE'],
    apply: (procedures) => ({
      ...procedures,
      presentRequest(cse, inquiry, resource) {
        const lost = inquiry.groupRequestTargetMembers?.find((target) => cse.resolve(target) === undefined);
        if (lost !== undefined) throw new TypeError(`${lost} names nothing`);
        return procedures.presentRequest(cse, inquiry, resource);
      },
    }),
  },
  {
    name: 'inquiry-open-to-all',
    description: 'Lets everyone inquire.',
    catches: ['Who did not ask may not inquire', 'Who did not ask may not come for the results'],
    apply: (procedures) => ({
      ...procedures,
      authorize: (cse, request, target) =>
        isInquiry(request, target) ? undefined : procedures.authorize(cse, request, target),
    }),
  },
  {
    name: 'status-stays-pending',
    description: 'The status of a request never changes.',
    catches: [
      'When all members are reported an inquiry shows them all, and that this is all',
      'Who comes back finds the results of all, and that these are all',
      'With target members an inquiry shows all when these have answered',
    ],
    apply: showingAttributes((shown) => ({ ...shown, requestStatus: RequestStatus.PENDING })),
  },
  {
    name: 'status-completed-at-first-result',
    description: 'A request is COMPLETED with its first result.',
    catches: [
      'While a member is missing an inquiry shows the others, and that more is to come',
      'Who comes back early finds what is there, and that more is to come',
    ],
    apply: showingAttributes((shown, { results }) =>
      results.length === 0 ? shown : { ...shown, requestStatus: RequestStatus.COMPLETED },
    ),
  },
  {
    name: 'request-resource-of-another-request',
    description: 'The request resource does not bear the identifier of the request.',
    catches: ['An inquiry shows which request its results belong to'],
    apply: showingAttributes((shown) => ({ ...shown, requestID: `${shown.requestID}-accepted` })),
  },
  {
    name: 'requests-can-be-created',
    description: 'A request resource can be created like any other.',
    catches: ['What is inquired cannot be created by anyone'],
    apply: (procedures) => ({
      ...procedures,
      resourceTypeProcedures(resourceType) {
        const type = procedures.resourceTypeProcedures(resourceType);
        if (type === undefined) return undefined;
        const { madeByHostingCse: _nobody, ...free } = type;
        return free;
      },
    }),
  },
  {
    name: 'requests-cannot-be-deleted',
    description: 'A request resource cannot be deleted.',
    catches: ['The application may ask to have it deleted'],
    apply: (procedures) => ({
      ...procedures,
      checkCancellation: () => refuse(RSC.OPERATION_NOT_ALLOWED, 'A request is not deleted.'),
    }),
  },
];

/** A reference that knows nothing of a request when it is inquired. */
function refusingInquiries(
  isRefused: (cse: Cse, inquiry: RequestPrimitive, outstanding: Outstanding) => boolean,
) {
  return (procedures: CseProcedures): CseProcedures => ({
    ...procedures,
    async retrieve(cse, request, target) {
      const outstanding = outstandingRequest(cse, target.resourceID);
      return outstanding !== undefined && isRefused(cse, request, outstanding)
        ? refused(request, refuse(RSC.NOT_FOUND, 'There is nothing to show.'))
        : procedures.retrieve(cse, request, target);
    },
  });
}

function isInquiry({ operation }: RequestPrimitive, { resourceType }: Resource): boolean {
  return operation === 'retrieve' && resourceType === ResourceType.request;
}

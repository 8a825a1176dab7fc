import { refuse } from '../../protocol/model/refusal';
import { isFailure } from '../../protocol/model/response-primitive';
import { RequestStatus } from '../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import {
  acceptance,
  afterAcceptance,
  beginRequest,
} from '../../reference-impl/cse/interactive/accept-request';
import { isNonBlocking } from '../../reference-impl/cse/interactive/non-blocking';
import { type Delivery, outstandingRequest } from '../../reference-impl/cse/interactive/outstanding';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Variant } from './variant';

type InteractiveVariant = Omit<Variant, 'party' | 'documents' | 'otherwise'> & {
  otherwise(own: CseProcedures, took: () => void): Partial<CseProcedures>;
};

const LONG_ENOUGH_TO_GATHER = 400;

/** Other choices of a CSE that tells results as they come. @see docs/profiles/onem2m-interactive-groups.md */
const CHOICES: readonly InteractiveVariant[] = [
  {
    name: 'acceptance-names-no-mode',
    description: 'A request is accepted with 1000 in place of 1001 and 1002.',
    allowedBy: 'design 6 (IGO): 1000 tolerated, a warning',
    warning: /\b1000\b/,
    otherwise: (own, took) => ({
      async acceptGroupRequest(cse, fanOut) {
        const answer = await own.acceptGroupRequest(cse, fanOut);
        if (isFailure(answer)) return answer;
        took();
        return { ...answer, responseStatusCode: RSC.ACCEPTED };
      },
    }),
  },
  {
    name: 'refusal-as-the-result',
    description: 'A group request that cannot be done is accepted, and its result is the refusal.',
    allowedBy: 'X-IGO-14, design 6 (IGO): a refusal at once or as the result',
    choice: 'refusals',
    otherwise: (own, took) => ({
      async fanOutPoint(cse, fanOut) {
        const answer = await own.fanOutPoint(cse, fanOut);
        const { request } = fanOut;
        if (!isNonBlocking(request) || !LATE.includes(answer.responseStatusCode)) return answer;
        if (cse.procedures.checkNonBlockingRequest(cse, request) !== undefined) return answer;
        took();
        const outstanding = beginRequest(cse, request);
        afterAcceptance(cse, outstanding, () => cse.procedures.noteResult(cse, outstanding, answer));
        return acceptance(cse, outstanding);
      },
    }),
  },
  {
    name: 'one-result-per-message',
    description: 'Every message has the result of one member.',
    allowedBy: 'X-IGO-13: how many results share a message is free',
    choice: 'sharing',
    otherwise: (own, took) => ({
      reportTo(cse, outstanding, delivery) {
        const { results } = outstanding;
        if (delivery.pending !== undefined || results.length - delivery.reported < 2) {
          own.reportTo(cse, outstanding, delivery);
          return;
        }
        took();
        const upTo = delivery.reported + 1;
        const entries = results.slice(delivery.reported, upTo);
        const message = cse.procedures.resultMessage(cse, outstanding, { to: delivery.to, entries });
        delivery.pending = { message, upTo, attempts: 0, nextAttemptAt: cse.ports.clock.now() };
        cse.procedures.sendPending(cse, outstanding, delivery);
      },
    }),
  },
  {
    name: 'results-gathered-for-a-moment',
    description: 'A message waits 400 ms for the results of other members.',
    allowedBy: 'X-IGO-13: how many results share a message is free',
    otherwise: (own, took) => ({
      reportResults(cse, outstanding) {
        took();
        cse.ports.clock.after(LONG_ENOUGH_TO_GATHER, () => own.reportResults(cse, outstanding));
      },
    }),
  },
  {
    name: 'results-beside-an-unacknowledged-message',
    description: 'Later results are told although a message is not acknowledged.',
    allowedBy: 'X-IGO-13, design 6 (IGO): beside or after an unacknowledged message',
    choice: 'sharing',
    otherwise: (own, took) => {
      /** How many results a target was told of, by all messages that are under way to it. */
      const told = new WeakMap<Delivery, { upTo: number }>();
      return {
        reportTo(cse, outstanding, delivery) {
          const { results } = outstanding;
          const known = told.get(delivery) ?? { upTo: 0 };
          told.set(delivery, known);
          const from = Math.max(delivery.reported, known.upTo);
          known.upTo = Math.max(results.length, from);
          if (delivery.pending === undefined) {
            delivery.reported = from;
            own.reportTo(cse, outstanding, delivery);
          } else if (from < results.length) {
            took();
            const beside: Delivery = { to: delivery.to, reported: from };
            told.set(beside, known);
            own.reportTo(cse, outstanding, beside);
          }
        },
      };
    },
  },
  {
    name: 'ended-request-cannot-be-recalled',
    description: 'DELETE of a request whose members have answered is refused with UNABLE_TO_RECALL_REQUEST.',
    allowedBy: 'decision 24, profile "Inquiry": 2002, or 5220 where what was sent out cannot be recalled',
    otherwise: (own, took) => ({
      checkCancellation(cse, resource) {
        if (outstandingRequest(cse, resource.resourceID)?.finished !== true)
          return own.checkCancellation(cse, resource);
        took();
        return refuse(RSC.UNABLE_TO_RECALL_REQUEST, 'The members have been asked already.');
      },
    }),
  },
  {
    name: 'completed-where-some-answered',
    description: 'A request of which some members never answered ends with COMPLETED.',
    allowedBy: 'design 6 (IGO): the final request status when only some members answered is free',
    otherwise: (own, took) => ({
      presentRequest(cse, inquiry, resource) {
        const shown = own.presentRequest(cse, inquiry, resource);
        const isOver = outstandingRequest(cse, resource.resourceID)?.finished === true;
        if (!isOver || shown.attributes.requestStatus !== RequestStatus.PARTIALLY_COMPLETED) return shown;
        took();
        const attributes = { ...shown.attributes, requestStatus: RequestStatus.COMPLETED };
        return { ...shown, attributes };
      },
    }),
  },
  {
    name: 'other-code-for-missing-members',
    description: 'The entry of a member that was not reached has REQUEST_TIMEOUT.',
    allowedBy: 'profile "Offline members": the code is free',
    otherwise: (own, took) => ({
      finishGathering(cse, outstanding) {
        const { results } = outstanding;
        const before = results.length;
        own.finishGathering(cse, outstanding);
        for (const entry of results.splice(before)) {
          const isMissing = entry.responseStatusCode === RSC.TARGET_NOT_REACHABLE;
          if (isMissing) took();
          results.push(isMissing ? { ...entry, responseStatusCode: RSC.REQUEST_TIMEOUT } : entry);
        }
      },
    }),
  },
];

/** What may be said later as well: no privilege, no members, no such members. */
const LATE: readonly number[] = [RSC.ORIGINATOR_HAS_NO_PRIVILEGE, RSC.NO_MEMBERS, RSC.BAD_REQUEST];

export const INTERACTIVE_VARIANTS: readonly Variant[] = [
  ...CHOICES.map(
    ({ otherwise, ...variant }): Variant => ({
      ...variant,
      party: 'cse',
      documents: ['IGO'],
      otherwise: ({ took }) => ({ apply: (own) => ({ ...own, ...otherwise(own, took) }) }),
    }),
  ),
  {
    name: 'sub-groups-answer-once',
    description: 'A sub-group on another CSE is asked in the blocking way.',
    allowedBy: 'decision 21: step 4 is what a CSE reports by itself, and whether it is asked to is free',
    party: 'cse',
    documents: ['IGO'],
    otherwise: ({ took }) => ({
      configureCse: (config) => {
        took();
        return { ...config, askSubGroupsToReport: false };
      },
    }),
  },
];

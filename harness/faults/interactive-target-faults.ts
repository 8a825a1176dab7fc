import { refuse } from '../../protocol/model/refusal';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { ResponseTypeValue } from '../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { destinationOf } from '../../reference-impl/cse/destination';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Fault } from './fault';

/** Deviations in who is told of results. @see IGO 2.2 step 5, TS-0004 6.3.5.30 */
export const INTERACTIVE_TARGET_FAULTS: readonly Fault[] = [
  {
    name: 'polling-not-supported',
    description: 'Refuses who wants to come back for the results.',
    catches: [
      'To come back later is accepted before any member has answered',
      'Who comes back finds the results of all, and that these are all',
    ],
    apply: (procedures) => ({
      ...procedures,
      checkNonBlockingRequest: (cse, request) =>
        isPolling(request)
          ? refuse(RSC.NON_BLOCKING_SYNCH_REQUEST_NOT_SUPPORTED, 'Results are not kept to be fetched.')
          : procedures.checkNonBlockingRequest(cse, request),
    }),
  },
  {
    name: 'polling-notifies',
    description: 'Tells of results who wants to come back for them.',
    catches: ['Who comes back for the results gets no message'],
    apply: telling((targets, request) => (isPolling(request) ? [request.from ?? ''] : targets)),
  },
  {
    name: 'first-target-only',
    description: 'Tells the first of several targets.',
    catches: [
      'Of several targets each is told of all members',
      'Each of two targets is told of a late member once',
    ],
    apply: telling((targets) => targets.slice(0, 1)),
  },
  {
    name: 'targets-share-the-results',
    description: 'What one target has been told is not told to another.',
    catches: [
      'Of several targets each is told of all members',
      'Each of two targets is told of a late member once',
    ],
    apply: (procedures) => ({
      ...procedures,
      reportTo(cse, outstanding, delivery) {
        procedures.reportTo(cse, outstanding, delivery);
        const told = delivery.pending?.upTo ?? delivery.reported;
        for (const other of outstanding.deliveries) {
          if (other !== delivery) other.reported = Math.max(other.reported, told);
        }
      },
    }),
  },
  {
    name: 'originator-always-told',
    description: 'Tells the originator besides the targets that the request names.',
    catches: ['A target that the request names is told, and the originator is not'],
    apply: telling((targets, { from }) => [...new Set([...targets, from ?? ''])]),
  },
  {
    name: 'listed-targets-ignored',
    description: 'Tells the originator in place of the targets that the request names.',
    catches: [
      'A target that the request names is told, and the originator is not',
      'An application that the request names is told',
    ],
    apply: telling((targets, { from }) => (targets.length === 0 ? targets : [from ?? ''])),
  },
  {
    name: 'everyone-is-told',
    description: 'Tells every registered application.',
    catches: ['The application that asked is told, and no other'],
    apply: (procedures) => ({
      ...procedures,
      async sendResultMessage(cse, message) {
        for (const { resourceType, resourceID: to } of cse.store.all()) {
          const isOther = resourceType === ResourceType.AE && to !== message.to;
          if (isOther) void procedures.sendResultMessage(cse, { ...message, to });
        }
        return procedures.sendResultMessage(cse, message);
      },
    }),
  },
  {
    name: 'resource-targets-not-resolved',
    description:
      'Takes every target for a URL, so that nothing reaches an application that is named by its AE-ID.',
    catches: [
      'An application that the request names is told',
      'The originator may name itself',
      'Where nobody is named the originator is told',
    ],
    apply: (procedures) => ({
      ...procedures,
      sendResultMessage: async (cse, message) =>
        destinationOf(cse.config, message.to).kind === 'url'
          ? procedures.sendResultMessage(cse, message)
          : undefined,
    }),
  },
  {
    name: 'empty-list-means-originator',
    description: 'Takes an empty list of targets for none.',
    catches: ['With an empty list the members are asked and nobody is told'],
    apply: telling((targets, { responseType, from }) =>
      responseType?.notificationURIs?.length === 0 ? [from ?? ''] : targets,
    ),
  },
  {
    name: 'empty-list-refused',
    description: 'Refuses an empty list of targets.',
    catches: [
      'With an empty list the members are asked and nobody is told',
      'With an empty list the acceptance does not wait either',
      'What nobody is told of can be inquired',
    ],
    apply: (procedures) => ({
      ...procedures,
      checkNonBlockingRequest: (cse, request) =>
        request.responseType?.notificationURIs?.length === 0
          ? refuse(RSC.BAD_REQUEST, 'Nobody is to be told.')
          : procedures.checkNonBlockingRequest(cse, request),
    }),
  },
];

/** A reference that tells others than it should. */
function telling(choose: (targets: readonly string[], request: RequestPrimitive) => readonly string[]) {
  return (procedures: CseProcedures): CseProcedures => ({
    ...procedures,
    notificationTargets: (request) => choose(procedures.notificationTargets(request), request),
  });
}

function isPolling({ responseType }: RequestPrimitive): boolean {
  return responseType?.value === ResponseTypeValue.nonBlockingRequestSynch;
}

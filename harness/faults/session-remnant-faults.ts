import { refuse } from '../../protocol/model/refusal';
import { FilterUsage, SessionEventType } from '../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { canonicalOriginator } from '../../reference-impl/cse/originator';
import type { Resource } from '../../reference-impl/cse/resource';
import { refused } from '../../reference-impl/cse/response';
import { endpointsOf, type KnownEndpoint } from '../../reference-impl/cse/session/session-state';
import type { Fault } from './fault';

interface Ended {
  readonly session: Resource;
  readonly endpoints: readonly KnownEndpoint[];
}

/** Deviations that show only to who looks behind: what is left out of sight, and messages that no flow has. */
export const SESSION_REMNANT_FAULTS: readonly Fault[] = [
  {
    name: 'session-used-after-its-end',
    description: 'A session that has ended is nowhere to be seen, and its endpoints read in it as before.',
    catches: [
      'Termination through the last CSE',
      'Termination on one CSE',
      'AE2 ends the session',
      'A termination by the identifier alone is one',
    ],
    apply(table) {
      const ended = new Map<string, Ended>();
      return {
        ...table,
        removeSession(cse, session) {
          ended.set(session.resourceID, { session, endpoints: endpointsOf(cse, session) });
          table.removeSession(cse, session);
        },
        async useSession(cse, request, sessionID) {
          const { session, endpoints = [] } = ended.get(sessionID) ?? {};
          const from = canonicalOriginator(cse.config, request.from ?? '');
          const isSender = ({ endpointID }: KnownEndpoint) =>
            canonicalOriginator(cse.config, endpointID) === from;
          const originator = endpoints.find(isSender);
          const target = endpoints.find((endpoint) => !isSender(endpoint));
          if (!session || !originator || !target) return table.useSession(cse, request, sessionID);
          return table.serve(cse, {
            request,
            session,
            originator,
            target,
            receivedAt: cse.ports.clock.now(),
          });
        },
      };
    },
  },
  {
    name: 'session-collections-not-discovered',
    description: 'Nobody is told what a collection of sessions has.',
    catches: [
      'Termination through the first CSE',
      'Termination through the last CSE',
      'The refusal of the next hop is the answer',
      'AE1 waits until the next hop has accepted',
    ],
    apply: (table) => ({
      ...table,
      async retrieve(cse, request, target) {
        const isHidden =
          target.resourceType === ResourceType.sessions &&
          request.filterCriteria?.filterUsage === FilterUsage.discovery;
        return isHidden
          ? refused(request, refuse(RSC.ORIGINATOR_HAS_NO_PRIVILEGE, "This is nobody's business."))
          : table.retrieve(cse, request, target);
      },
    }),
  },
  {
    name: 'session-way-cleared-first',
    description: 'Who is asked for a session is told first that it has ended.',
    catches: [
      'Establishment through the first CSE',
      'Establishment through the last CSE',
      'Establishment through a middle CSE',
      'Establishment on one CSE',
    ],
    apply: (table) => ({
      ...table,
      async askNextHop(cse, establishment, deadline) {
        const { sessionID, target } = establishment;
        const address = `/${target.split('/')[1]}/${sessionID}`;
        await table.owe(cse, { sessionID, debtor: { kind: 'hop', address }, until: deadline }, deadline);
        return table.askNextHop(cse, establishment, deadline);
      },
      async tellEndpoint(cse, to, event, telling) {
        const { sessionID } = event;
        if (event.type === SessionEventType.establishment)
          await table.tellEndpoint(cse, to, { type: SessionEventType.termination, sessionID });
        return table.tellEndpoint(cse, to, event, telling);
      },
    }),
  },
  {
    name: 'session-update-read-back',
    description: 'An update that was passed on is followed by a retrieve of what it has updated.',
    catches: ['Usage through the first CSE', 'Usage through a middle CSE'],
    apply: (table) => ({
      ...table,
      async passOn(cse, use, hop) {
        const answer = await table.passOn(cse, use, hop);
        const { content: _updated, ...others } = use.request;
        const requestIdentifier = cse.ports.ids.next('back-');
        const { resourceID: sessionID } = use.session;
        const request = { ...others, operation: 'retrieve', sessionID, requestIdentifier } as const;
        if (use.request.operation === 'update') await table.passOn(cse, { ...use, request }, hop);
        return answer;
      },
    }),
  },
];

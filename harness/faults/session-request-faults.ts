import type { Operation } from '../../protocol/model/operation';
import { isRefusal, refuse } from '../../protocol/model/refusal';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../reference-impl/cse/cse';
import { destinationOf } from '../../reference-impl/cse/destination';
import { canonicalOriginator } from '../../reference-impl/cse/originator';
import { refused } from '../../reference-impl/cse/response';
import { isPositive } from '../../reference-impl/cse/session/answers';
import { endpointsOf, type KnownEndpoint, sessionWith } from '../../reference-impl/cse/session/session-state';
import { protectedDataOf } from '../../reference-impl/cse/session/use/check-protected-data';
import type { Fault } from './fault';
import { withAttributes } from './session-application-change';

/** `/CSE/base/application/container`: the one form that needs no looking up. */
const STRUCTURED = /^(\/[^/]+){4,}$/u;

/** Deviations in what makes a request one of a session, and in what every CSE checks of it. @see SES 2 steps 2 to 4 */
export const SESSION_REQUEST_FAULTS: readonly Fault[] = [
  {
    name: 'session-identifier-in-content-ignored',
    description: 'Sees the identifier of a session in the query only.',
    catches: [
      'An update is served at once and stored as it came',
      'The first CSE keeps what it has passed on',
      'Usage through the first CSE',
      'Usage through the last CSE',
      'Usage through a middle CSE',
      'Usage on one CSE',
    ],
    apply: (table) => ({ ...table, sessionIDOf: ({ sessionID }) => sessionID }),
  },
  {
    name: 'session-identifier-in-query-ignored',
    description: 'Sees the identifier of a session in the content only.',
    catches: [
      'A retrieve is kept by the CSE that passed it on',
      'The session is the permission to read',
      'Usage through the last CSE',
    ],
    apply: (table) => ({
      ...table,
      sessionIDOf: ({ sessionID: _ignored, ...request }) => table.sessionIDOf(request),
    }),
  },
  {
    name: 'session-of-the-query-counts',
    description: 'Of two identifiers in one request takes the one in the query.',
    catches: ['Two identifiers in one request are refused'],
    apply: (table) => ({
      ...table,
      sessionIDOf: (request) => request.sessionID ?? table.sessionIDOf(request),
    }),
  },
  {
    name: 'session-identifier-in-one-place-only',
    description: 'Refuses the identifier in content and query, though it is the same.',
    catches: ['The same identifier in content and query is accepted'],
    apply: (table) => ({
      ...table,
      sessionIDOf(request) {
        const { sessionID: inQuery, ...other } = request;
        const twice = inQuery !== undefined && table.sessionIDOf(other) !== undefined;
        return twice ? refuse(RSC.BAD_REQUEST, 'One identifier is enough.') : table.sessionIDOf(request);
      },
    }),
  },
  {
    name: 'session-unknown-passed-on',
    description: 'Forwards requests of sessions that it does not hold like any others.',
    catches: ['An identifier that nobody allocated is not found', 'A huge identifier is not found'],
    apply: (table) => ({
      ...table,
      useSession: (cse, request, sessionID) =>
        sessionWith(cse, sessionID) === undefined && destinationOf(cse.config, request.to).kind === 'cse'
          ? table.forward(cse, request)
          : table.useSession(cse, request, sessionID),
    }),
  },
  {
    name: 'session-used-by-anybody',
    description: 'Whoever knows the identifier may use a session.',
    catches: [
      'An application that is no endpoint does not use the session',
      'A CSE does not use the session in its own name',
    ],
    apply: overlooking(RSC.ORIGINATOR_HAS_NO_PRIVILEGE, (request, endpoints) =>
      endpoints.map(({ endpointID }) => ({ ...request, from: endpointID })),
    ),
  },
  {
    name: 'session-reaches-everything',
    description: 'Resources of others than its endpoints are reached in a session, too.',
    catches: [
      'A container of a third application is none of the session',
      'A container of another application at the next hop is none of the session',
    ],
    apply: overlooking(RSC.ORIGINATOR_HAS_NO_PRIVILEGE, (request, endpoints) =>
      [...endpoints]
        .reverse()
        .map(({ endpointAddress, endpointID }) => ({ ...request, to: endpointAddress ?? endpointID })),
    ),
  },
  {
    name: 'session-creates-and-deletes',
    description: 'Carries out CREATE and DELETE in a session.',
    catches: ['A DELETE is not session-based', 'A CREATE is not session-based'],
    apply: (table) => ({
      ...table,
      async useSession(cse, request, sessionID) {
        const { operation } = request;
        const found = cse.resolve(request.to)?.resource;
        if (found === undefined || (operation !== 'create' && operation !== 'delete')) {
          return table.useSession(cse, request, sessionID);
        }
        return table[operation](cse, request, found);
      },
    }),
  },
  {
    name: 'session-serves-any-resource',
    description: 'Shows resources that are no containers in a session.',
    catches: ['An application is no container'],
    apply: (table) => ({
      ...table,
      async serve(cse, use) {
        const found = cse.resolve(use.request.to)?.resource;
        const shown = use.request.operation === 'retrieve' && found !== undefined;
        return shown ? table.retrieve(cse, use.request, found) : table.serve(cse, use);
      },
    }),
  },
  {
    name: 'session-update-with-more',
    description: 'Ignores what an update carries beside its protected data.',
    catches: ['An update with another attribute is refused'],
    apply: overlooking(RSC.BAD_REQUEST, (request) => [withAttributes(request, { labels: undefined })]),
  },
  {
    name: 'session-update-without-data',
    description: 'An update without protected data empties the container.',
    catches: ['An update without protected data is refused'],
    apply: (table) => ({
      ...overlooking(RSC.BAD_REQUEST, (request) => [withAttributes(request, { protectedData: '' })])(table),
      checkProtectedData: async (cse, use) =>
        protectedDataOf(use) === undefined ? undefined : table.checkProtectedData(cse, use),
    }),
  },
  {
    name: 'session-data-set-from-outside',
    description: 'Takes protected data outside of a session.',
    catches: ['Protected data is not set outside of a session'],
    apply: (table) => ({
      ...table,
      async update(cse, request, target) {
        const { content } = request;
        const given = content?.kind === 'resource' ? content.resource.attributes.protectedData : undefined;
        const rest = withAttributes(request, { protectedData: undefined });
        const answer = await table.update(cse, rest, target);
        const current = cse.store.get(target.resourceID);
        if (given === undefined || current === undefined || !isPositive(answer)) return answer;
        cse.store.put({ ...current, attributes: { ...current.attributes, protectedData: given } });
        return answer;
      },
    }),
  },
  {
    name: 'session-hides-what-is-missing',
    description: 'What is not there is refused as if it were forbidden.',
    catches: ['A container of AE2 that is not there is not found'],
    apply: (table) => ({
      ...table,
      async serve(cse, use) {
        const answer = await table.serve(cse, use);
        const { NOT_FOUND, ORIGINATOR_HAS_NO_PRIVILEGE } = RSC;
        const hidden = answer.responseStatusCode === NOT_FOUND;
        return hidden ? { ...answer, responseStatusCode: ORIGINATOR_HAS_NO_PRIVILEGE } : answer;
      },
    }),
  },
  {
    name: 'session-opens-everything',
    description: 'Who has a session may do everything outside of it.',
    catches: ['Without the identifier access control decides'],
    apply: (table) => ({
      ...table,
      authorize: (cse, request, target) =>
        hasSession(cse, request) ? undefined : table.authorize(cse, request, target),
    }),
  },
  {
    name: 'session-asks-access-control-for-updates',
    description: 'Asks who may update a container, though the session is the permission.',
    catches: [
      'An update is served at once and stored as it came',
      'Usage through the last CSE',
      'Usage on one CSE',
    ],
    apply: authorizing('update'),
  },
  {
    name: 'session-asks-access-control-for-retrieves',
    description: 'Asks who may see a container, though the session is the permission.',
    catches: ['The session is the permission to read', 'A retrieve is told to nobody'],
    apply: authorizing('retrieve'),
  },
  {
    name: 'session-by-structured-address-only',
    description: 'Knows the containers of an endpoint by their structured SP-relative address only.',
    catches: ['The container is named by its <form> address'],
    apply: (table) => ({
      ...table,
      checkSessionRequest: (cse, request, sessionID) =>
        STRUCTURED.test(request.to)
          ? table.checkSessionRequest(cse, request, sessionID)
          : refuse(RSC.ORIGINATOR_HAS_NO_PRIVILEGE, `${request.to} is of no endpoint.`),
    }),
  },
  {
    name: 'session-used-by-its-initiator-only',
    description: 'The application that was invited may not use the session.',
    catches: [
      'AE2 updates a container of AE1',
      'A middle CSE passes on in both directions',
      'AE1 is told of an update by AE2',
      'An update by the owner itself is told to nobody',
    ],
    apply: (table) => ({
      ...table,
      checkSessionRequest(cse, request, sessionID) {
        const use = table.checkSessionRequest(cse, request, sessionID);
        if (isRefusal(use) || use.originator.resource.resourceName === 'initiatingEndpoint') return use;
        return refuse(RSC.ORIGINATOR_HAS_NO_PRIVILEGE, 'It was invited only.');
      },
    }),
  },
];

/** What the check refuses with this code passes if it passes in one of these other forms. */
function overlooking(
  status: number,
  forms: (request: RequestPrimitive, endpoints: readonly KnownEndpoint[]) => readonly RequestPrimitive[],
): Fault['apply'] & {} {
  return (table) => ({
    ...table,
    checkSessionRequest(cse, request, sessionID) {
      const outcome = table.checkSessionRequest(cse, request, sessionID);
      const session = sessionWith(cse, sessionID);
      if (!isRefusal(outcome) || outcome.status !== status || session === undefined) return outcome;
      for (const form of forms(request, endpointsOf(cse, session))) {
        const use = table.checkSessionRequest(cse, form, sessionID);
        if (!isRefusal(use)) return { ...use, request };
      }
      return outcome;
    },
  });
}

function authorizing(operation: Operation): Fault['apply'] & {} {
  return (table) => ({
    ...table,
    async serve(cse, use) {
      const found = use.request.operation === operation ? cse.resolve(use.request.to)?.resource : undefined;
      const denied = found === undefined ? undefined : table.authorize(cse, use.request, found);
      return denied === undefined ? table.serve(cse, use) : refused(use.request, denied);
    },
  });
}

function hasSession(cse: Cse, { from = '' }: RequestPrimitive): boolean {
  const originator = canonicalOriginator(cse.config, from);
  return [...cse.store.all()].some(
    ({ resourceType, attributes: { endpointID } }) =>
      resourceType === ResourceType.sessionEndpoint &&
      canonicalOriginator(cse.config, String(endpointID)) === originator,
  );
}

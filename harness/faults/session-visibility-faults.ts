import { isRefusal, refuse } from '../../protocol/model/refusal';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../reference-impl/cse/cse';
import type { Resource } from '../../reference-impl/cse/resource';
import { respond } from '../../reference-impl/cse/response';
import { applicationHere } from '../../reference-impl/cse/session/application-here';
import type { Fault } from './fault';
import { givenAttributes } from './given-attributes';
import { withStatus } from './with-status';

/** Deviations in who sees a session and what belongs to it, and in what may be done to it. */
export const SESSION_VISIBILITY_FAULTS: readonly Fault[] = [
  {
    name: 'session-hidden-from-who-began',
    description: 'The application that began a session does not see it.',
    catches: ['The application that began sees the session'],
    apply: hiding('initiatingEndpoint'),
  },
  {
    name: 'session-hidden-from-who-was-invited',
    description: 'The application that was invited to a session does not see it.',
    catches: [
      'The application that was invited sees the session',
      'On one CSE both applications see the session',
    ],
    apply: hiding('targetEndpoint'),
  },
  {
    name: 'session-seen-by-everybody',
    description: 'Everybody sees sessions, and what belongs to them.',
    catches: [
      'Another application does not see the session',
      'Another application does not see an endpoint of the session',
    ],
    apply: (table) => ({
      ...table,
      maySeeSession: (cse, request, session) =>
        request.operation === 'retrieve' || table.maySeeSession(cse, request, session),
    }),
  },
  {
    name: 'session-not-found-by-others',
    description: 'Who is not of a session is told that there is none.',
    catches: [
      'Another application does not see the session',
      'Another application does not see an endpoint of the session',
      'Another application does not end the session',
      'A CSE that is no neighbour in the chain does not end the session',
      'Another application sets no policy',
      'A CSE that is no neighbour in the chain sets no policy',
    ],
    apply: (table) => ({
      ...table,
      authorize: (cse, request, target) =>
        target.resourceType >= ResourceType.session
          ? withStatus<undefined>(table.authorize(cse, request, target), RSC.NOT_FOUND)
          : table.authorize(cse, request, target),
    }),
  },
  {
    name: 'session-updated',
    description: 'An update of a session is carried out.',
    catches: ['Nobody updates a session'],
    apply: (table) => ({
      ...table,
      async update(cse, request, target) {
        if (target.resourceType !== ResourceType.session) return table.update(cse, request, target);
        cse.store.put({ ...target, attributes: { ...target.attributes, ...givenAttributes(request) } });
        return respond(request, RSC.UPDATED);
      },
    }),
  },
  {
    name: 'session-policy-by-one-path',
    description: 'A policy is found below sessionPolicies only.',
    catches: ['A policy is found with and without sessionPolicies in its path'],
    apply: (table) => ({
      ...table,
      checkExistence(cse, request) {
        const found = table.checkExistence(cse, request);
        return !isRefusal(found) && found.resource.resourceType === ResourceType.sessionPolicy
          ? refuse(RSC.NOT_FOUND, 'It is found below sessionPolicies.')
          : found;
      },
    }),
  },
];

function hiding(endpointName: string): Fault['apply'] & {} {
  return (table) => ({
    ...table,
    maySeeSession: (cse, request, session) =>
      table.maySeeSession(cse, request, session) &&
      (request.operation !== 'retrieve' || !isEndpoint(cse, session, { endpointName, from: request.from })),
  });
}

interface Question {
  readonly endpointName: string;
  readonly from: string | undefined;
}

function isEndpoint(cse: Cse, session: Resource, { endpointName, from }: Question): boolean {
  const endpoint = cse.store.childNamed(session.resourceID, endpointName);
  const application = applicationHere(cse, String(endpoint?.attributes.endpointID));
  return application !== undefined && application === applicationHere(cse, from);
}

import { appendPath } from '../../protocol/model/identifier';
import { isRefusal, refuse } from '../../protocol/model/refusal';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Resource } from '../../reference-impl/cse/resource';
import { isNameTaken } from '../../reference-impl/cse/session/pending-establishments';
import type { Fault } from './fault';
import { filtered, givenAttributes } from './given-attributes';
import { withAttributes } from './session-application-change';

const TO_EITHER_SIDE = [
  'One next hop leads to AE2',
  'One next hop leads back to AE1',
  'A middle CSE has a next hop to either side',
  'Establishment through the first CSE',
  'Establishment through the last CSE',
  'Establishment through a middle CSE',
];

/** Deviations in the resources that an establishment leaves, and in their names. @see SES 1 steps 14 and 16 */
export const SESSION_RESOURCE_FAULTS: readonly Fault[] = [
  {
    name: 'session-without-state',
    description: 'A session does not show that it is established.',
    catches: [
      'The session is there under its identifier',
      'The session is there under the identifier of the first CSE',
    ],
    apply: (table) => ({
      ...table,
      retrieve: (cse, request, target) =>
        table.retrieve(cse, request, {
          ...target,
          attributes: filtered(target.attributes, (name) => name !== 'sessionState'),
        }),
    }),
  },
  {
    name: 'session-without-target-endpoint',
    description: 'A session knows the application that begins only.',
    catches: [
      'Establishment through the first CSE',
      'Establishment through the last CSE',
      'Establishment on one CSE',
      'A middle CSE has a next hop to either side',
      'Two applications of one CSE have one session without next hops',
    ],
    apply: withoutChildren(({ resourceName }) => resourceName === 'targetEndpoint'),
  },
  {
    name: 'session-without-initiating-endpoint',
    description: 'A session knows the application that was invited only.',
    catches: [
      'Establishment through the first CSE',
      'Establishment through the last CSE',
      'A middle CSE has a next hop to either side',
      'Two applications of one CSE have one session without next hops',
    ],
    apply: withoutChildren(({ resourceName }) => resourceName === 'initiatingEndpoint'),
  },
  {
    name: 'session-without-next-hop',
    description: 'A session does not know its neighbours in the chain.',
    catches: TO_EITHER_SIDE,
    apply: withoutChildren(({ resourceType }) => resourceType === ResourceType.nextHop),
  },
  {
    name: 'session-next-hop-leads-elsewhere',
    description: 'A next hop is said to lead to the other endpoint.',
    catches: TO_EITHER_SIDE,
    apply: (table) => ({
      ...table,
      putSession(cse, establishment, accepted) {
        const session = table.putSession(cse, establishment, accepted);
        const { initiating } = establishment;
        for (const hop of cse.store.childrenOf(session.resourceID, ResourceType.nextHop)) {
          const isBack = hop.attributes.leadsTo === initiating.endpointID;
          const leadsTo = isBack ? accepted.endpoint.endpointID : initiating.endpointID;
          cse.store.put({ ...hop, attributes: { ...hop.attributes, leadsTo } });
        }
        return session;
      },
    }),
  },
  {
    name: 'session-next-hop-at-collection',
    description:
      'A next hop is shown with the collection where the session was asked for, not with the session.',
    catches: [
      'One next hop leads to AE2',
      'One next hop leads back to AE1',
      'A middle CSE has a next hop to either side',
    ],
    apply: (table) => ({
      ...table,
      retrieve: (cse, request, target) =>
        table.retrieve(cse, request, {
          ...target,
          attributes:
            'nextHopAddress' in target.attributes
              ? { ...target.attributes, nextHopAddress: `${target.attributes.nextHopCSE}/sessions` }
              : target.attributes,
        }),
    }),
  },
  {
    name: 'session-next-hop-on-one-cse',
    description: 'Between two applications of one CSE there is a next hop, which is that CSE.',
    catches: ['Two applications of one CSE have one session without next hops'],
    apply: (table) => ({
      ...table,
      async invite(cse, establishment, target, deadline) {
        const accepted = await table.invite(cse, establishment, target, deadline);
        if (isRefusal(accepted) || establishment.path.length > 0) return accepted;
        const { cseID } = cse.config;
        const address = appendPath(cseID, establishment.sessionID);
        return { ...accepted, nextHop: { cseID, address, leadsTo: accepted.endpoint.endpointID } };
      },
    }),
  },
  {
    name: 'session-with-identifier-of-its-own',
    description: 'The resource of a session is not found by the identifier of the session.',
    catches: [
      'The session is there under its identifier',
      'The session is there under the identifier of the first CSE',
      'A termination by the identifier alone is one',
    ],
    apply: (table) => ({
      ...table,
      checkExistence(cse, request) {
        const found = table.checkExistence(cse, request);
        return !isRefusal(found) && isNamedByIdentifier(found.resource, request.to)
          ? refuse(RSC.NOT_FOUND, 'There is no such resource.')
          : found;
      },
      retrieve: (cse, request, target) =>
        target.resourceType === ResourceType.session
          ? table.retrieve(cse, request, withIdentifier(target, `ses-${target.resourceID}`))
          : table.retrieve(cse, request, target),
    }),
  },
  {
    name: 'session-taken-name-replaced',
    description: 'A name that is taken at the first CSE is left out.',
    catches: [
      'A name that the application has given already is refused',
      'Of two establishments at once with one name one is refused',
    ],
    apply: (table) => ({
      ...table,
      checkEstablishment(cse, request, collection) {
        const establishment = table.checkEstablishment(cse, request, collection);
        return isRefusal(establishment) && establishment.status === RSC.CONFLICT
          ? table.checkEstablishment(cse, withAttributes(request, { resourceName: undefined }), collection)
          : establishment;
      },
    }),
  },
  {
    name: 'session-taken-name-refused',
    description: 'A name that is taken at a later CSE is refused.',
    catches: [
      'A name that is taken here is replaced',
      'Two establishments at once with one name are both accepted at the last CSE',
    ],
    apply: (table) => ({
      ...table,
      checkEstablishment(cse, request, collection) {
        const { resourceName } = givenAttributes(request);
        return collection !== undefined && isNameTaken(cse, collection, String(resourceName))
          ? refuse(RSC.CONFLICT, 'There is such a child already.')
          : table.checkEstablishment(cse, request, collection);
      },
    }),
  },
  {
    name: 'session-replaced-by-one-of-its-identifier',
    description: 'An establishment with an identifier that is in use takes the place of the session.',
    catches: ['An identifier that is in use is not taken again'],
    apply: (table) => ({
      ...table,
      establishSession(cse, request, collection) {
        const known = cse.store.get(String(givenAttributes(request).sessionID));
        if (known !== undefined) table.removeSession(cse, known);
        return table.establishSession(cse, request, collection);
      },
    }),
  },
];

function withoutChildren(isMissing: (child: Resource) => boolean): (table: CseProcedures) => CseProcedures {
  return (table) => ({
    ...table,
    putSession(cse, establishment, accepted) {
      const session = table.putSession(cse, establishment, accepted);
      const missing = cse.store.childrenOf(session.resourceID).filter(isMissing);
      for (const { resourceID } of missing) cse.store.remove(resourceID);
      return session;
    },
  });
}

function isNamedByIdentifier({ resourceType, resourceID }: Resource, to: string): boolean {
  return resourceType === ResourceType.session && to.split('/').length <= 3 && to.endsWith(resourceID);
}

function withIdentifier(resource: Resource, resourceID: string): Resource {
  return { ...resource, attributes: { ...resource.attributes, resourceID } };
}

import { refuse } from '../../protocol/model/refusal';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { FilterUsage, SessionEventType } from '../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { resourceTypeByNumber } from '../../protocol/tables/onem2m/resource-types';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { textList } from '../../reference-impl/cse/attribute-reading';
import type { Cse } from '../../reference-impl/cse/cse';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import { removeTree } from '../../reference-impl/cse/remove-tree';
import { remoteCse } from '../../reference-impl/cse/request/remote-cse';
import type { Resource } from '../../reference-impl/cse/resource';
import type { ResourceTypeProcedures } from '../../reference-impl/cse/resource-type';
import { refused } from '../../reference-impl/cse/response';
import type { Fault } from './fault';
import { filtered } from './given-attributes';

/** Deviations in who is taken to be capable of sessions, who is found, and on which way. @see SES 1 steps 1 to 6 */
export const SESSION_REGISTRATION_FAULTS: readonly Fault[] = [
  {
    name: 'session-capability-not-shown',
    description: 'The CSEBase does not say that the CSE can do sessions.',
    catches: [
      'A CSE shows its capability and accepts the registration of another one with it',
      'Establishment through the first CSE',
      'Establishment through the last CSE',
    ],
    apply: (table) => ({
      ...table,
      retrieve: (cse, request, target) =>
        table.retrieve(cse, request, isBase(target) ? withoutLabels(target) : target),
    }),
  },
  {
    name: 'session-collection-missing-at-base',
    description: 'The CSEBase has no collection of sessions.',
    catches: ['A CSE shows its capability and accepts the registration of another one with it'],
    apply: (table) => ({
      ...table,
      hasSessionCapability: (resource) => !isBase(resource) && table.hasSessionCapability(resource),
    }),
  },
  {
    name: 'session-collection-missing-at-application',
    description: 'An application that can do sessions gets no collection of them.',
    catches: [
      'An application that registers with the capability gets a collection of sessions',
      'Establishment through the first CSE',
      'Establishment through the last CSE',
      'Establishment on one CSE',
    ],
    apply: (table) =>
      withType(table, ResourceType.AE, ({ created: _created, updated: _updated, ...others }) => others),
  },
  {
    name: 'session-capability-of-applications-not-asked',
    description: 'Every application is taken to be capable of sessions, label or not.',
    catches: [
      'An application without the capability has no collection of sessions',
      'AE2 lacks the capability',
    ],
    apply: (table) => ({
      ...table,
      hasSessionCapability: (resource) =>
        resource.resourceType === ResourceType.AE || table.hasSessionCapability(resource),
    }),
  },
  {
    name: 'session-subscription-of-anybody',
    description: 'Any application subscribes to the sessions of another one.',
    catches: ['An application does not subscribe to the sessions of another one'],
    apply: (table) => ({
      ...table,
      authorize: (cse, request, target) =>
        target.resourceType === ResourceType.sessions ? undefined : table.authorize(cse, request, target),
    }),
  },
  {
    name: 'session-subscription-not-kept',
    description: 'A subscription to sessions is answered and forgotten.',
    catches: [
      'What is subscribed at sessions/subscriptions is told of establishments',
      'Establishment through the last CSE',
      'Establishment on one CSE',
    ],
    apply: (table) => ({
      ...table,
      async create(cse, request, parent) {
        const answer = await table.create(cse, request, parent);
        if (parent.resourceType === ResourceType.sessions) removeSubscriptions(cse, parent);
        return answer;
      },
    }),
  },
  {
    name: 'session-all-subscriptions-told',
    description: 'An application with several subscriptions is told of an establishment for each of them.',
    catches: ['Of two subscriptions one is told'],
    apply: (table) => ({
      ...table,
      async invite(cse, establishment, target, deadline) {
        const accepted = await table.invite(cse, establishment, target, deadline);
        const { sessionID, collection } = establishment;
        const event = { type: SessionEventType.establishment, sessionID };
        const others = cse.store.childrenOf(collection.resourceID, ResourceType.subscription).slice(1);
        for (const { attributes } of others)
          for (const to of textList(attributes.notificationURI)) await table.tellEndpoint(cse, to, event);
        return accepted;
      },
    }),
  },
  {
    name: 'session-children-creatable',
    description: 'An application creates endpoints, next hops and contexts in its session.',
    catches: ['An application does not make a <type>'],
    apply: (table) => ({
      ...table,
      resourceTypeProcedures(resourceType) {
        const { madeByHostingCse: own, ...others } = table.resourceTypeProcedures(resourceType) ?? {};
        return own && MADE_IN_A_SESSION.includes(resourceType)
          ? others
          : table.resourceTypeProcedures(resourceType);
      },
      checkCreateRepresentation: (cse, request) =>
        MADE_IN_A_SESSION.includes(request.resourceType ?? 0)
          ? { element: elementOf(request.resourceType), attributes: {} }
          : table.checkCreateRepresentation(cse, request),
    }),
  },
  {
    name: 'session-discovery-of-everybody',
    description: 'A discovery lists every application, label or not.',
    catches: ['An application without the capability is not found'],
    apply: (table) => ({
      ...table,
      authorize: (cse, request, target) =>
        isDiscovery(request) ? undefined : table.authorize(cse, request, target),
      retrieve: (cse, request, target) => table.retrieve(cse, withoutLabelFilter(request), target),
    }),
  },
  {
    name: 'session-discovery-by-policy-only',
    description: 'An application that can do sessions is found by itself only.',
    catches: [
      'An application finds another one on the same CSE',
      'An application of another CSE finds one here',
      'Establishment through the last CSE',
      'Establishment on one CSE',
    ],
    apply: (table) => ({
      ...table,
      authorize: (cse, request, target) =>
        isDiscovery(request) && target.resourceType === ResourceType.AE
          ? refuse(RSC.ORIGINATOR_HAS_NO_PRIVILEGE, 'No policy says so.')
          : table.authorize(cse, request, target),
    }),
  },
  {
    name: 'session-discovery-by-strangers',
    description: 'Anybody finds the applications that can do sessions.',
    catches: ['A stranger finds nobody'],
    apply: (table) => ({
      ...table,
      authorize: (cse, request, target) =>
        isDiscovery(request) ? undefined : table.authorize(cse, request, target),
    }),
  },
  {
    name: 'session-discovery-not-passed-on',
    description: 'A discovery on another CSE is not found here.',
    catches: [
      'A discovery on another CSE is passed on',
      'A discovery goes through a middle CSE',
      'A CSE that is behind another one is discovered through that one',
      'Establishment through the first CSE',
    ],
    apply: (table) => ({
      ...table,
      forward: async (cse, request) =>
        isDiscovery(request)
          ? refused(request, refuse(RSC.NOT_FOUND, 'It is not here.'))
          : table.forward(cse, request),
    }),
  },
  {
    name: 'session-descendants-ignored',
    description: 'Only CSEs that are registered here are reached.',
    catches: [
      'A CSE that is behind another one is discovered through that one',
      'A CSE that is behind another one is reached through that one',
    ],
    apply: (table) => ({ ...table, nextHopTo: remoteCse }),
  },
];

const MADE_IN_A_SESSION: readonly number[] = [
  ResourceType.sessionEndpoint,
  ResourceType.nextHop,
  ResourceType.sessionContext,
];

function elementOf(resourceType = 0): string {
  return resourceTypeByNumber(resourceType)?.element ?? '';
}

function isBase({ resourceType }: Resource): boolean {
  return resourceType === ResourceType.CSEBase;
}

function withoutLabels(resource: Resource): Resource {
  return { ...resource, attributes: filtered(resource.attributes, (name) => name !== 'labels') };
}

function isDiscovery({ filterCriteria }: RequestPrimitive): boolean {
  return filterCriteria?.filterUsage === FilterUsage.discovery;
}

function withoutLabelFilter(request: RequestPrimitive): RequestPrimitive {
  if (request.filterCriteria === undefined) return request;
  const { labels: _labels, ...filterCriteria } = request.filterCriteria;
  return { ...request, filterCriteria };
}

function removeSubscriptions(cse: Cse, collection: Resource): void {
  const subscriptions = cse.store.childrenOf(collection.resourceID, ResourceType.subscription);
  for (const subscription of subscriptions) removeTree(cse, subscription);
}

function withType(
  table: CseProcedures,
  resourceType: number,
  change: (type: ResourceTypeProcedures) => ResourceTypeProcedures,
): CseProcedures {
  return {
    ...table,
    resourceTypeProcedures(asked) {
      const type = table.resourceTypeProcedures(asked);
      return asked === resourceType && type !== undefined ? change(type) : type;
    },
  };
}

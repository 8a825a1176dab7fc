import { isRefusal, type Refusal } from '../../protocol/model/refusal';
import { SessionDelivery } from '../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { textList } from '../../reference-impl/cse/attribute-reading';
import type { Cse } from '../../reference-impl/cse/cse';
import type { Resource } from '../../reference-impl/cse/resource';
import { respond } from '../../reference-impl/cse/response';
import { applicationHere } from '../../reference-impl/cse/session/application-here';
import type { Decision } from '../../reference-impl/cse/session/session-procedures';
import type { Fault } from './fault';
import { withAttributes } from './session-application-change';
import { policiesSeen } from './session-policies-seen';

/** Deviations in policies along the chain, and in whom they bind. @see SES 1 steps 18 to 23, 2 steps 5, 11 and 24 */
export const SESSION_POLICY_FAULTS: readonly Fault[] = [
  {
    name: 'session-policy-not-passed-on',
    description: 'A policy stays where it was set.',
    catches: [
      'A policy is passed on as it is, with its name',
      'A policy without a name is passed on with one',
      'The application that was invited sets a policy',
      'Establishment through the first CSE',
      'Establishment through a middle CSE',
    ],
    apply: (table) => ({
      ...table,
      createPolicy: (cse, request, session) => table.createPolicy(alone(cse), request, session),
    }),
  },
  {
    name: 'session-policy-left-behind',
    description: 'A policy that failed stays with the next hop that may have made it.',
    catches: [
      'A policy that is refused here after all does not stay at the next hop',
      'A next hop that does not answer a policy is not reached',
    ],
    apply: (table) => ({
      ...table,
      owe: async (cse, debt, deadline) => {
        const { debtor } = debt;
        const isPolicy = debtor.kind === 'hop' && debtor.address.includes('/sessionPolicies/');
        if (!isPolicy) await table.owe(cse, debt, deadline);
      },
    }),
  },
  {
    name: 'session-policy-kept-though-refused',
    description: 'A policy that the next hop refused is kept here.',
    catches: [
      'A middle CSE keeps no policy that the next hop refused',
      'The refusal of the next hop is the answer to a policy',
    ],
    apply: (table) => ({
      ...table,
      async createPolicy(cse, request, session) {
        const answer = await table.createPolicy(cse, request, session);
        if (answer.responseStatusCode === RSC.CONFLICT)
          await table.createPolicy(alone(cse), request, session);
        return answer;
      },
    }),
  },
  {
    name: 'session-policy-passed-on-without-name',
    description: 'The next hop is not told the name of a policy.',
    catches: [
      'A policy is passed on as it is, with its name',
      'A policy without a name is passed on with one',
    ],
    apply: passingOn({ resourceName: undefined }),
  },
  {
    name: 'session-policy-passed-on-in-part',
    description: 'The next hop is told neither whom a policy binds nor the longest delay.',
    catches: ['A policy is passed on as it is, with its name'],
    apply: passingOn({ appliesTo: undefined, maximumDelay: undefined }),
  },
  {
    name: 'session-policy-kept-by-whom-it-binds',
    description: 'A policy that binds other hops only is not kept.',
    catches: [
      'A policy is passed on as it is, with its name',
      'The last CSE keeps a policy that binds another one',
    ],
    apply: (table) => ({
      ...table,
      async createPolicy(cse, request, session) {
        const before = new Set(policiesIn(cse, session));
        const answer = await table.createPolicy(cse, request, session);
        const added = policiesIn(cse, session).filter((policy) => !before.has(policy));
        for (const { resourceID, attributes } of added) {
          const bound = textList(attributes.appliesTo);
          if (bound.length > 0 && !bound.includes(cse.config.cseID)) cse.store.remove(resourceID);
        }
        return answer;
      },
    }),
  },
  {
    name: 'session-policy-by-its-initiator-only',
    description: 'The application that was invited may not set a policy.',
    catches: [
      'The application that was invited sets a policy',
      'On one CSE either application sets a policy',
    ],
    apply: (table) => ({
      ...table,
      maySeeSession: (cse, request, session) =>
        table.maySeeSession(cse, request, session) &&
        (request.operation !== 'create' || !isInvited(cse, session, request.from)),
    }),
  },
  {
    name: 'session-policy-by-anybody',
    description: 'Who is not of a session sets policies for it.',
    catches: ['Another application sets no policy', 'A CSE that is no neighbour in the chain sets no policy'],
    apply: (table) => ({
      ...table,
      maySeeSession: (cse, request, session) =>
        request.operation === 'create' || table.maySeeSession(cse, request, session),
    }),
  },
  {
    name: 'session-policy-deleted-here-only',
    description: 'That a policy is deleted is not passed on.',
    catches: ['The deletion of a policy is passed on'],
    apply: (table) => ({
      ...table,
      deletePolicy: (cse, request, policy) => table.deletePolicy(alone(cse), request, policy),
    }),
  },
  {
    name: 'session-policy-never-deleted',
    description: 'A policy that was deleted is there, and binds.',
    catches: [
      'The deletion of a policy is passed on',
      'The last CSE deletes a policy when it is told',
      'A window that was deleted binds no more',
    ],
    apply: (table) => ({ ...table, deletePolicy: async (_cse, request) => respond(request, RSC.DELETED) }),
  },
  {
    name: 'session-policy-store-before-immediate',
    description: 'To store and forward is taken to be stricter than to be immediate.',
    catches: ['Immediate is stricter than store and forward'],
    apply: deciding((policies) => {
      const storing = policies.filter(
        ({ attributes }) => attributes.delivery === SessionDelivery.storeAndForward,
      );
      return storing.length > 0 ? storing : policies;
    }),
  },
  {
    name: 'session-policy-either-window',
    description: 'Of several windows it is enough that one is open.',
    catches: ['Of two windows the time counts that both are open'],
    apply: (table) => ({
      ...table,
      decide(cse, use) {
        const outcomes = policiesIn(cse, use.session).map((policy) =>
          table.decide(
            policiesSeen(cse, () => [policy]),
            use,
          ),
        );
        return outcomes.reduce<Decision | Refusal>(earlier, table.decide(cse, use));
      },
    }),
  },
  {
    name: 'session-policy-longest-delay',
    description: 'Of several delays the longest counts.',
    catches: ['Of two maximum delays the shorter counts'],
    apply: deciding((policies) => {
      const maximumDelay = Math.max(
        ...policies.map(({ attributes }) => Number(attributes.maximumDelay ?? 0)),
      );
      return policies.map((policy) =>
        maximumDelay > 0 ? { ...policy, attributes: { ...policy.attributes, maximumDelay } } : policy,
      );
    }),
  },
  {
    name: 'session-policy-unnamed-binds-nobody',
    description: 'A policy that names no hop binds none.',
    catches: ['A policy that names nobody binds this hop'],
    apply: deciding((policies) => policies.filter(({ attributes }) => attributes.appliesTo !== undefined)),
  },
  {
    name: 'session-policy-binds-every-hop',
    description: 'A policy binds this hop, whomever it names.',
    catches: ['A policy that names another hop does not bind this one'],
    apply: deciding((policies) =>
      policies.map((policy) => {
        const { appliesTo: _ignored, ...attributes } = policy.attributes;
        return { ...policy, attributes };
      }),
    ),
  },
];

/** The CSE as if it stood alone in the chain. */
function alone(cse: Cse): Cse {
  return { ...cse, procedures: { ...cse.procedures, hopsToTell: () => [] } };
}

function passingOn(changes: Parameters<typeof withAttributes>[1]): Fault['apply'] & {} {
  return (table) => ({
    ...table,
    forward: (cse, request) =>
      table.forward(
        cse,
        request.resourceType === ResourceType.sessionPolicy ? withAttributes(request, changes) : request,
      ),
  });
}

function deciding(change: (policies: readonly Resource[]) => readonly Resource[]): Fault['apply'] & {} {
  return (table) => ({ ...table, decide: (cse, use) => table.decide(policiesSeen(cse, change), use) });
}

function policiesIn(cse: Cse, session: Resource): readonly Resource[] {
  return cse.store.childrenOf(session.resourceID, ResourceType.sessionPolicy);
}

function isInvited(cse: Cse, session: Resource, from: string | undefined): boolean {
  const endpoint = cse.store.childNamed(session.resourceID, 'targetEndpoint');
  const application = applicationHere(cse, String(endpoint?.attributes.endpointID));
  return application !== undefined && application === applicationHere(cse, from);
}

function earlier(one: Decision | Refusal, other: Decision | Refusal): Decision | Refusal {
  if (isRefusal(other)) return one;
  if (isRefusal(one)) return other;
  if (one.kind === 'immediate' || other.kind === 'immediate') return { kind: 'immediate' };
  return other.opensAt < one.opensAt ? other : one;
}

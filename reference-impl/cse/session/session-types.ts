import { appendPath } from '../../../protocol/model/identifier';
import { refuse } from '../../../protocol/model/refusal';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import type { ResourceTypeProcedures } from '../resource-type';
import { applicationHere } from './application-here';
import { policyDebtsOf } from './create-policy';
import { strikeOut } from './debts';
import { isRemovedInOrder } from './end-session';
import { endOf } from './session-debts';
import type { Debtor } from './session-procedures';
import { forgetKey } from './session-state';
import { standsForParent } from './stands-for-parent';
import { dropStored } from './use/settle-turn';
import { reconsiderStored } from './use/take-turn';
import { stopWatching } from './watch-expiration';

/** <sessions>: there because its parent can do sessions. What is created in it is a session, or a subscription. */
export const sessionsProcedures: ResourceTypeProcedures = {
  madeByHostingCse: true,
  checkDelete: notDeleted,
  operations: {
    create(cse, request, collection) {
      const { procedures } = cse;
      return request.resourceType === ResourceType.session
        ? procedures.establishSession(cse, request, collection)
        : procedures.create(cse, request, collection);
    },
  },
  virtual: { subscriptions: standsForParent(ResourceType.subscription) },
};

/** <session>: made and ended along the chain. */
export const sessionProcedures: ResourceTypeProcedures = {
  madeByHostingCse: true,
  operations: {
    create(cse, request, session) {
      const { procedures } = cse;
      return request.resourceType === ResourceType.sessionPolicy
        ? procedures.createPolicy(cse, request, session)
        : procedures.create(cse, request, session);
    },
    delete: (cse, request, session) => cse.procedures.terminateSession(cse, request, session),
  },
  deleted(cse, { resourceID }) {
    stopWatching(cse, resourceID);
    forgetKey(cse, resourceID);
    dropStored(cse, resourceID);
    for (const debt of policyDebtsOf(cse, resourceID)) strikeOut(cse, debt);
  },
  virtual: { sessionPolicies: standsForParent(ResourceType.sessionPolicy) },
};

export const sessionPolicyProcedures: ResourceTypeProcedures = {
  madeByHostingCse: true,
  operations: { delete: (cse, request, policy) => cse.procedures.deletePolicy(cse, request, policy) },
  deleted: (cse, { parentID }) => reconsiderStored(cse, parentID),
};

/** <sessionEndpoint>: an endpoint here that loses its session with the <AE> of the other one is told. */
export const sessionEndpointProcedures: ResourceTypeProcedures = {
  madeByHostingCse: true,
  checkDelete: notDeleted,
  deleted(cse, endpoint) {
    const { notificationURI, endpointID } = endpoint.attributes;
    if (typeof notificationURI !== 'string') return;
    if (applicationHere(cse, String(endpointID)) === undefined) return;
    oweUnlessInOrder(cse, endpoint, { kind: 'endpoint', notificationURI });
  },
};

/** <nextHop>: a neighbour whose session disappears together with an <AE> is told. */
export const nextHopProcedures: ResourceTypeProcedures = {
  madeByHostingCse: true,
  checkDelete: notDeleted,
  deleted(cse, hop) {
    const { nextHopCSE, nextHopAddress } = hop.attributes;
    const address = appendPath(String(nextHopCSE), hop.parentID);
    oweUnlessInOrder(cse, hop, { kind: 'hop', address }, String(nextHopAddress));
  },
};

export const sessionContextProcedures: ResourceTypeProcedures = {
  madeByHostingCse: true,
  checkDelete: notDeleted,
};

function oweUnlessInOrder(cse: Cse, child: Resource, debtor: Debtor, first?: string): void {
  const sessionID = child.parentID;
  if (isRemovedInOrder(cse, sessionID)) return;
  const debt = { sessionID, debtor, until: endOf(child), ...(first !== undefined && { first }) };
  void cse.procedures.owe(cse, debt);
}

function notDeleted(_cse: Cse, { element }: Resource) {
  return refuse(RSC.OPERATION_NOT_ALLOWED, `${element} goes with what it belongs to.`);
}

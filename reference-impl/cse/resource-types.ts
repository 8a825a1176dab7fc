import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { groupProcedures } from './group/group-resource';
import type { ResourceTypeProcedures } from './resource-type';
import { accessControlPolicyProcedures } from './resource-types/access-control-policy';
import { applicationEntityProcedures } from './resource-types/application-entity';
import { containerProcedures } from './resource-types/container';
import { contentInstanceProcedures } from './resource-types/content-instance';
import { cseBaseProcedures } from './resource-types/cse-base';
import { flexContainerProcedures } from './resource-types/flex-container';
import { mgmtObjProcedures } from './resource-types/mgmt-obj';
import { nodeProcedures } from './resource-types/node';
import { remoteCseProcedures } from './resource-types/remote-cse';
import { requestResourceProcedures } from './resource-types/request';
import { subscriptionProcedures } from './resource-types/subscription';
import {
  nextHopProcedures,
  sessionContextProcedures,
  sessionEndpointProcedures,
  sessionPolicyProcedures,
  sessionProcedures,
  sessionsProcedures,
} from './session/session-types';

const BY_NUMBER: ReadonlyMap<number, ResourceTypeProcedures> = new Map([
  [ResourceType.accessControlPolicy, accessControlPolicyProcedures],
  [ResourceType.AE, applicationEntityProcedures],
  [ResourceType.container, containerProcedures],
  [ResourceType.contentInstance, contentInstanceProcedures],
  [ResourceType.CSEBase, cseBaseProcedures],
  [ResourceType.group, groupProcedures],
  [ResourceType.mgmtObj, mgmtObjProcedures],
  [ResourceType.node, nodeProcedures],
  [ResourceType.remoteCSE, remoteCseProcedures],
  [ResourceType.request, requestResourceProcedures],
  [ResourceType.subscription, subscriptionProcedures],
  [ResourceType.flexContainer, flexContainerProcedures],
  [ResourceType.sessions, sessionsProcedures],
  [ResourceType.session, sessionProcedures],
  [ResourceType.sessionEndpoint, sessionEndpointProcedures],
  [ResourceType.nextHop, nextHopProcedures],
  [ResourceType.sessionPolicy, sessionPolicyProcedures],
  [ResourceType.sessionContext, sessionContextProcedures],
]);

/** What is particular to a resource type; `undefined` for types that this CSE does not have. */
export function resourceTypeProcedures(resourceType: number): ResourceTypeProcedures | undefined {
  return BY_NUMBER.get(resourceType);
}

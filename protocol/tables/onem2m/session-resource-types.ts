/**
 * The resource types of service sessions, which no published table has.
 * @see docs/profiles/service-sessions.md
 */
import {
  NEXT_HOP_ATTRIBUTES,
  SESSION_ATTRIBUTES,
  SESSION_CONTEXT_ATTRIBUTES,
  SESSION_ENDPOINT_ATTRIBUTES,
  SESSION_POLICY_ATTRIBUTES,
  SESSIONS_ATTRIBUTES,
} from './attributes/session';
import { ResourceType } from './resource-type-numbers';
import type { ResourceTypeRow } from './rows';

const CLAUSE = 'SES profile';

export const SESSION_RESOURCE_TYPES: readonly ResourceTypeRow[] = [
  {
    name: 'sessions',
    type: ResourceType.sessions,
    element: 'fp:sns',
    attributes: SESSIONS_ATTRIBUTES,
    parents: ['AE', 'CSEBase'],
    virtualChildren: ['subscriptions'],
    clause: CLAUSE,
  },
  {
    name: 'session',
    type: ResourceType.session,
    element: 'fp:ses',
    attributes: SESSION_ATTRIBUTES,
    parents: ['sessions'],
    virtualChildren: ['sessionPolicies'],
    clause: CLAUSE,
  },
  {
    name: 'sessionEndpoint',
    type: ResourceType.sessionEndpoint,
    element: 'fp:sep',
    attributes: SESSION_ENDPOINT_ATTRIBUTES,
    parents: ['session'],
    virtualChildren: [],
    clause: CLAUSE,
  },
  {
    name: 'nextHop',
    type: ResourceType.nextHop,
    element: 'fp:nxh',
    attributes: NEXT_HOP_ATTRIBUTES,
    parents: ['session'],
    virtualChildren: [],
    clause: CLAUSE,
  },
  {
    name: 'sessionPolicy',
    type: ResourceType.sessionPolicy,
    element: 'fp:spo',
    attributes: SESSION_POLICY_ATTRIBUTES,
    parents: ['session'],
    virtualChildren: [],
    clause: CLAUSE,
  },
  {
    name: 'sessionContext',
    type: ResourceType.sessionContext,
    element: 'fp:sct',
    attributes: SESSION_CONTEXT_ATTRIBUTES,
    parents: ['session'],
    virtualChildren: [],
    clause: CLAUSE,
  },
];

import { type Refusal, refuse } from '../../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../../protocol/model/request-primitive';
import { ResourceType } from '../../../../protocol/tables/onem2m/resource-type-numbers';
import { resourceTypeByNumber } from '../../../../protocol/tables/onem2m/resource-types';
import { RSC } from '../../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../cse';
import { canonicalOriginator } from '../../originator';
import type { SessionRequest } from '../session-procedures';
import { endpointsOf, isEstablished, sessionWith } from '../session-state';
import { addressedEndpoint } from './addressed-endpoint';

const CLAUSE = 'profile service-sessions: Use';
const CONTAINER = resourceTypeByNumber(ResourceType.container)?.element;

/**
 * What every CSE of the chain checks: a session that lives, From one of its endpoints, To at or below one of them, an
 * operation that sessions have. The session is the permission; no policy of access is asked. @see SES 2 steps 3, 9 and 22
 */
export function checkSessionRequest(
  cse: Cse,
  request: RequestPrimitive,
  sessionID: string,
): SessionRequest | Refusal {
  const session = sessionWith(cse, sessionID);
  if (session === undefined || !isEstablished(session)) {
    return refuse(RSC.NOT_FOUND, 'There is no such session.', CLAUSE);
  }
  const endpoints = endpointsOf(cse, session);
  const from = canonicalOriginator(cse.config, request.from ?? '');
  const originator = endpoints.find(({ endpointID }) => canonicalOriginator(cse.config, endpointID) === from);
  if (originator === undefined) {
    return refuse(RSC.ORIGINATOR_HAS_NO_PRIVILEGE, 'The Originator is no endpoint of the session.', CLAUSE);
  }
  const target = addressedEndpoint(cse, endpoints, request.to);
  if (target === undefined) {
    return refuse(RSC.ORIGINATOR_HAS_NO_PRIVILEGE, `${request.to} is of no endpoint of the session.`, CLAUSE);
  }
  const refusal = checkOperation(request);
  return refusal ?? { request, session, originator, target, receivedAt: cse.ports.clock.now() };
}

function checkOperation(request: RequestPrimitive): Refusal | undefined {
  switch (request.operation) {
    case 'retrieve':
      return undefined;
    case 'update':
      return checkUpdate(request);
    default:
      return refuse(RSC.OPERATION_NOT_ALLOWED, 'A session has updates and retrieves only.', CLAUSE);
  }
}

/** Protected data, and beside it nothing but the identifier. */
function checkUpdate({ content }: RequestPrimitive): Refusal | undefined {
  const resource = content?.kind === 'resource' ? content.resource : undefined;
  if (resource === undefined || resource.element !== CONTAINER) {
    return refuse(RSC.OPERATION_NOT_ALLOWED, 'A session updates containers only.', CLAUSE);
  }
  const { sessionID: _sid, protectedData, ...others } = resource.attributes;
  const more = [...Object.keys(others), ...Object.keys(resource.unknown ?? {})][0];
  if (more !== undefined) {
    return refuse(
      RSC.BAD_REQUEST,
      `An update in a session carries protected data only, not ${more}.`,
      CLAUSE,
    );
  }
  if (typeof protectedData === 'string') return undefined;
  return refuse(RSC.BAD_REQUEST, 'An update in a session carries protected data.', CLAUSE);
}

import type { Attributes } from '../../../../protocol/model/attribute-value';
import { isRefusal, type Refusal, refuse } from '../../../../protocol/model/refusal';
import type { ResponsePrimitive } from '../../../../protocol/model/response-primitive';
import { formatTimestamp } from '../../../../protocol/model/timestamp';
import { ResourceType } from '../../../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../../../protocol/tables/onem2m/status-codes';
import { numberOf } from '../../attribute-reading';
import type { Cse } from '../../cse';
import type { Resource } from '../../resource';
import { refused, respond } from '../../response';
import type { SessionRequest } from '../session-procedures';
import { isEstablished, sessionWith } from '../session-state';
import { protectedDataOf } from './check-protected-data';
import { withoutSessionID } from './session-id-of';

const CLAUSE = 'profile service-sessions: Use';

/** Carries a request out on a container of this CSE. What is refused leaves no trace. @see SES 2 steps 12 and 25 */
export async function serve(cse: Cse, use: SessionRequest): Promise<ResponsePrimitive> {
  const container = containerFor(cse, use);
  if (isRefusal(container)) return refused(use.request, container);
  return use.request.operation === 'retrieve'
    ? retrieveContainer(cse, use, container)
    : updateContainer(cse, use, container);
}

function containerFor(cse: Cse, { request }: SessionRequest): Resource | Refusal {
  const { procedures } = cse;
  const unsupported = procedures.checkSupport(cse, request);
  if (unsupported !== undefined) return unsupported;
  const found = procedures.checkExistence(cse, request);
  if (isRefusal(found)) return found;
  if (found.resource.resourceType === ResourceType.container && found.virtual === undefined) {
    return found.resource;
  }
  return refuse(RSC.OPERATION_NOT_ALLOWED, `${request.to} is no container.`, CLAUSE);
}

async function retrieveContainer(
  cse: Cse,
  use: SessionRequest,
  container: Resource,
): Promise<ResponsePrimitive> {
  const response = await cse.procedures.retrieve(cse, withoutSessionID(use.request), container);
  cse.procedures.keepContext(cse, use, response.responseStatusCode);
  return response;
}

/** After the check everything happens in one step: a kill leaves all of it or nothing. */
async function updateContainer(
  cse: Cse,
  use: SessionRequest,
  container: Resource,
): Promise<ResponsePrimitive> {
  const { procedures } = cse;
  const unsound = await procedures.checkProtectedData(cse, use);
  if (unsound !== undefined) return refused(use.request, unsound);
  const current = cse.store.get(container.resourceID);
  const session = sessionWith(cse, use.session.resourceID);
  if (current === undefined || session === undefined || !isEstablished(session)) {
    return refused(use.request, refuse(RSC.NOT_FOUND, 'It was deleted.', CLAUSE));
  }
  store(cse, current, { protectedData: protectedDataOf(use) ?? '' });
  procedures.keepContext(cse, use, RSC.UPDATED);
  procedures.tellOfUpdate(cse, use);
  return respond(use.request, RSC.UPDATED);
}

/** It is stored as it came: what is in it is between the endpoints. */
function store(cse: Cse, current: Resource, protectedData: Attributes): void {
  const stateTag = (numberOf(current.attributes.stateTag) ?? 0) + 1;
  const lastModifiedTime = formatTimestamp(cse.ports.clock.now());
  const changed = { ...protectedData, stateTag, lastModifiedTime };
  const subject = { ...current, attributes: { ...current.attributes, ...changed } };
  cse.store.put(subject);
  void cse.procedures.notifySubscribers(cse, { type: 'update', subject, changed });
}

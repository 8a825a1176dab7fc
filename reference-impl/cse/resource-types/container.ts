import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { numberOf } from '../attribute-reading';
import type { Cse } from '../cse';
import { isExpired } from '../is-expired';
import type { Resource } from '../resource';
import type { ResourceTypeProcedures, VirtualResource } from '../resource-type';
import { refused } from '../response';
import { evictInstances } from './container-limits';

/** <container>: counts its instances, and answers for its newest and oldest. @see TS-0004 7.4.6 */
export const containerProcedures: ResourceTypeProcedures = {
  async create(_cse, _request, draft) {
    return { ...draft.attributes, stateTag: 0, currentNrOfInstances: 0, currentByteSize: 0 };
  },
  async update(_cse, request, current, attributes) {
    return (
      checkNoSessionData(request) ?? {
        ...attributes,
        stateTag: (numberOf(current.attributes.stateTag) ?? 0) + 1,
      }
    );
  },
  updated: evictInstances,
  virtual: {
    la: instanceAt('newest'),
    ol: instanceAt('oldest'),
  },
};

/** What belongs to a session comes through it, and is checked on the way. @see docs/profiles/service-sessions.md */
function checkNoSessionData({ content }: RequestPrimitive): Refusal | undefined {
  const given = content?.kind === 'resource' ? content.resource.attributes : {};
  const name = ['protectedData', 'sessionID'].find((attribute) => given[attribute] !== undefined);
  if (name === undefined) return undefined;
  return refuse(RSC.BAD_REQUEST, `${name} is set by a request of a session.`);
}

/** <latest> and <oldest>: the request goes to the instance itself. @see TS-0004 7.4.27, 7.4.28 */
function instanceAt(end: 'newest' | 'oldest'): VirtualResource {
  return async (cse, request, container, suffix) => {
    const unanswerable = checkOperation(request, suffix);
    if (unanswerable !== undefined) return unanswerable;
    const instances = instancesOf(cse, container);
    const resource = end === 'newest' ? instances.at(-1) : instances[0];
    if (resource === undefined) {
      return refused(
        request,
        refuse(RSC.NOT_FOUND, 'The container has no contentInstance.', 'TS-0004 7.4.27'),
      );
    }
    return cse.procedures.perform(cse, request, { resource, suffix: '' });
  };
}

function checkOperation(request: RequestPrimitive, suffix: string): ResponsePrimitive | undefined {
  if (suffix !== '') {
    return refused(request, refuse(RSC.NOT_FOUND, 'A contentInstance has no such child.', 'TS-0004 7.3.3.2'));
  }
  if (request.operation === 'retrieve' || request.operation === 'delete') return undefined;
  return refused(
    request,
    refuse(RSC.OPERATION_NOT_ALLOWED, `${request.operation} is not for la and ol.`, 'TS-0004 7.4.27'),
  );
}

function instancesOf(cse: Cse, container: Resource): readonly Resource[] {
  return cse.store
    .childrenOf(container.resourceID, ResourceType.contentInstance)
    .filter((child) => !isExpired(cse, child));
}

import type { Attributes } from '../../../protocol/model/attribute-value';
import { valueOfContent } from '../../../protocol/model/content-value';
import { appendPath } from '../../../protocol/model/identifier';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { formatTimestamp } from '../../../protocol/model/timestamp';
import { OperationCode, RequestStatus } from '../../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { resourceTypeByNumber } from '../../../protocol/tables/onem2m/resource-types';
import type { Cse } from '../cse';
import { canonicalOriginator } from '../originator';
import { addressOf } from '../request/address-of';
import type { Resource } from '../resource';

/**
 * The <request> resource of a request that was accepted: a child of the CSEBase that belongs to the Originator, until
 * the end of its keep time. What has come in is added when it is retrieved. @see TS-0004 7.3.2.2, 7.4.12
 */
export function createRequestResource(cse: Cse, request: RequestPrimitive, keepUntil: number): Resource {
  const now = formatTimestamp(cse.ports.clock.now());
  const resourceID = cse.ports.ids.next('req-');
  const resource: Resource = {
    resourceID,
    parentID: cse.config.resourceID,
    resourceName: resourceID,
    resourceType: ResourceType.request,
    element: resourceTypeByNumber(ResourceType.request)?.element ?? '',
    createdBy: canonicalOriginator(cse.config, request.from ?? ''),
    attributes: {
      resourceType: ResourceType.request,
      resourceID,
      resourceName: resourceID,
      parentID: cse.config.resourceID,
      creationTime: now,
      lastModifiedTime: now,
      expirationTime: formatTimestamp(keepUntil),
      labels: [request.from ?? ''],
      ...requestAttributes(request),
      requestStatus: RequestStatus.PENDING,
    },
  };
  cse.store.put(resource);
  announce(cse, resource);
  return resource;
}

/** Where the Originator finds it: one of another CSE gets an address that names this CSE. @see TS-0004 7.3.2.3 */
export function addressOfRequest(cse: Cse, requestID: string, desired?: number): string {
  const resource = cse.store.get(requestID);
  if (resource === undefined || resource.createdBy.startsWith('/')) return reportAddress(cse, requestID);
  return addressOf(cse, resource, desired);
}

/** Where a CSE that accepts the request in its turn is to report. @see IGO 2.2 step 4 */
export function reportAddress(cse: Cse, requestID: string): string {
  return appendPath(cse.config.cseID, requestID);
}

/** @see TS-0001 9.6.12, table 9.6.12-2 */
export function setRequestStatus(cse: Cse, requestID: string, requestStatus: number): void {
  const resource = cse.store.get(requestID);
  if (resource === undefined || resource.attributes.requestStatus === requestStatus) return;
  const lastModifiedTime = formatTimestamp(cse.ports.clock.now());
  const subject = { ...resource, attributes: { ...resource.attributes, requestStatus, lastModifiedTime } };
  cse.store.put(subject);
  void cse.procedures.notifySubscribers(cse, { type: 'update', subject, changed: { requestStatus } });
}

function requestAttributes(request: RequestPrimitive): Attributes {
  const { operation, to, from, requestIdentifier, content, responseType, ...others } = request;
  const metaInformation = {
    ...others,
    ...(responseType !== undefined && {
      responseType: {
        responseTypeValue: responseType.value,
        ...(responseType.notificationURIs !== undefined && {
          notificationURI: responseType.notificationURIs,
        }),
      },
    }),
  };
  return {
    operation: OperationCode[operation],
    target: to,
    originator: from ?? '',
    requestID: requestIdentifier,
    metaInformation,
    ...(content !== undefined && { primitiveContent: valueOfContent(content) }),
  };
}

function announce(cse: Cse, child: Resource): void {
  const subject = cse.store.get(cse.config.resourceID);
  if (subject !== undefined)
    void cse.procedures.notifySubscribers(cse, { type: 'childCreate', subject, child });
}

import { valueOfContent } from '../../protocol/model/content-value';
import type { Representation } from '../../protocol/model/representation';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { OperationCode, RequestStatus } from '../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { aggregated, type MemberResult } from './application-results';
import { representationOf } from './hosted-resource';

/** A request that was accepted, and the name of the <request> resource made of it. */
export interface AcceptedRequest {
  readonly name: string;
  readonly request: RequestPrimitive;
}

/** What an inquiry finds. */
interface Found {
  readonly results: readonly MemberResult[];
  /** Whether the CSE has the results of all members, whatever the inquiry asks for. */
  readonly isComplete: boolean;
}

/** The <request> resource as the tester's CSE shows it. @see TS-0001 9.6.12, TS-0004 7.4.12 */
export function requestRepresentation({ name, request }: AcceptedRequest, found: Found): Representation {
  const { operation, to, from = '', requestIdentifier } = request;
  const primitiveContent = valueOfContent(aggregated(request, found.results));
  const operationResult = { responseStatusCode: RSC.OK, requestIdentifier, primitiveContent };
  return representationOf({
    name,
    typeName: 'request',
    address: name,
    resourceID: name,
    attributes: {
      operation: OperationCode[operation],
      target: to,
      originator: from,
      requestID: requestIdentifier,
      metaInformation: {},
      requestStatus: statusOf(found),
      ...(found.results.length > 0 && { operationResult }),
    },
  });
}

function statusOf({ results, isComplete }: Found): number {
  if (isComplete) return RequestStatus.COMPLETED;
  return results.length > 0 ? RequestStatus.PARTIALLY_COMPLETED : RequestStatus.PENDING;
}

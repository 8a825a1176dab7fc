import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { ResponseTypeValue } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { checkResultContent } from './check-result-content';

/** Parameters that change what is to be done, in ways that this CSE cannot do. `false` asks for nothing. */
const NOT_IMPLEMENTED = [
  'roleIDs',
  'operationExecutionTime',
  'deliveryAggregation',
  'tokens',
  'tokenIDs',
  'localTokenIDs',
  'tokenRequestIndicator',
  'authorizationSignatureIndicator',
  'authorizationSignatures',
  'authorizationRelationshipIndicator',
  'semanticQueryIndicator',
] as const;

/** What the Hosting CSE refuses because it cannot do it. @see TS-0004 7.3.2.1 */
export function checkSupport(cse: Cse, request: RequestPrimitive): Refusal | undefined {
  const release = request.releaseVersionIndicator ?? '1';
  if (!cse.config.supportedReleaseVersions.includes(release)) {
    return refuse(
      RSC.RELEASE_VERSION_NOT_SUPPORTED,
      `Release ${release} is not supported.`,
      'TS-0004 7.3.2.1',
    );
  }
  for (const parameter of NOT_IMPLEMENTED) {
    const value = request[parameter];
    if (value === undefined || value === false) continue;
    return refuse(RSC.NOT_IMPLEMENTED, `${parameter} is not implemented.`, 'TS-0004 7.3.2.1');
  }
  return checkResponseType(request) ?? checkResultContent(request);
}

/** @see TS-0004 7.3.2.2 */
function checkResponseType(request: RequestPrimitive): Refusal | undefined {
  switch (request.responseType?.value ?? ResponseTypeValue.blockingRequest) {
    case ResponseTypeValue.blockingRequest:
    case ResponseTypeValue.flexBlocking:
    case ResponseTypeValue.nonBlockingRequestSynch:
    case ResponseTypeValue.nonBlockingRequestAsynch:
      return undefined;
    default:
      return refuse(RSC.NOT_IMPLEMENTED, 'This Response Type is not implemented.', 'TS-0004 7.3.2.1');
  }
}

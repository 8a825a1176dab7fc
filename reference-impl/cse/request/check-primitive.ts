import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { parseAbsRelTimestamp } from '../../../protocol/model/timestamp';
import { REQUEST_PARAMETERS } from '../../../protocol/tables/onem2m/request-parameters';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { RequestParameterRow } from '../../../protocol/tables/onem2m/rows';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';

/** The parameters by themselves: which must be there, which must not, and the order of times. @see TS-0004 7.3.2.1 */
export function checkPrimitive(cse: Cse, request: RequestPrimitive): Refusal | undefined {
  const parameters: { readonly [name: string]: unknown } = { ...request };
  for (const row of REQUEST_PARAMETERS) {
    const refusal = checkPresence(request, row, parameters[row.parameter] !== undefined);
    if (refusal !== undefined) return refusal;
  }
  return checkTimes(cse, request);
}

function checkPresence(
  request: RequestPrimitive,
  row: RequestParameterRow,
  present: boolean,
): Refusal | undefined {
  const presence = row.presence[request.operation];
  if (presence === 'NP' && present) {
    return refuse(
      RSC.BAD_REQUEST,
      `${row.title} is not permitted in a ${request.operation} request.`,
      row.clause,
    );
  }
  if (isMandatory(request, row) && !present) {
    return refuse(RSC.BAD_REQUEST, `${row.title} is missing.`, row.clause);
  }
  return undefined;
}

/**
 * From may be missing where an AE registers, and only there. A request without Release Version Indicator is one of
 * release 1, which is for the Hosting CSE to judge. @see SOM 6.4.1 note 2, TS-0004 7.3.2.1
 */
function isMandatory(request: RequestPrimitive, row: RequestParameterRow): boolean {
  if (row.parameter === 'releaseVersionIndicator') return false;
  if (row.parameter !== 'from') return row.presence[request.operation] === 'M';
  return !(request.operation === 'create' && request.resourceType === ResourceType.AE);
}

/** @see SOM 6.4.1 row Request Expiration Timestamp, TS-0004 7.3.2.1 */
function checkTimes(cse: Cse, request: RequestPrimitive): Refusal | undefined {
  const now = cse.ports.clock.now();
  const requestExpiration = timeOf(request.requestExpirationTimestamp, now);
  const resultExpiration = timeOf(request.resultExpirationTimestamp, now);
  if (requestExpiration === 'invalid' || resultExpiration === 'invalid') {
    return refuse(
      RSC.BAD_REQUEST,
      'A time is neither ISO 8601 basic format nor milliseconds.',
      'TS-0004 6.3.3',
    );
  }
  if (requestExpiration !== undefined && requestExpiration <= now) {
    return refuse(RSC.REQUEST_TIMEOUT, 'The Request Expiration Timestamp has passed.', 'TS-0004 7.3.2.1');
  }
  if (resultExpiration === undefined) return undefined;
  if (requestExpiration !== undefined && resultExpiration <= requestExpiration) {
    return refuse(
      RSC.BAD_REQUEST,
      'The Result Expiration Timestamp is not later than the Request Expiration Timestamp.',
      'SOM 6.4.1',
    );
  }
  if (resultExpiration > now) return undefined;
  return refuse(RSC.REQUEST_TIMEOUT, 'The Result Expiration Timestamp has passed.', 'TS-0004 7.3.2.1');
}

function timeOf(given: string | undefined, now: number): number | 'invalid' | undefined {
  if (given === undefined) return undefined;
  return parseAbsRelTimestamp(given, now) ?? 'invalid';
}

import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { parseAbsRelTimestamp } from '../../../protocol/model/timestamp';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';

/** Milliseconds since the epoch. */
export interface RequestLifetime {
  readonly gatherUntil: number;
  readonly keepUntil: number;
}

/**
 * Until when results are gathered, and until when they are kept: as the request asks, within what this CSE allows,
 * both counted from the acceptance. @see IGO note 2, TS-0001 9.6.12
 */
export function requestLifetime(cse: Cse, request: RequestPrimitive): RequestLifetime {
  const now = cse.ports.clock.now();
  const { maximumResultPersistence, nonBlockingResultExpiration } = cse.config;
  const latest = now + maximumResultPersistence;
  const expiration = timeOf(request.resultExpirationTimestamp, now) ?? now + nonBlockingResultExpiration;
  return {
    gatherUntil: Math.min(expiration, latest),
    keepUntil: Math.min(timeOf(request.resultPersistence, now) ?? latest, latest),
  };
}

/** A time to keep results until must be a time to come. @see TS-0004 7.3.2.1 */
export function checkResultPersistence(cse: Cse, request: RequestPrimitive): Refusal | undefined {
  const given = request.resultPersistence;
  if (given === undefined) return undefined;
  const now = cse.ports.clock.now();
  const end = parseAbsRelTimestamp(given, now);
  if (end !== undefined && end > now) return undefined;
  return refuse(RSC.BAD_REQUEST, 'The Result Persistence is no time to come.', 'TS-0004 7.3.2.1');
}

/** Milliseconds since the epoch. */
export function timeOf(given: string | undefined, now: number): number | undefined {
  return given === undefined ? undefined : parseAbsRelTimestamp(given, now);
}

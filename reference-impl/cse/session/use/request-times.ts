import type { RequestPrimitive } from '../../../../protocol/model/request-primitive';
import { formatTimestamp, parseAbsRelTimestamp } from '../../../../protocol/model/timestamp';
import type { Cse } from '../../cse';
import type { SessionRequest } from '../session-procedures';

/** Times that are given from now are made absolute, because a request may be kept. @see TS-0004 table 6.3.3-1 */
export function withAbsoluteTimes(request: RequestPrimitive, now: number): RequestPrimitive {
  const absolute = (given: string): string => {
    const time = parseAbsRelTimestamp(given, now);
    return time === undefined ? given : formatTimestamp(time);
  };
  const { requestExpirationTimestamp, resultExpirationTimestamp } = request;
  return {
    ...request,
    ...(requestExpirationTimestamp !== undefined && {
      requestExpirationTimestamp: absolute(requestExpirationTimestamp),
    }),
    ...(resultExpirationTimestamp !== undefined && {
      resultExpirationTimestamp: absolute(resultExpirationTimestamp),
    }),
  };
}

/** When nobody waits for the answer any more, in milliseconds since the epoch. */
export function endOf(cse: Cse, { request, receivedAt }: SessionRequest): number {
  const { requestExpirationTimestamp, resultExpirationTimestamp } = request;
  const given = [requestExpirationTimestamp, resultExpirationTimestamp].flatMap((text) =>
    text === undefined ? [] : (parseAbsRelTimestamp(text, receivedAt) ?? []),
  );
  if (resultExpirationTimestamp === undefined) given.push(receivedAt + cse.config.resultExpiration);
  return Math.min(...given);
}

import type { RequestPrimitive } from '../../../../protocol/model/request-primitive';
import type { RecordValue } from '../../../store/record-store';
import type { Cse } from '../../cse';
import { perCse } from '../../group/per-cse';
import type { SessionRequest } from '../session-procedures';

/**
 * Requests of sessions that must survive a restart, one record for each, in the order in which they came. It knows how
 * they are written, not what follows.
 */
const KIND = 'session-stored-request';

/** Digits of a number in a key, so that the order of keys is that of numbers. */
const WIDTH = 15;

export interface StoredRequest {
  readonly sessionID: string;
  readonly request: RequestPrimitive;
  readonly receivedAt: number;
  readonly requestID?: string;
}

const latestNumber = perCse(() => ({ value: undefined as number | undefined }));

/** Answers the key of the record. */
export function recordStored(cse: Cse, use: SessionRequest): string {
  const latest = latestNumber(cse);
  latest.value = (latest.value ?? highestNumber(cse)) + 1;
  const key = String(latest.value).padStart(WIDTH, '0');
  const { request, receivedAt, requestID, session } = use;
  const stored: StoredRequest = {
    sessionID: session.resourceID,
    request,
    receivedAt,
    ...(requestID !== undefined && { requestID }),
  };
  put(cse, key, stored);
  return key;
}

export function removeStored(cse: Cse, key: string): void {
  cse.ports.records?.remove(KIND, key);
}

/** In the order in which they came. */
export function allStored(cse: Cse): readonly (readonly [key: string, stored: StoredRequest])[] {
  return (cse.ports.records?.all(KIND) ?? []).map(([key, value]) => [key, read<StoredRequest>(value)]);
}

/** The <request> resources that await the result of a stored request. */
export function awaitingRequestIDs(cse: Cse): ReadonlySet<string> {
  return new Set(allStored(cse).flatMap(([, { requestID }]) => requestID ?? []));
}

function highestNumber(cse: Cse): number {
  const [key = '0'] = cse.ports.records?.all(KIND).at(-1) ?? [];
  return Number(key);
}

/** Primitives and times are plain data: they are records as they are. */
function put<Value>(cse: Cse, key: string, value: Value): void {
  cse.ports.records?.put(KIND, key, value as RecordValue);
}

/** Nobody but this file writes such records. */
function read<Value>(value: RecordValue): Value {
  return value as Value;
}

import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { RecordValue } from '../../store/record-store';
import type { Cse } from '../cse';
import type { AddressedMember } from '../group/addressed-member';
import type { AcceptedRequest, Delivery, Outstanding, PendingMessage, Reporter } from './outstanding';

/**
 * What must survive a restart, as records: each request, each result, each reporter, and where each target stands. One
 * record for each, so that a new result costs no more than itself. It knows how they are written, not what follows.
 */
const REQUEST = 'interactive-request';
const RESULT = 'interactive-result';
const REPORTER = 'interactive-reporter';
const DELIVERY = 'interactive-delivery';
const KINDS = [RESULT, REPORTER, DELIVERY, REQUEST] as const;

/** Digits of a position in a key, so that the order of keys is that of positions. */
const WIDTH = 8;

export interface RecordedRequest {
  readonly accepted: AcceptedRequest;
  readonly members?: readonly AddressedMember[];
  readonly finished: boolean;
}

export interface RecordedDelivery {
  readonly reported: number;
  readonly pending?: PendingMessage;
}

export function recordRequest(cse: Cse, { accepted, members, finished }: Outstanding): void {
  const recorded = { accepted, finished, ...(members !== undefined && { members }) };
  put<RecordedRequest>(cse, REQUEST, accepted.requestID, recorded);
}

/** The latest result. */
export function recordResult(cse: Cse, { accepted, results }: Outstanding): void {
  const latest = results.at(-1);
  if (latest !== undefined) put(cse, RESULT, keyOf(accepted.requestID, results.length - 1), latest);
}

export function recordReporter(
  cse: Cse,
  { accepted }: Outstanding,
  identifier: string,
  reporter: Reporter,
): void {
  put(cse, REPORTER, `${accepted.requestID}/${identifier}`, reporter);
}

export function recordDelivery(cse: Cse, { accepted, deliveries }: Outstanding, delivery: Delivery): void {
  const { reported, pending } = delivery;
  const key = keyOf(accepted.requestID, deliveries.indexOf(delivery));
  put<RecordedDelivery>(cse, DELIVERY, key, { reported, ...(pending !== undefined && { pending }) });
}

export function removeRecords(cse: Cse, { accepted, results, reporters, deliveries }: Outstanding): void {
  const { requestID } = accepted;
  const { records } = cse.ports;
  records?.remove(REQUEST, requestID);
  for (const at of results.keys()) records?.remove(RESULT, keyOf(requestID, at));
  for (const at of deliveries.keys()) records?.remove(DELIVERY, keyOf(requestID, at));
  for (const identifier of reporters.keys()) records?.remove(REPORTER, `${requestID}/${identifier}`);
}

/** Everything recorded, by request. */
export interface Recorded {
  readonly requests: readonly RecordedRequest[];
  results(requestID: string): readonly ResponsePrimitive[];
  reporters(requestID: string): readonly (readonly [identifier: string, reporter: Reporter])[];
  delivery(requestID: string, at: number): RecordedDelivery | undefined;
}

export function readRecords(cse: Cse): Recorded {
  const [results, reporters, deliveries, requests] = KINDS.map((kind) => cse.ports.records?.all(kind) ?? []);
  const byRequest = grouped<ResponsePrimitive>(results ?? []);
  const reportersByRequest = grouped<Reporter>(reporters ?? []);
  const byKey = new Map(deliveries);
  return {
    requests: (requests ?? []).map(([, value]) => read<RecordedRequest>(value)),
    results: (requestID) => (byRequest.get(requestID) ?? []).map(([, result]) => result),
    reporters: (requestID) => reportersByRequest.get(requestID) ?? [],
    delivery(requestID, at) {
      const value = byKey.get(keyOf(requestID, at));
      return value === undefined ? undefined : read<RecordedDelivery>(value);
    },
  };
}

function grouped<Value>(
  records: readonly (readonly [key: string, value: RecordValue])[],
): Map<string, (readonly [rest: string, value: Value])[]> {
  const groups = new Map<string, (readonly [string, Value])[]>();
  for (const [key, value] of records) {
    const slash = key.indexOf('/');
    const requestID = key.slice(0, slash);
    const group = groups.get(requestID) ?? [];
    group.push([key.slice(slash + 1), read<Value>(value)]);
    groups.set(requestID, group);
  }
  return groups;
}

function keyOf(requestID: string, at: number): string {
  return `${requestID}/${String(at).padStart(WIDTH, '0')}`;
}

/** Primitives and times are plain data: they are records as they are. */
function put<Value>(cse: Cse, kind: string, key: string, value: Value): void {
  cse.ports.records?.put(kind, key, value as RecordValue);
}

/** Nobody but this file writes such records. */
function read<Value>(value: RecordValue): Value {
  return value as Value;
}

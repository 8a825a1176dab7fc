import { refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { parseAbsRelTimestamp } from '../../../protocol/model/timestamp';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { refused } from '../response';

/**
 * One message may be under way this often at the same time. A point of access that leads back to this CSE would
 * otherwise send it round for ever.
 */
const COPIES_UNDER_WAY = 8;

/** Responses that nobody has sent: this CSE made them because no answer came. */
const madeHere = new WeakSet<ResponsePrimitive>();

/** Whether a response says only that none came. A peer that answers TARGET_NOT_REACHABLE itself has answered. */
export function isUnanswered(response: ResponsePrimitive): boolean {
  return madeHere.has(response);
}

const underWay = new WeakMap<Cse, Map<string, number>>();

/**
 * Sends to the points of access in their order until one answers. Never rejects.
 * Knows nothing of what stands behind a point of access. @see TS-0004 7.3.2.6
 */
export async function deliver(
  cse: Cse,
  pointsOfAccess: readonly string[],
  request: RequestPrimitive,
): Promise<ResponsePrimitive> {
  const counts = underWay.get(cse) ?? new Map<string, number>();
  underWay.set(cse, counts);
  const key = JSON.stringify([request.requestIdentifier, request.operation, request.to]);
  const copies = counts.get(key) ?? 0;
  if (copies >= COPIES_UNDER_WAY) return unreachable(request, 'the request goes round in a circle');
  counts.set(key, copies + 1);
  try {
    return await firstAnswer(cse, pointsOfAccess, request);
  } finally {
    const left = (counts.get(key) ?? 1) - 1;
    if (left > 0) counts.set(key, left);
    else counts.delete(key);
  }
}

/** Each point of access has its share of the time that is left, so that a silent one does not use up all of it. */
async function firstAnswer(
  cse: Cse,
  pointsOfAccess: readonly string[],
  request: RequestPrimitive,
): Promise<ResponsePrimitive> {
  const { clock } = cse.ports;
  const deadline = clock.now() + timeToAnswer(cse, request);
  for (const [index, pointOfAccess] of pointsOfAccess.entries()) {
    const share = Math.floor((deadline - clock.now()) / (pointsOfAccess.length - index));
    const answer = await answerWithin(cse, share, { pointOfAccess, request });
    if (answer?.requestIdentifier === request.requestIdentifier) return answer;
  }
  return unreachable(
    request,
    `no answer from ${pointsOfAccess.join(', ') || 'it: no point of access is known'}`,
  );
}

/** The answer of one point of access; `undefined` when none came in time. */
function answerWithin(
  cse: Cse,
  milliseconds: number,
  { pointOfAccess, request }: { readonly pointOfAccess: string; readonly request: RequestPrimitive },
): Promise<ResponsePrimitive | undefined> {
  const { clock, outbound } = cse.ports;
  return new Promise((resolve) => {
    const callOff = clock.after(milliseconds, () => resolve(undefined));
    const settle = (answer: ResponsePrimitive | undefined): void => {
      callOff();
      resolve(answer);
    };
    outbound.send(pointOfAccess, request).then(settle, () => settle(undefined));
  });
}

/** How long the answer to this request is waited for, in milliseconds. */
export function timeToAnswer(cse: Cse, request: RequestPrimitive): number {
  const now = cse.ports.clock.now();
  const given = request.resultExpirationTimestamp;
  const end = given === undefined ? undefined : parseAbsRelTimestamp(given, now);
  return end === undefined ? cse.config.resultExpiration : Math.max(end - now, 0);
}

function unreachable(request: RequestPrimitive, why: string): ResponsePrimitive {
  const reason = `${request.to} cannot be reached: ${why}.`;
  const response = refused(request, refuse(RSC.TARGET_NOT_REACHABLE, reason));
  madeHere.add(response);
  return response;
}

import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse, Resolved } from '../cse';
import type { FanOutRequest, IdentifiedFanOutRequest } from './fan-out-request';
import { resolvedKey } from './member-key';
import { perCse } from './per-cse';

/**
 * The pairs (group request identifier, target) that this CSE has seen, each with the time of its end. All live
 * equally long, so the order of insertion is the order of ends and the eldest can be dropped from the front. Anyone can
 * fill this table, since requests are remembered before they are authorized; so it has a limit.
 */
const seenPairs = perCse(() => new Map<string, number>());

/**
 * A target carries out one group request once: in a loop of groups, or where two groups share a member, the second
 * request is refused. The pair is remembered before anything else happens, so that of concurrent repeats only the
 * first gets through. @see SOM 7.4.14.2.4, TS-0004 7.3.3.2
 */
export function checkGroupRequestIdentifier(
  cse: Cse,
  request: RequestPrimitive,
  target: Resolved,
): Refusal | undefined {
  const { groupRequestIdentifier } = request;
  if (groupRequestIdentifier === undefined) return undefined;
  if (remember(cse, groupRequestIdentifier, target)) return undefined;
  return refuse(
    RSC.GROUP_REQUEST_IDENTIFIER_EXISTS,
    `${request.to} has had the group request ${groupRequestIdentifier} already.`,
    'SOM 7.4.14.2.4',
  );
}

/** @see SOM 7.4.14.2.4 */
export function assignGroupRequestIdentifier(cse: Cse, fanOut: FanOutRequest): IdentifiedFanOutRequest {
  const given = fanOut.request.groupRequestIdentifier;
  if (given !== undefined) return { ...fanOut, groupRequestIdentifier: given };
  const groupRequestIdentifier = cse.ports.ids.next('gid');
  remember(cse, groupRequestIdentifier, { resource: fanOut.group, virtual: 'fopt', suffix: fanOut.suffix });
  return { ...fanOut, groupRequestIdentifier };
}

/** Answers whether the pair is new. */
function remember(cse: Cse, groupRequestIdentifier: string, target: Resolved): boolean {
  const seen = seenPairs(cse);
  const now = cse.ports.clock.now();
  for (const [pair, end] of seen) {
    if (end > now) break;
    seen.delete(pair);
  }
  const pair = JSON.stringify([groupRequestIdentifier, resolvedKey(target)]);
  if (seen.has(pair)) return false;
  seen.set(pair, now + cse.config.groupRequestIdentifierLifetime);
  dropEldest(seen, cse.config.groupRequestIdentifierLimit);
  return true;
}

function dropEldest(seen: Map<string, number>, limit: number): void {
  for (const pair of seen.keys()) {
    if (seen.size <= limit) return;
    seen.delete(pair);
  }
}

import type { Attributes } from '../../../protocol/model/attribute-value';
import { isRefusal, type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { SessionEndpoint } from '../../../protocol/model/session-event';
import { formatTimestamp, parseTimestamp } from '../../../protocol/model/timestamp';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { numberOf } from '../attribute-reading';
import type { Cse } from '../cse';
import { destinationOf } from '../destination';
import { canonicalOriginator } from '../originator';
import { checkExpirationTime } from '../request/check-expiration-time';
import type { Resource } from '../resource';
import { applicationHere } from './application-here';
import { checkForwarded } from './check-forwarded';
import { checkInitiated } from './check-initiated';
import { endpointFrom } from './endpoint-value';
import type { Establishment } from './session-procedures';

/** What every establishment says, whoever sends it. */
export interface CommonPart {
  readonly attributes: Attributes;
  readonly target: string;
  readonly initiating: SessionEndpoint;
  readonly expirationTime: string;
  readonly maxNrOfContexts?: number;
}

/** Content and originator: an application begins, a CSE passes on. @see SES 1 steps 7 and 9 */
export function checkEstablishment(
  cse: Cse,
  request: RequestPrimitive,
  collection: Resource | undefined,
): Establishment | Refusal {
  const common = commonPart(cse, request, collection);
  if (isRefusal(common)) return common;
  return isCse(cse, request)
    ? checkForwarded(cse, request, common, collection)
    : checkInitiated(cse, request, common, collection);
}

function isCse(cse: Cse, { from }: RequestPrimitive): boolean {
  if (applicationHere(cse, from) !== undefined) return false;
  return /^\/[^/]+$/.test(canonicalOriginator(cse.config, from ?? ''));
}

function commonPart(
  cse: Cse,
  request: RequestPrimitive,
  collection: Resource | undefined,
): CommonPart | Refusal {
  const representation = cse.procedures.checkCreateRepresentation(cse, request);
  if (isRefusal(representation)) return representation;
  const { attributes } = representation;
  const expired = checkExpirationTime(cse, attributes);
  if (expired !== undefined) return expired;
  const target = String(attributes.targetEndpoint);
  const initiating = endpointFrom(attributes.initiatingEndpoint);
  if (initiating === undefined) return refuse(RSC.BAD_REQUEST, 'The initiating endpoint has no identifier.');
  if (!['here', 'cse'].includes(destinationOf(cse.config, target).kind)) {
    return refuse(RSC.BAD_REQUEST, `${target} is no address of an application.`);
  }
  const contexts = numberOf(attributes.maxNrOfContexts);
  return {
    attributes,
    target,
    initiating,
    expirationTime: expirationTime(cse, attributes, collection),
    ...(contexts !== undefined && { maxNrOfContexts: contexts }),
  };
}

/** As given or by local policy, and never later than that of the application here. @see TS-0004 7.3.3.3 */
function expirationTime(cse: Cse, attributes: Attributes, collection: Resource | undefined): string {
  const given = attributes.expirationTime;
  const { clock } = cse.ports;
  const wanted =
    typeof given === 'string' ? given : formatTimestamp(clock.now() + cse.config.sessionLifetime);
  return collection === undefined ? wanted : notLaterThanOwner(cse, collection, wanted);
}

export function notLaterThanOwner(cse: Cse, { parentID }: Resource, wanted: string): string {
  const limit = cse.store.get(parentID)?.attributes.expirationTime;
  return typeof limit === 'string' ? earlier(wanted, limit) : wanted;
}

export function earlier(one: string, other: string): string {
  return (parseTimestamp(other) ?? Number.POSITIVE_INFINITY) < (parseTimestamp(one) ?? 0) ? other : one;
}

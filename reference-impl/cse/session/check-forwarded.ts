import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { SessionEndpoint } from '../../../protocol/model/session-event';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { readKey } from '../../session/protected-data';
import { textList } from '../attribute-reading';
import type { Cse } from '../cse';
import { destinationOf } from '../destination';
import { canonicalOriginator } from '../originator';
import { canonicalCseID, remoteCse } from '../request/remote-cse';
import type { Resource } from '../resource';
import { isSessionIdentifier } from './allocate';
import type { CommonPart } from './check-establishment';
import { isOfThisCse, publicEndpoint } from './endpoint-value';
import { freeName } from './session-name';
import type { Establishment } from './session-procedures';
import { collectionOf } from './sessions-collection';

/** What another CSE passes on: to an application here, or to the next hop. @see SES 1 steps 9 and 10 */
export function checkForwarded(
  cse: Cse,
  request: RequestPrimitive,
  common: CommonPart,
  collection: Resource | undefined,
): Establishment | Refusal {
  const { attributes, initiating, ...others } = common;
  const { sessionID, sessionCredentials, resourceName } = attributes;
  const path = textList(attributes.path).map((cseID) => canonicalCseID(cseID) ?? cseID);
  const refusal =
    checkSender(cse, request) ??
    checkSecrets(attributes) ??
    checkPath(cse, request, path) ??
    checkInitiating(cse, initiating) ??
    checkTarget(cse, request, others.target, collection);
  if (refusal !== undefined) return refusal;
  const id = String(sessionID);
  const place = collection ?? ownCollection(cse);
  if (place === undefined)
    return refuse(RSC.TARGET_HAS_NO_SESSION_CAPABILITY, 'This CSE can do no sessions.');
  return {
    ...others,
    sessionID: id,
    credentials: String(sessionCredentials),
    name: freeName(cse, place, typeof resourceName === 'string' ? resourceName : id, id),
    initiating: publicEndpoint(initiating),
    path,
    collection: place,
  };
}

function ownCollection(cse: Cse): Resource | undefined {
  const base = cse.store.get(cse.config.resourceID);
  return base === undefined ? undefined : collectionOf(cse, base);
}

/** @see docs/profiles/service-sessions.md, Establishment */
function checkSender(cse: Cse, request: RequestPrimitive): Refusal | undefined {
  const sender = remoteCse(cse, canonicalOriginator(cse.config, request.from ?? ''));
  if (sender !== undefined && cse.procedures.hasSessionCapability(sender)) return undefined;
  const reason = `${request.from} is no registered CSE that can do sessions.`;
  return refuse(RSC.ORIGINATOR_HAS_NO_PRIVILEGE, reason);
}

function checkSecrets({ sessionID, sessionCredentials }: CommonPart['attributes']): Refusal | undefined {
  if (typeof sessionID !== 'string' || !isSessionIdentifier(sessionID)) {
    return refuse(RSC.BAD_REQUEST, 'The session identifier is missing or malformed.');
  }
  if (typeof sessionCredentials === 'string' && readKey(sessionCredentials) !== undefined) return undefined;
  return refuse(RSC.BAD_REQUEST, 'The session credentials are no key of 256 bits in base64url.');
}

/** The last of the path is the one who sends; this CSE is not on it, and it has an end. */
function checkPath(cse: Cse, request: RequestPrimitive, path: readonly string[]): Refusal | undefined {
  if (path.at(-1) !== canonicalOriginator(cse.config, request.from ?? '')) {
    return refuse(RSC.BAD_REQUEST, 'The path does not end at the CSE that sends.');
  }
  if (path.includes(cse.config.cseID)) return refuse(RSC.TARGET_NOT_REACHABLE, 'The path leads back here.');
  if (path.length < cse.config.maximumSessionHops) return undefined;
  return refuse(RSC.TARGET_NOT_REACHABLE, 'The path is longer than that of any session.');
}

/** Somebody of another CSE: who is registered here begins its sessions here. */
function checkInitiating(cse: Cse, initiating: SessionEndpoint): Refusal | undefined {
  const { endpointID } = initiating;
  if (destinationOf(cse.config, endpointID).kind === 'cse' && !isOfThisCse(cse, initiating)) return undefined;
  return refuse(RSC.BAD_REQUEST, `${endpointID} is no application of another CSE by its SP-relative AE-ID.`);
}

/** To is the collection of the application that is to be invited. */
function checkTarget(
  cse: Cse,
  request: RequestPrimitive,
  target: string,
  collection: Resource | undefined,
): Refusal | undefined {
  const meant =
    collection === undefined
      ? sameCse(cse, request.to, target)
      : cse.resolve(target)?.resource.resourceID === collection.parentID;
  return meant ? undefined : refuse(RSC.BAD_REQUEST, `${request.to} is no collection of ${target}.`);
}

function sameCse(cse: Cse, to: string, target: string): boolean {
  const one = destinationOf(cse.config, to);
  const other = destinationOf(cse.config, target);
  return one.kind === 'cse' && other.kind === 'cse' && one.cseID === other.cseID;
}

import { appendPath } from '../../../protocol/model/identifier';
import { isRefusal, type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { SessionEndpoint } from '../../../protocol/model/session-event';
import { parseTimestamp } from '../../../protocol/model/timestamp';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { resourceTypeByNumber } from '../../../protocol/tables/onem2m/resource-types';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { destinationOf } from '../destination';
import type { Resource } from '../resource';
import { isDenial, isPositive, refusalIn } from './answers';
import { recordDebt, strikeOut } from './debts';
import { attributeOf, endpointFrom, isOfThisCse, publicEndpoint } from './endpoint-value';
import { fromThisCse } from './from-this-cse';
import { cseIDOf } from './next-hop-to';
import type { Accepted, Establishment } from './session-procedures';
import { endpointIDsOf } from './session-room';
import { SESSIONS } from './sessions-collection';

/** Asks the neighbour on the way to the application that is to be invited. @see SES 1 steps 9 and 15 */
export async function askNextHop(
  cse: Cse,
  establishment: Establishment,
  deadline: number,
): Promise<Accepted | Refusal> {
  const hop = checkedHop(cse, establishment);
  if (isRefusal(hop)) return hop;
  const { sessionID } = establishment;
  const address = appendPath(cseIDOf(hop), sessionID);
  const debt = {
    sessionID,
    debtor: { kind: 'hop', address },
    endpointIDs: endpointIDsOf(cse, establishment),
    until: parseTimestamp(establishment.expirationTime) ?? deadline,
  } as const;
  recordDebt(cse, debt);
  const answer = await cse.send(cse.procedures.forwardedEstablishment(cse, establishment, deadline));
  const accepted = isPositive(answer) ? acceptedIn(cse, establishment, answer, cseIDOf(hop)) : undefined;
  if (accepted !== undefined) return accepted;
  if (isDenial(answer)) strikeOut(cse, debt);
  return refusalIn(answer, cseIDOf(hop));
}

function checkedHop(cse: Cse, { target, path }: Establishment): Resource | Refusal {
  const destination = destinationOf(cse.config, target);
  const hop = destination.kind === 'cse' ? cse.procedures.nextHopTo(cse, destination.cseID) : undefined;
  if (hop === undefined) return refuse(RSC.NOT_FOUND, `This CSE knows no way to ${target}.`);
  if (path.includes(cseIDOf(hop))) return refuse(RSC.TARGET_NOT_REACHABLE, 'The path leads back.');
  if (cse.procedures.hasSessionCapability(hop)) return hop;
  return refuse(RSC.TARGET_HAS_NO_SESSION_CAPABILITY, `${cseIDOf(hop)} can do no sessions.`);
}

/** In the name of this CSE, with identifier and key. @see SES 1 step 9 */
export function forwardedEstablishment(
  cse: Cse,
  establishment: Establishment,
  deadline: number,
): RequestPrimitive {
  const { target, name, sessionID, credentials, initiating, path, expirationTime, maxNrOfContexts } =
    establishment;
  const attributes = {
    resourceName: name,
    sessionID,
    sessionCredentials: credentials,
    targetEndpoint: target,
    initiatingEndpoint: attributeOf(publicEndpoint(initiating)),
    path: [...path, cse.config.cseID],
    expirationTime,
    ...(maxNrOfContexts !== undefined && { maxNrOfContexts }),
  };
  const element = resourceTypeByNumber(ResourceType.session)?.element ?? '';
  return {
    ...fromThisCse(cse, appendPath(target, SESSIONS), deadline),
    operation: 'create',
    resourceType: ResourceType.session,
    content: { kind: 'resource', resource: { element, attributes } },
  };
}

/** Who accepted, and where the session is at the neighbour; `undefined` where the answer is none to this establishment. */
function acceptedIn(
  cse: Cse,
  { sessionID, target }: Establishment,
  { content }: ResponsePrimitive,
  hop: string,
): Accepted | undefined {
  const attributes = content?.kind === 'resource' ? content.resource.attributes : {};
  const endpoint = endpointFrom(attributes.acceptedEndpoint);
  if (endpoint === undefined || attributes.sessionID !== sessionID) return undefined;
  if (isOfThisCse(cse, endpoint) || !isAtCseOf(cse, endpoint, target)) return undefined;
  const { sessionAddress: address, expirationTime } = attributes;
  const isThere = typeof address === 'string' && cseOf(cse, address) === hop;
  return {
    endpoint: publicEndpoint(endpoint),
    nextHop: {
      cseID: hop,
      address: isThere ? address : appendPath(hop, sessionID),
      leadsTo: endpoint.endpointID,
    },
    ...(typeof expirationTime === 'string' && { expirationTime }),
  };
}

/** An AE-ID-Stem that begins with S names no CSE; the address of the <AE> does. @see TS-0001 table 7.2-1 */
function isAtCseOf(cse: Cse, { endpointID, endpointAddress }: SessionEndpoint, target: string): boolean {
  const place = /^\/S[^/]*$/.test(endpointID) ? (endpointAddress ?? target) : endpointID;
  return cseOf(cse, place) === cseOf(cse, target);
}

function cseOf(cse: Cse, address: string): string {
  const destination = destinationOf(cse.config, address);
  return destination.kind === 'cse' ? destination.cseID : '';
}

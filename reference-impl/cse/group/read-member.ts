import type { Representation } from '../../../protocol/model/representation';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { hostingCseID } from './member-key';
import type { MemberType } from './member-type';
import { releaseOf } from './release';

export type MemberRead =
  | { readonly kind: 'read'; readonly resource: Representation }
  | Exclude<MemberType, { readonly kind: 'known' }>;

/** Codes that say that the request did not get through; anything else is the word of the hosting CSE. */
const UNREACHABLE: readonly number[] = [
  RSC.TARGET_NOT_REACHABLE,
  RSC.REMOTE_ENTITY_NOT_REACHABLE,
  RSC.REQUEST_TIMEOUT,
  RSC.INTERNAL_SERVER_ERROR,
];

/** Codes that say that the Originator may not look. */
const UNREADABLE: readonly number[] = [
  RSC.ORIGINATOR_HAS_NO_PRIVILEGE,
  RSC.ORIGINATOR_NOT_AUTHENTICATED,
  RSC.SECURITY_ASSOCIATION_REQUIRED,
  RSC.RECEIVER_HAS_NO_PRIVILEGE,
];

/**
 * Retrieves a member, wherever it is, in the name of the Originator: nobody learns through a group what he could not
 * read himself. @see SOM 7.4.13.2.1 step 1
 */
export async function readMember(
  cse: Cse,
  originator: string | undefined,
  address: string,
): Promise<MemberRead> {
  // A member is a oneM2M resource; nobody is asked at any other URL.
  if (hostingCseID(cse, address) === undefined) return { kind: 'missing' };
  const response = await cse.send({
    operation: 'retrieve',
    to: address,
    ...(originator !== undefined && { from: originator }),
    requestIdentifier: cse.ports.ids.next('rqi'),
    releaseVersionIndicator: releaseOf(cse),
  });
  return readIn(response);
}

/** The resourceType that a representation states. */
export function typeOfRepresentation(resource: Representation): number {
  const stated = resource.attributes.resourceType;
  return typeof stated === 'number' ? stated : Number.NaN;
}

function readIn(response: ResponsePrimitive): MemberRead {
  const { responseStatusCode: status, content } = response;
  if (status === RSC.OK && content?.kind === 'resource') return { kind: 'read', resource: content.resource };
  if (UNREACHABLE.includes(status)) return { kind: 'unreachable' };
  return UNREADABLE.includes(status) ? { kind: 'unreadable' } : { kind: 'missing' };
}

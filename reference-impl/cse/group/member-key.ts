import { formatAddress, parseAddress } from '../../../protocol/model/identifier';
import type { Cse, Resolved } from '../cse';
import { destinationOf } from '../destination';

/**
 * One spelling per resource, so that a structured and an unstructured identifier of one resource become equal.
 * Resources of other CSEs are compared as written, SP-relative: their structure is not known here.
 */
export function memberKey(cse: Cse, memberID: string): string {
  const resolved = cse.resolve(memberID);
  if (resolved !== undefined) return resolvedKey(resolved);
  const destination = destinationOf(cse.config, memberID);
  if (destination.kind === 'here') return `?${destination.path.join('/')}`;
  const path = parseAddress(memberID)?.segments;
  if (destination.kind !== 'cse' || path === undefined) return memberID;
  return `${destination.cseID}/${path.join('/')}`;
}

/** The key of what an address was resolved to, virtual child and relative path included. */
export function resolvedKey({ resource, virtual, suffix }: Resolved): string {
  return [resource.resourceID, virtual, suffix].filter((part) => part !== undefined && part !== '').join('/');
}

/** CSE-ID of the CSE that hosts a resource; `undefined` for what is no oneM2M address. */
export function hostingCseID(cse: Cse, memberID: string): string | undefined {
  const destination = destinationOf(cse.config, memberID);
  if (destination.kind === 'here') return cse.config.cseID;
  return destination.kind === 'cse' ? destination.cseID : undefined;
}

/** `address` as another CSE must write it to mean the same: SP-relative. */
export function spRelative(cseID: string, address: string): string {
  return address.startsWith('/')
    ? address
    : formatAddress({ cse: cseID.replace(/^\/+/, ''), segments: [address] });
}

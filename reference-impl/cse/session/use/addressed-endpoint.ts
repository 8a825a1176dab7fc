import { CSE_BASE_ALIAS, formatAddress, parseAddress } from '../../../../protocol/model/identifier';
import type { Cse } from '../../cse';
import { destinationOf } from '../../destination';
import { applicationHere } from '../application-here';
import type { KnownEndpoint } from '../session-state';

/**
 * The endpoint whose <AE>, or something below it, an address names in any form. An identifier at another CSE does not
 * say what it is below of: there the CSE that has it decides. @see SES 2 steps 3, 4, 9 and 22
 */
export function addressedEndpoint(
  cse: Cse,
  endpoints: readonly KnownEndpoint[],
  to: string,
): KnownEndpoint | undefined {
  const destination = destinationOf(cse.config, to);
  if (destination.kind === 'here') return endpointHere(cse, endpoints, to);
  if (destination.kind !== 'cse') return undefined;
  return endpoints.find((endpoint) => {
    const home = destinationOf(cse.config, addressOfEndpoint(endpoint));
    return home.kind === 'cse' && home.cseID === destination.cseID && mayBeBelow(endpoint, to);
  });
}

/** What is not there may still have been below an endpoint, and is then not found. */
function endpointHere(cse: Cse, endpoints: readonly KnownEndpoint[], to: string): KnownEndpoint | undefined {
  const address = parseAddress(to);
  if (address === undefined) return undefined;
  for (let length = address.segments.length; length > 0; length -= 1) {
    const found = cse.resolve(formatAddress({ ...address, segments: address.segments.slice(0, length) }));
    if (found !== undefined) return ownerAmong(cse, endpoints, found.resource.resourceID);
  }
  return undefined;
}

function ownerAmong(
  cse: Cse,
  endpoints: readonly KnownEndpoint[],
  resourceID: string,
): KnownEndpoint | undefined {
  const above = new Set<string>();
  for (let at = cse.store.get(resourceID); at !== undefined; at = cse.store.get(at.parentID)) {
    above.add(at.resourceID);
  }
  return endpoints.find(({ endpointID }) => {
    const application = applicationHere(cse, endpointID);
    return application !== undefined && above.has(application.resourceID);
  });
}

function mayBeBelow(endpoint: KnownEndpoint, to: string): boolean {
  const [first, ...names] = parseAddress(to)?.segments ?? [];
  if (first === undefined) return false;
  const [root, ...ownNames] = parseAddress(endpoint.endpointAddress ?? '')?.segments ?? [];
  const structured = first === CSE_BASE_ALIAS || first === root;
  if (!structured || root === undefined) return true;
  return ownNames.every((name, index) => names[index] === name);
}

/** An AE-ID that begins with S does not name its registrar; the address of the <AE> does. */
function addressOfEndpoint({ endpointAddress, endpointID }: KnownEndpoint): string {
  return endpointAddress ?? endpointID;
}

import { CSE_BASE_ALIAS } from '../../protocol/model/identifier';
import type { Cse, Resolved } from './cse';
import { destinationOf } from './destination';
import { isExpired } from './is-expired';
import type { Resource } from './resource';

/**
 * Finds the resource that an address names. A path may start at the CSEBase (structured), or at any resource
 * identifier (unstructured): what a fan-out appends to a member's identifier is found the same way.
 * @see TS-0001 7.2, SOM 7.4.14.1
 */
export function resolveAddress(cse: Cse, address: string): Resolved | undefined {
  const destination = destinationOf(cse.config, address);
  if (destination.kind !== 'here') return undefined;
  const [first, ...names] = destination.path;
  const start = first === undefined ? cseBase(cse) : startOfPath(cse, first);
  return start === undefined ? undefined : walk(cse, start, names);
}

function cseBase(cse: Cse): Resource | undefined {
  return cse.store.get(cse.config.resourceID);
}

function startOfPath(cse: Cse, segment: string): Resource | undefined {
  if (segment === cse.config.resourceName || segment === CSE_BASE_ALIAS) return cseBase(cse);
  return unexpired(cse, cse.store.get(segment));
}

function walk(cse: Cse, start: Resource, names: readonly string[]): Resolved | undefined {
  let resource = start;
  for (const [index, name] of names.entries()) {
    const virtualChildren = cse.procedures.resourceTypeProcedures(resource.resourceType)?.virtual;
    if (virtualChildren !== undefined && Object.hasOwn(virtualChildren, name)) {
      return { resource, virtual: name, suffix: names.slice(index + 1).join('/') };
    }
    const child = unexpired(cse, cse.store.childNamed(resource.resourceID, name));
    if (child === undefined) return undefined;
    resource = child;
  }
  return { resource, suffix: '' };
}

function unexpired(cse: Cse, resource: Resource | undefined): Resource | undefined {
  return resource === undefined || isExpired(cse, resource) ? undefined : resource;
}

import type { AttributeValue } from '../../../protocol/model/attribute-value';
import type { Representation } from '../../../protocol/model/representation';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { formatTimestamp, parseTimestamp } from '../../../protocol/model/timestamp';
import type { ResourceTypeRow } from '../../../protocol/tables/onem2m/rows';
import type { Cse } from '../cse';
import { canonicalOriginator } from '../originator';
import type { Resource } from '../resource';
import type { ResourceIdentity } from '../resource-type';

/** How long a resource lives whose creator gave no expirationTime. */
const LIFETIME = 10 * 365 * 24 * 60 * 60 * 1_000;

/** What a new resource is made of; the representation has passed the check of its type. */
export interface DraftParts {
  readonly request: RequestPrimitive;
  readonly parent: Resource;
  readonly row: ResourceTypeRow;
  readonly representation: Representation;
  readonly identity: ResourceIdentity;
}

export function newIdentity(cse: Cse, request: RequestPrimitive, row: ResourceTypeRow): ResourceIdentity {
  const prefix = row.element.replace(/^.*:/, '');
  return {
    resourceID: cse.ports.ids.next(`${prefix}-`),
    createdBy: canonicalOriginator(cse.config, request.from ?? ''),
  };
}

/** Defaults of the table, what was given, and what only the Hosting CSE sets; nothing is stored. @see TS-0004 7.3.3.5 */
export function draftResource(cse: Cse, parts: DraftParts): Resource {
  const { request, parent, row, representation, identity } = parts;
  const now = formatTimestamp(cse.ports.clock.now());
  const { resourceName, ...given } = representation.attributes;
  const name = typeof resourceName === 'string' ? resourceName : identity.resourceID;
  return {
    ...identity,
    parentID: parent.resourceID,
    resourceName: name,
    resourceType: row.type,
    element: representation.element,
    attributes: {
      ...initialValues(row),
      ...given,
      ...expirationTime(cse, parts),
      ...(given.creator === null && { creator: request.from ?? identity.createdBy }),
      resourceType: row.type,
      resourceID: identity.resourceID,
      resourceName: name,
      parentID: parent.resourceID,
      creationTime: now,
      lastModifiedTime: now,
    },
  };
}

function initialValues(row: ResourceTypeRow): { readonly [name: string]: AttributeValue } {
  const initial: { [name: string]: AttributeValue } = {};
  for (const attribute of row.attributes) {
    if (attribute.initial !== undefined) initial[attribute.name] = attribute.initial;
  }
  return initial;
}

/** As given or by local policy, and never later than that of the parent. @see TS-0004 7.3.3.3 */
function expirationTime(cse: Cse, { parent, row, representation }: DraftParts) {
  if (!row.attributes.some(({ name }) => name === 'expirationTime')) return {};
  const given = representation.attributes.expirationTime;
  const wanted = typeof given === 'string' ? given : formatTimestamp(cse.ports.clock.now() + LIFETIME);
  const limit = parent.attributes.expirationTime;
  if (typeof limit !== 'string') return { expirationTime: wanted };
  const isLater = (parseTimestamp(wanted) ?? 0) > (parseTimestamp(limit) ?? 0);
  return { expirationTime: isLater ? limit : wanted };
}

import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { ResultContent } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { numberOf } from '../attribute-reading';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { respond } from '../response';
import { accessibleChildren } from './accessible-children';
import { addressOf } from './address-of';
import { matchesFilter } from './matches-filter';

/** Addresses, or references, of what matches the Filter Criteria below the target. @see TS-0004 7.3.3.14 */
export function discover(cse: Cse, request: RequestPrimitive, target: Resource): ResponsePrimitive {
  const filter = request.filterCriteria ?? {};
  const levels = numberOf(filter.level) ?? Number.POSITIVE_INFINITY;
  const found: Resource[] = [];
  collect(cse, request, { below: target, levels, found });
  const first = (numberOf(filter.offset) ?? 1) - 1;
  const limit = numberOf(filter.limit) ?? found.length;
  const page = found.slice(first, first + limit);
  const address = (resource: Resource): string =>
    addressOf(cse, resource, request.desiredIdentifierResultType);
  if (request.resultContent !== ResultContent.childResourceReferences) {
    return respond(request, RSC.OK, { kind: 'uriList', uris: page.map(address) });
  }
  const references = page.map((resource) => ({
    uri: address(resource),
    name: resource.resourceName,
    type: resource.resourceType,
  }));
  return respond(request, RSC.OK, { kind: 'references', references });
}

interface Search {
  readonly below: Resource;
  readonly levels: number;
  readonly found: Resource[];
}

/** A resource that may not be seen hides nothing below it: access is judged resource by resource. */
function collect(cse: Cse, request: RequestPrimitive, { below, levels, found }: Search): void {
  if (levels <= 0) return;
  const visible = new Set(accessibleChildren(cse, request, below));
  for (const child of cse.store.childrenOf(below.resourceID)) {
    if (visible.has(child) && matchesFilter(child, request.filterCriteria ?? {})) found.push(child);
    collect(cse, request, { below: child, levels: levels - 1, found });
  }
}

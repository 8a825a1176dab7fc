import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import type { Places } from './places';

/** A leaf of an aggregated response and the identifier of the member it belongs to, as far as it can be told. */
export interface Entry {
  readonly response: ResponsePrimitive;
  readonly member?: string;
}

/** The leaves of an aggregated response: an aggregate inside an entry is as legal as a flat list. */
export function entriesOf(response: ResponsePrimitive, places: Places): Entry[] {
  if (response.content?.kind !== 'aggregatedResponse') return [];
  return response.content.responses.flatMap((entry) => {
    const inner = entriesOf(entry, places);
    return inner.length > 0 || isAggregate(entry) ? inner : [toEntry(entry, places)];
  });
}

export function isAggregate(response: ResponsePrimitive): boolean {
  return response.content?.kind === 'aggregatedResponse';
}

/** A response with the member it belongs to: what `from` names, else what the content gives away. */
export function toEntry(response: ResponsePrimitive, places: Places): Entry {
  const member = memberByFrom(response, places) ?? memberByContent(response, places);
  return member === undefined ? { response } : { response, member };
}

function memberByFrom(response: ResponsePrimitive, places: Places): string | undefined {
  const from = response.from;
  if (from === undefined) return undefined;
  return places.locate(from) ? from : places.locate(`/${from}`) ? `/${from}` : undefined;
}

function memberByContent(response: ResponsePrimitive, places: Places): string | undefined {
  if (response.content?.kind !== 'resource') return undefined;
  const { resourceID, parentID, resourceName } = response.content.resource.attributes;
  const known = [resourceID, parentID].find(
    (id) => typeof id === 'string' && places.locate(id) !== undefined,
  );
  if (typeof known === 'string') return known;
  const named = places.all().find((place) => place.structured.endsWith(`/${String(resourceName)}`));
  return named && `${named.cseID}/${named.resourceID}`;
}

import type { AttributeValue } from '../model/attribute-value';
import type { ResponseType } from '../model/request-primitive';
import { RESPONSE_TYPE_URIS_HEADER } from '../tables/onem2m/request-parameters';
import type { ReadContext, WireObject } from './context';
import { joinList, readHeader, splitList, writeHeader } from './http-headers';
import type { Place } from './place';

const SEPARATOR = '&';

/** Response Type from its two carriers: the value in the query, the notification URIs in a header. @see TS-0009 6.4.11 */
export function readResponseType(
  value: AttributeValue | undefined,
  headers: Headers,
  place: Place,
  context: ReadContext,
): WireObject | undefined {
  const inside = place.at(RESPONSE_TYPE_URIS_HEADER);
  const uris = readHeader(headers, RESPONSE_TYPE_URIS_HEADER, inside, context);
  if (uris === undefined) return value === undefined ? undefined : { responseTypeValue: value };
  if (value === undefined)
    return inside.refuse('wrong-shape', 'notification URIs go with a Response Type only');
  return { responseTypeValue: value, notificationURI: splitList(uris, SEPARATOR) };
}

export function writeResponseTypeUris(responseType: ResponseType | undefined, headers: Headers): void {
  const uris = responseType?.notificationURIs;
  if (uris === undefined) return;
  writeHeader(headers, RESPONSE_TYPE_URIS_HEADER, joinList(uris, SEPARATOR, RESPONSE_TYPE_URIS_HEADER));
}

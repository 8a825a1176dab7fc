import type { AttributeValue } from '../model/attribute-value';
import type { PrimitiveContent, ResourceReference } from '../model/primitive-content';
import { AGGREGATED_RESPONSE, RESOURCE_WRAPPER_URI } from '../tables/onem2m/content-elements';
import type { ContentElementRow } from '../tables/onem2m/rows';
import type { ContentCodec } from './content-codec';
import { isObject, type ReadContext, type WireObject, type WireValue } from './context';
import { readNotification, writeNotification } from './notification';
import { type Place, shown } from './place';
import { readRepresentation, writeRepresentation } from './representation';
import { readResponse, writeResponse } from './response';
import { readSessionEvent, writeSessionEvent } from './session-event';
import type { Vocabulary } from './vocabulary';
import { readValue, writeValue } from './wire-value';

/** The Content parameter in either direction: an object with exactly one member. @see TS-0004 7.5.2, 8.4.2 */
export const CONTENT: ContentCodec = { read: readContent, write: writeContent };

function readContent(value: WireValue, place: Place, context: ReadContext): PrimitiveContent | undefined {
  if (!isObject(value))
    return place.refuse('wrong-type', `expected an object with one member, found ${shown(value)}`);
  const [member, ...others] = Object.entries(value);
  if (member === undefined || others.length > 0) {
    return place.refuse('wrong-shape', `expected exactly one member, found ${Object.keys(value).length}`);
  }
  const [element, body] = member;
  const row = context.vocabulary.contentElement(element);
  const inside = place.at(element);
  if (row !== undefined) return readElement(row, body, inside, context);
  if (context.vocabulary.resource(element) === undefined) return { kind: 'other', element, value: body };
  const resource = readRepresentation(element, body, inside, context, CONTENT);
  return resource && { kind: 'resource', resource };
}

function readElement(
  row: ContentElementRow,
  body: WireValue,
  place: Place,
  context: ReadContext,
): PrimitiveContent | undefined {
  switch (row.kind) {
    case 'aggregatedResponse':
      return readAggregatedResponse(body, place, context);
    case 'response': {
      const response = readResponse(body, place, context, CONTENT);
      return response && { kind: 'response', response };
    }
    case 'notification': {
      const notification = readNotification(body, place, context, CONTENT);
      return notification && { kind: 'notification', notification };
    }
    case 'aggregatedNotification':
      return readAggregatedNotification(row, body, place, context);
    case 'resourceAndAddress':
      return readResourceAndAddress(body, place, context);
    case 'sessionEvent': {
      const event = readSessionEvent(body, place, context);
      return event && { kind: 'sessionEvent', event };
    }
    default:
      return readTyped(row, body, place, context);
  }
}

/** Elements whose content is of a data type. */
function readTyped(
  row: ContentElementRow,
  body: WireValue,
  place: Place,
  context: ReadContext,
): PrimitiveContent | undefined {
  const value =
    row.type === undefined ? body : readValue(row.type, body, place, { ...context, purpose: 'other' });
  switch (row.kind) {
    case 'uri':
      return typeof value === 'string' ? { kind: 'uri', uri: value } : wrong(row, body, place);
    case 'debug':
      return typeof value === 'string' ? { kind: 'debug', text: value } : wrong(row, body, place);
    case 'uriList':
      return Array.isArray(value) ? { kind: 'uriList', uris: strings(value) } : wrong(row, body, place);
    case 'attributeList':
      return Array.isArray(value)
        ? {
            kind: 'attributeList',
            names: strings(value).map((name) => context.vocabulary.attributeName(name)),
          }
        : wrong(row, body, place);
    case 'references':
      return isObject(value)
        ? { kind: 'references', references: references(value) }
        : wrong(row, body, place);
    default:
      return { kind: 'other', element: row.element, value: body };
  }
}

function wrong(row: ContentElementRow, body: WireValue, place: Place): undefined {
  return place.refuse('wrong-type', `expected ${row.name}, found ${shown(body)}`);
}

function strings(values: readonly AttributeValue[]): string[] {
  return values.filter((value) => typeof value === 'string');
}

/** What m2m:listOfChildResourceRef holds, once read by its type. @see TS-0004 6.3.5.29 */
function references(list: WireObject): ResourceReference[] {
  const entries = Array.isArray(list['resourceRef']) ? list['resourceRef'] : [];
  return entries.filter(isObject).map(({ value, name, type }) => ({
    uri: typeof value === 'string' ? value : '',
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof type === 'number' ? { type } : {}),
  }));
}

const { resourceID, responsePrimitive } = AGGREGATED_RESPONSE;
/** Some peers leave out the prefix that table 6.3.5.33-1 demands; it is read, and never written. */
const UNPREFIXED = responsePrimitive.short.slice(responsePrimitive.short.indexOf(':') + 1);

function readAggregatedResponse(
  body: WireValue,
  place: Place,
  context: ReadContext,
): PrimitiveContent | undefined {
  if (!isObject(body)) return place.refuse('wrong-type', `expected an object, found ${shown(body)}`);
  const address = body[resourceID.short];
  const name =
    UNPREFIXED in body && !(responsePrimitive.short in body) ? UNPREFIXED : responsePrimitive.short;
  const entries = body[name] ?? [];
  const inside = place.at(name);
  if (!Array.isArray(entries)) return inside.refuse('wrong-type', `expected a list, found ${shown(entries)}`);
  const responses = entries.flatMap(
    (entry, at) => readResponse(entry, inside.at(at), context, CONTENT) ?? [],
  );
  const aggregate = { kind: 'aggregatedResponse', responses } as const;
  if (address == null) return aggregate;
  if (typeof address === 'string') return { ...aggregate, resourceID: address };
  return place
    .at(resourceID.short)
    .refuse('wrong-type', `expected ${resourceID.type.name}, found ${shown(address)}`);
}

function readAggregatedNotification(
  row: ContentElementRow,
  body: WireValue,
  place: Place,
  context: ReadContext,
): PrimitiveContent | undefined {
  const name = memberOf(row);
  const entries = isObject(body) ? body[name] : undefined;
  const inside = place.at(name);
  if (!Array.isArray(entries)) return inside.refuse('wrong-type', `expected a list, found ${shown(entries)}`);
  const notifications = entries.flatMap(
    (entry, at) => readNotification(entry, inside.at(at), context, CONTENT) ?? [],
  );
  return { kind: 'aggregatedNotification', notifications };
}

function memberOf(row: ContentElementRow): string {
  return (row.type?.kind === 'complex' ? row.type.members[0]?.short : undefined) ?? '';
}

function readResourceAndAddress(
  body: WireValue,
  place: Place,
  context: ReadContext,
): PrimitiveContent | undefined {
  if (!isObject(body)) return place.refuse('wrong-type', `expected an object, found ${shown(body)}`);
  const { [RESOURCE_WRAPPER_URI.short]: uri, ...rest } = body;
  const content = readContent(rest, place, context);
  if (typeof uri !== 'string')
    return place.at(RESOURCE_WRAPPER_URI.short).refuse('missing', 'expected the address');
  if (content?.kind === 'resource') return { kind: 'resourceAndAddress', uri, resource: content.resource };
  return place.refuse('wrong-shape', 'expected a resource beside its address');
}

function writeContent(content: PrimitiveContent, vocabulary: Vocabulary): WireObject {
  if (content.kind === 'resource') {
    return { [content.resource.element]: writeRepresentation(content.resource, vocabulary, CONTENT) };
  }
  if (content.kind === 'other') return { [content.element]: content.value };
  return { [vocabulary.elementOf(content.kind)]: contentBody(content, vocabulary) };
}

type InElement = Exclude<PrimitiveContent, { readonly kind: 'resource' | 'other' }>;

function contentBody(content: InElement, vocabulary: Vocabulary): WireValue {
  switch (content.kind) {
    case 'aggregatedResponse':
      return {
        ...(content.resourceID === undefined ? {} : { [resourceID.short]: content.resourceID }),
        [responsePrimitive.short]: content.responses.map((entry) =>
          writeResponse(entry, vocabulary, CONTENT),
        ),
      };
    case 'response':
      return writeResponse(content.response, vocabulary, CONTENT);
    case 'notification':
      return writeNotification(content.notification, vocabulary, CONTENT);
    case 'aggregatedNotification':
      return aggregatedNotificationBody(content, vocabulary);
    case 'resourceAndAddress': {
      const { element } = content.resource;
      return {
        [RESOURCE_WRAPPER_URI.short]: content.uri,
        [element]: writeRepresentation(content.resource, vocabulary, CONTENT),
      };
    }
    default:
      return simpleBody(content, vocabulary);
  }
}

type Simple = Extract<
  InElement,
  { readonly kind: 'uri' | 'uriList' | 'references' | 'attributeList' | 'debug' | 'sessionEvent' }
>;

function simpleBody(content: Simple, vocabulary: Vocabulary): WireValue {
  switch (content.kind) {
    case 'uri':
      return content.uri;
    case 'debug':
      return content.text;
    case 'sessionEvent':
      return writeSessionEvent(content.event, vocabulary);
    case 'uriList':
      return content.uris;
    case 'attributeList':
      return content.names.map((name) => vocabulary.attributeShort(name));
    case 'references':
      return referencesBody(content.references, vocabulary);
  }
}

function referencesBody(entries: readonly ResourceReference[], vocabulary: Vocabulary): WireValue {
  const type = vocabulary.contentElement(vocabulary.elementOf('references'))?.type;
  const resourceRef = entries.map(({ uri, ...rest }) => ({ value: uri, ...rest }));
  return type === undefined ? [] : writeValue(type, { resourceRef }, vocabulary.membersOf);
}

function aggregatedNotificationBody(
  content: Extract<PrimitiveContent, { readonly kind: 'aggregatedNotification' }>,
  vocabulary: Vocabulary,
): WireValue {
  const row = vocabulary.contentElement(vocabulary.elementOf(content.kind));
  const entries = content.notifications.map((entry) => writeNotification(entry, vocabulary, CONTENT));
  return row === undefined ? [] : { [memberOf(row)]: entries };
}

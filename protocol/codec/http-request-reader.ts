import type { Attributes } from '../model/attribute-value';
import { fromHttpPath } from '../model/identifier';
import type { Operation } from '../model/operation';
import type { PrimitiveContent } from '../model/primitive-content';
import type { RequestPrimitive } from '../model/request-primitive';
import { isObject, type ReadContext } from './context';
import { readContentBody } from './http-content';
import { readHeader, readHeaders } from './http-headers';
import { readContentType } from './http-media-type';
import { readQuery } from './http-query';
import { readResponseType } from './http-response-type';
import { type Place, shown } from './place';
import { assembleRequest, contentContext } from './request';
import { scalarFromText } from './scalar-text';
import type { Vocabulary } from './vocabulary';
import { readValue } from './wire-value';
import { isXmlText } from './xml-characters';

/** Method, path, query, headers and body (already text) to a request primitive. @see TS-0009 6.2, 6.4, 6.5 */
export function readHttpRequest(
  request: Request,
  body: string,
  place: Place,
  context: ReadContext,
): RequestPrimitive | undefined {
  const contentType = readHeader(request.headers, 'Content-Type', place.at('Content-Type'), context) ?? null;
  const { resourceType } = readContentType(contentType ?? '');
  const operation = operationOf(request.method, resourceType, place);
  const url = urlOf(request, place, context);
  if (operation === undefined || url === undefined) return undefined;
  const parameters: Attributes = {
    ...readHeaders(context.vocabulary.requestParameters, request.headers, place, context),
    ...readQueryParameters(url.search, request.headers, place, context),
    ...(operation === 'create' ? readResourceType(resourceType, place, context) : {}),
    operation,
    to: readAddress(url.pathname, place.at('path')) ?? '',
  };
  const read = readContentBody(body, contentType, place.at('body'), contentContext(context, operation));
  const apart: Apart =
    operation === 'retrieve' ? partialRetrieve(parameters, context.vocabulary) : { parameters };
  return assembleRequest(apart.parameters, read ?? apart.content, place, context.vocabulary);
}

function readAddress(path: string, place: Place): string | undefined {
  const address = fromHttpPath(path);
  if (address !== undefined && isXmlText(address)) return address;
  return place.refuse('syntax', `no address: ${shown(path)}`);
}

/** A POST is a CREATE when it says of what type, and a NOTIFY otherwise. @see TS-0009 6.2.1 */
function operationOf(method: string, resourceType: string | undefined, place: Place): Operation | undefined {
  switch (method) {
    case 'POST':
      return resourceType === undefined ? 'notify' : 'create';
    case 'GET':
      return 'retrieve';
    case 'PUT':
      return 'update';
    case 'DELETE':
      return 'delete';
    default:
      return place.at('method').refuse('wrong-shape', `expected GET, POST, PUT or DELETE, found ${method}`);
  }
}

function urlOf(request: Request, place: Place, context: ReadContext): URL | undefined {
  const { headerLength } = context.limits;
  if (request.url.length > headerLength) {
    return place.at('path').refuse('too-large', `expected at most ${headerLength} characters`);
  }
  return new URL(request.url);
}

function readQueryParameters(
  search: string,
  headers: Headers,
  place: Place,
  context: ReadContext,
): Attributes {
  const { parameters, conditions } = readQuery(search, place.at('query'), context);
  const { responseType: value, ...others } = parameters;
  const responseType = readResponseType(value, headers, place, context);
  return {
    ...others,
    ...(responseType === undefined ? {} : { responseType }),
    ...(Object.keys(conditions).length === 0 ? {} : { filterCriteria: conditions }),
  };
}

function readResourceType(text: string | undefined, place: Place, context: ReadContext): Attributes {
  const row = context.vocabulary.requestMembers.byName.get('resourceType');
  if (row === undefined || text === undefined) return {};
  const value = readValue(
    row.type,
    scalarFromText(row.type, text),
    place.at('Content-Type').at(row.short),
    context,
  );
  return value === undefined ? {} : { resourceType: value };
}

interface Apart {
  readonly parameters: Attributes;
  readonly content?: PrimitiveContent;
}

/** The attribute list of a partial retrieve comes among the conditions, but is content. @see TS-0009 6.2.2.2 */
function partialRetrieve(parameters: Attributes, vocabulary: Vocabulary): Apart {
  const { filterCriteria, ...others } = parameters;
  if (!isObject(filterCriteria)) return { parameters };
  const { attributeList, ...conditions } = filterCriteria;
  if (!Array.isArray(attributeList)) return { parameters };
  const names = attributeList.map((short) => vocabulary.attributeName(String(short)));
  const rest = Object.keys(conditions).length === 0 ? {} : { filterCriteria: conditions };
  return { parameters: { ...others, ...rest }, content: { kind: 'attributeList', names } };
}

import type { Decoded } from '../model/decoded';
import type { Operation } from '../model/operation';
import type { RequestPrimitive } from '../model/request-primitive';
import type { ResponsePrimitive } from '../model/response-primitive';
import type { ProjectNames } from '../tables/onem2m/project-names';
import { CONTENT_LOCATION_HEADER } from '../tables/onem2m/response-parameters';
import { statusCode } from '../tables/onem2m/status-codes';
import type { ReadContext } from './context';
import { readBody } from './http-body';
import { readContentBody, writeContentBody } from './http-content';
import { readHeader, readHeaders, writeHeader, writeHeaders } from './http-headers';
import { writeContentType } from './http-media-type';
import { readHttpRequest } from './http-request-reader';
import { writeResponseTypeUris } from './http-response-type';
import { targetUrl } from './http-target';
import { type CodecLimits, DEFAULT_LIMITS, RESPONSE_LIMITS } from './limits';
import { Place } from './place';
import { assembleResponse } from './response';
import type { SerializationName } from './serializations';
import { UnencodableError } from './unencodable';
import { type Vocabulary, vocabularyOf } from './vocabulary';

/**
 * The HTTP binding, both ways, over standard Request and Response objects. It moves no bytes and follows no procedure:
 * a parameter that the operation may not have is carried all the same. Decoders never throw or reject; encoders throw
 * UnencodableError for what HTTP cannot carry.
 * @see TS-0009 6
 */
export interface HttpOptions {
  /** How content is written; what is read says itself how it is written. Default: JSON. */
  readonly mediaType?: SerializationName;
  readonly limits?: CodecLimits;
  readonly names?: ProjectNames;
}

const METHODS: { readonly [operation in Operation]: string } = {
  create: 'POST',
  retrieve: 'GET',
  update: 'PUT',
  delete: 'DELETE',
  notify: 'POST',
};

export function encodeHttpRequest(
  pointOfAccess: string,
  request: RequestPrimitive,
  options: HttpOptions = {},
): Request {
  const vocabulary = vocabularyOf(options.names);
  const url = targetUrl(pointOfAccess, request, vocabulary);
  const headers = new Headers({ Accept: writeContentType(options.mediaType ?? 'json') });
  const { responseType, ...parameters } = request;
  writeHeaders(vocabulary.requestParameters, parameters, headers);
  writeResponseTypeUris(responseType, headers);
  const body = requestBody(request, options.mediaType ?? 'json', headers, vocabulary);
  try {
    return new Request(url, { method: METHODS[request.operation], headers, body });
  } catch (error) {
    throw new UnencodableError(`no request to ${url}: ${error instanceof Error ? error.message : error}`);
  }
}

/** The body, with Content-Type set beside it; a partial retrieve has its content in the query. @see TS-0009 6.5 */
function requestBody(
  request: RequestPrimitive,
  mediaType: SerializationName,
  headers: Headers,
  vocabulary: Vocabulary,
): string | null {
  const { operation, content } = request;
  const resourceType = operation === 'create' ? request.resourceType : undefined;
  if (content !== undefined || resourceType !== undefined) {
    headers.set('Content-Type', writeContentType(mediaType, resourceType));
  }
  if (content === undefined) return null;
  if (operation !== 'retrieve') return writeContentBody(content, mediaType, vocabulary);
  headers.delete('Content-Type');
  if (content.kind === 'attributeList') return null;
  throw new UnencodableError(
    'a retrieve over HTTP has no body, and only an attribute list fits into its query',
  );
}

export async function decodeHttpRequest(
  request: Request,
  options: HttpOptions = {},
): Promise<Decoded<RequestPrimitive>> {
  const place = new Place('request');
  const context = contextOf(options, DEFAULT_LIMITS, 'create');
  const body = await readBody(request, context.limits, place.at('body'));
  return place.outcome(readHttpRequest(request, body, place, context));
}

export function encodeHttpResponse(response: ResponsePrimitive, options: HttpOptions = {}): Response {
  const { mediaType = 'json', names } = options;
  const vocabulary = vocabularyOf(names);
  const { content, contentLocation, ...parameters } = response;
  const headers = new Headers();
  writeHeaders(vocabulary.responseParameters, parameters, headers);
  if (contentLocation !== undefined) writeHeader(headers, CONTENT_LOCATION_HEADER, contentLocation);
  const status = httpStatus(response.responseStatusCode);
  if (content === undefined) return new Response(null, { status, headers });
  headers.set('Content-Type', writeContentType(mediaType));
  return new Response(writeContentBody(content, mediaType, vocabulary), { status, headers });
}

/** For a code that no table has: what its class comes to. @see TS-0009 6.3.2 */
function httpStatus(responseStatusCode: number): number {
  const byClass = [202, 200, 300, 400, 500, 500];
  return statusCode(responseStatusCode)?.http ?? byClass[Math.floor(responseStatusCode / 1000) - 1] ?? 500;
}

/** The code is that of the header, whatever the HTTP status; a response without request identifier has the empty one. */
export async function decodeHttpResponse(
  response: Response,
  options: HttpOptions = {},
): Promise<Decoded<ResponsePrimitive>> {
  const place = new Place('response');
  const context = contextOf(options, RESPONSE_LIMITS, 'other');
  const body = await readBody(response, context.limits, place.at('body'));
  const { headers } = response;
  const parameters = readHeaders(context.vocabulary.responseParameters, headers, place, context);
  const contentLocation = readHeader(
    headers,
    CONTENT_LOCATION_HEADER,
    place.at(CONTENT_LOCATION_HEADER),
    context,
  );
  const content = readContentBody(body, headers.get('Content-Type'), place.at('body'), context);
  const primitive = assembleResponse(parameters, content, place);
  return place.outcome(
    primitive && (contentLocation === undefined ? primitive : { ...primitive, contentLocation }),
  );
}

function contextOf(
  options: HttpOptions,
  defaults: CodecLimits,
  purpose: ReadContext['purpose'],
): ReadContext {
  return { vocabulary: vocabularyOf(options.names), limits: options.limits ?? defaults, purpose };
}

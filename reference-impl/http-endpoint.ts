import { acceptedSerialization, readContentType } from '../protocol/codec/http-media-type';
import { decodeHttpRequest, encodeHttpResponse } from '../protocol/codec/onem2m-http';
import type { SerializationName } from '../protocol/codec/serializations';
import { UnencodableError } from '../protocol/codec/unencodable';
import type { DecodeFault } from '../protocol/model/decoded';
import type { RequestPrimitive } from '../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../protocol/model/response-primitive';
import { REQUEST_PARAMETERS } from '../protocol/tables/onem2m/request-parameters';
import { RSC } from '../protocol/tables/onem2m/status-codes';

/** Requests in work at the same time; what comes on top is turned away at once. */
const MOST_AT_ONCE = 4096;

type Handle = (request: RequestPrimitive) => Promise<ResponsePrimitive>;

/**
 * Answers HTTP messages by a role that knows primitives only. Every message gets an answer, whatever it holds, and
 * none tells of the inside. @see TS-0009 6
 */
export function httpEndpoint(handle: Handle): (request: Request) => Promise<Response> {
  let inWork = 0;
  return async (request) => {
    if (inWork >= MOST_AT_ONCE) return encoded(failure(request, 'Too many requests are in work.'), 'json');
    inWork += 1;
    try {
      return await answer(handle, request);
    } catch {
      return encoded(failure(request, 'The answer could not be formed.'), 'json');
    } finally {
      inWork -= 1;
    }
  };
}

async function answer(handle: Handle, request: Request): Promise<Response> {
  const sent = readContentType(request.headers.get('Content-Type') ?? '').serialization ?? 'json';
  const serialization = acceptedSerialization(request.headers.get('Accept'), sent);
  if (serialization === undefined) {
    return encoded(refusal(request, RSC.NOT_ACCEPTABLE, 'Only JSON and XML can be sent.'), sent);
  }
  const decoded = await decodeHttpRequest(request);
  if (!decoded.ok) return encoded(undecodable(request, decoded.fault), serialization);
  return encodedAsAccepted(request, await handle(decoded.value), serialization);
}

/** What only the other serialization can carry, such as what a member on another CSE said. @see TS-0009 6.4.2 */
function encodedAsAccepted(
  request: Request,
  response: ResponsePrimitive,
  mediaType: SerializationName,
): Response {
  try {
    return encoded(response, mediaType);
  } catch (error) {
    if (mediaType === 'json' || !(error instanceof UnencodableError)) throw error;
    const reason = `The request was carried out, but ${mediaType.toUpperCase()} cannot carry the answer.`;
    return encoded(refusal(request, RSC.NOT_ACCEPTABLE, reason), mediaType);
  }
}

function encoded(response: ResponsePrimitive, mediaType: SerializationName): Response {
  return encodeHttpResponse(response, { mediaType });
}

/** @see TS-0004 7.3.2.1 */
function undecodable(request: Request, { reason, where, detail }: DecodeFault): ResponsePrimitive {
  const status = reason === 'unsupported-media-type' ? RSC.UNSUPPORTED_MEDIA_TYPE : RSC.BAD_REQUEST;
  return refusal(request, status, `${where}: ${detail}`);
}

function failure(request: Request, reason: string): ResponsePrimitive {
  return refusal(request, RSC.INTERNAL_SERVER_ERROR, reason);
}

/** The answer to a request that is known by its headers only. */
function refusal(request: Request, responseStatusCode: number, text: string): ResponsePrimitive {
  const release = headerOf(request, 'releaseVersionIndicator');
  return {
    responseStatusCode,
    requestIdentifier: headerOf(request, 'requestIdentifier') ?? '',
    ...(release !== undefined && { releaseVersionIndicator: release }),
    content: { kind: 'debug', text },
  };
}

function headerOf(request: Request, parameter: keyof RequestPrimitive): string | undefined {
  const http = REQUEST_PARAMETERS.find((row) => row.parameter === parameter)?.http;
  return http?.in === 'header' ? (request.headers.get(http.name) ?? undefined) : undefined;
}

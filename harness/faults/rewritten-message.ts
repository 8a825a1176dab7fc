import { decodeHttpRequest, encodeHttpResponse } from '../../protocol/codec/onem2m-http';
import type { Endpoint } from './fault';

/** Messages on their way into a deployment, changed before its decoder sees them. It knows HTTP, and no procedure. */
export type JsonObject = { readonly [name: string]: unknown };

/** Changes the body of every create and update; a body that stays the same goes on byte for byte. */
export function rewritingBodies(change: (body: string, message: Request) => string) {
  return (endpoint: Endpoint): Endpoint =>
    async (message) => {
      if (!hasBody(message)) return endpoint(message);
      const bytes = await message.arrayBuffer();
      const body = new TextDecoder().decode(bytes);
      const changed = change(body, message);
      return endpoint(withBody(message, changed === body ? bytes : changed));
    };
}

/** Changes the groups that come in JSON, in creates (`POST`) or updates (`PUT`), by their short names. */
export function rewritingGroups(method: 'POST' | 'PUT', change: (group: JsonObject) => JsonObject) {
  return rewritingResources('m2m:grp', method, change);
}

/** The same for any type, by the name of its element. */
export function rewritingResources(
  element: string,
  method: 'POST' | 'PUT',
  change: (resource: JsonObject, message: Request) => JsonObject,
) {
  return rewritingBodies((body, message) => {
    const content = message.method === method ? parsed(body) : undefined;
    const resource = content?.[element];
    return isObject(resource) ? JSON.stringify({ ...content, [element]: change(resource, message) }) : body;
  });
}

/** The object that a JSON text holds; `undefined` where it holds none. */
export function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Changes the headers of every message. */
export function rewritingHeaders(change: (headers: Headers) => void) {
  return (endpoint: Endpoint): Endpoint =>
    async (message) => {
      const headers = new Headers(message.headers);
      change(headers);
      return endpoint(new Request(message, { headers }));
    };
}

/** Answers with this code, whatever the message says, where the decoder cannot read it. */
export function refusingUnreadable(responseStatusCode: number) {
  return (endpoint: Endpoint): Endpoint =>
    async (message) => {
      const { ok } = await decodeHttpRequest(message.clone());
      const requestIdentifier = message.headers.get('X-M2M-RI') ?? '';
      return ok ? endpoint(message) : encodeHttpResponse({ responseStatusCode, requestIdentifier });
    };
}

export function hasBody({ method }: Request): boolean {
  return method === 'POST' || method === 'PUT';
}

export function withBody(message: Request, body: string | ArrayBuffer): Request {
  const headers = new Headers(message.headers);
  headers.delete('Content-Length');
  return new Request(message.url, { method: message.method, headers, body });
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { statusCode } from '../../../protocol/tables/onem2m/status-codes';
import type { Exchange } from '../../links/exchange';
import { type MessageWords, managementWords } from '../management/message-words';

/**
 * Says in one line what a recorded message is. Of oneM2M it reads only the names that the HTTP binding gives to the
 * operation and to the response status code, of device management what the body says; of other messages it says what
 * HTTP says.
 * @see TS-0009 6.2.1 and 6.4.12
 */

const OPERATIONS: { readonly [method: string]: string } = {
  GET: 'RETRIEVE',
  PUT: 'UPDATE',
  PATCH: 'UPDATE',
  DELETE: 'DELETE',
};

/** What a request is, and what it is about: `RETRIEVE` and a path, `package 1` and its commands. */
export function requestWords(request: Exchange['request']): MessageWords {
  return managementWords(request) ?? [operationOf(request), shortPath(request.url)];
}

/** What an answer is, and what else it says: a response status code, or the first status and what follows. */
export function responseWords(response: NonNullable<Exchange['response']>): MessageWords {
  const words = response.status === 200 ? managementWords(response) : undefined;
  return words ?? [responseCode(response), ''];
}

/** `RETRIEVE`, `CREATE` (a POST that names a resource type), `NOTIFY` (a POST that names none). */
export function operationOf(request: Exchange['request']): string {
  const method = request.method.toUpperCase();
  if (header(request.headers, 'x-m2m-ri') === undefined) return method;
  if (method !== 'POST') return OPERATIONS[method] ?? method;
  const contentType = header(request.headers, 'content-type') ?? '';
  return /;\s*ty\s*=/i.test(contentType) ? 'CREATE' : 'NOTIFY';
}

/** Path and query of the request target; the address is the lifeline's. */
export function shortPath(url: string): string {
  const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  return path === '' ? '/' : path;
}

/**
 * `4000 BAD_REQUEST`; the HTTP status stands with it where it is another one than the code goes with, and alone where no
 * response status code came.
 */
export function responseCode(response: NonNullable<Exchange['response']>): string {
  const code = header(response.headers, 'x-m2m-rsc');
  const http = `HTTP ${response.status}`;
  if (code === undefined) return http;
  const row = statusCode(Number(code));
  if (row === undefined) return `${code} (${http})`;
  return row.http === response.status ? `${code} ${row.name}` : `${code} ${row.name} (${http})`;
}

export function header(headers: { readonly [name: string]: string }, name: string): string | undefined {
  for (const [key, value] of Object.entries(headers)) {
    if (key.toLowerCase() === name) return value;
  }
  return undefined;
}

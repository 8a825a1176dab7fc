import type { ProjectNames } from '../../protocol/tables/onem2m/project-names';
import { requestParameters } from '../../protocol/tables/onem2m/request-parameters';

/** Parameters, by title, that are to travel as this text whatever their type, or not at all (`undefined`). */
export type Overrides = ReadonlyMap<string, string | undefined>;

/**
 * Changes parameters of an encoded HTTP request: what no encoder would write can be sent all the same.
 * It knows the HTTP mapping of the tables and no more.
 */
export function overridden(message: Request, overrides: Overrides, names: ProjectNames): Request {
  if (overrides.size === 0) return message;
  const url = new URL(message.url);
  const headers = new Headers(message.headers);
  for (const [title, text] of overrides) {
    const http = requestParameters(names).find((row) => row.title === title)?.http;
    if (http?.in === 'header') put(headers, http.name, text);
    else if (http?.in === 'query') put(url.searchParams, http.name, text);
    else throw new Error(`${title} travels neither in a header nor in the query; it cannot be overridden`);
  }
  return new Request(url, { method: message.method, headers, body: message.body, ...HALF_DUPLEX });
}

/** fetch wants to be told that a streamed body is sent before the answer is read. */
const HALF_DUPLEX = { duplex: 'half' } as const;

function put(fields: Headers | URLSearchParams, name: string, text: string | undefined): void {
  if (text === undefined) fields.delete(name);
  else fields.set(name, text);
}

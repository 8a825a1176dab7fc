import assert from 'node:assert/strict';

/** Moves one HTTP message: a socket, or the endpoint of a CSE in this process. */
export type Transmit = (request: Request) => Promise<Response>;

/** A CSE as a client sees it. */
export interface CseClient {
  readonly transmit: Transmit;
  /** Point of access with the name of the CSEBase: `http://127.0.0.1:8080/cse-base`. */
  readonly base: string;
  readonly originator: string;
}

const HEADERS = { 'X-M2M-RVI': '3', Accept: 'application/json' };

/** Creates a resource, which must succeed; `path` is below the CSEBase. */
export async function create(
  client: CseClient,
  { path = '', type, content }: { readonly path?: string; readonly type: number; readonly content: object },
): Promise<void> {
  const headers = { 'Content-Type': `application/json;ty=${type}` };
  const body = JSON.stringify(content);
  await ask(client, path, { method: 'POST', headers, body });
}

export async function retrieve(client: CseClient, path: string): Promise<string> {
  return ask(client, path, {});
}

let asked = 0;

async function ask(
  { transmit, base, originator }: CseClient,
  path: string,
  init: RequestInit,
): Promise<string> {
  asked += 1;
  const headers = { ...HEADERS, ...init.headers, 'X-M2M-Origin': originator, 'X-M2M-RI': `bench${asked}` };
  const response = await transmit(new Request(base + path, { ...init, headers }));
  const text = await response.text();
  assert.ok(response.ok, `${init.method ?? 'GET'} ${base}${path}: ${response.status} ${text.slice(0, 300)}`);
  return text;
}

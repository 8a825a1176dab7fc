import type { ClientURI } from '../../../protocol/model/dm2-client-uri';
import { clientURIStatus, parseClientURI } from '../../../protocol/model/dm2-client-uri-text';
import { parseServerURI } from '../../../protocol/model/dm2-server-uri';
import { isRefusal, type Refusal, refuse } from '../../../protocol/model/refusal';
import { commandStatus } from '../../../protocol/tables/dm2/status-codes';
import type { KnownServer, Mandate } from '../dm2-client';
import type { FoundNode } from '../tree/object-tree';

/** The addresses of commands: whether they can be read, and whether this server may have what they name. @see dm2.md 6 */

/** The address as it is asked, or why it is not. @see dm2.md 6.2 */
export function readServerURI(mandate: Mandate, text: string): string | Refusal {
  const read = parseServerURI(text);
  if (!read.ok) return refuse(commandStatus('BAD_REQUEST'), read.fault.detail, 'dm2.md 6.2');
  if (mandate.client.procedures.isHostAllowed(mandate, read.value)) return read.value.href;
  return refuse(commandStatus('FORBIDDEN'), `${read.value.host} is not allowed`, 'dm2.md 6.2');
}

/** Those of the server itself and of the configuration. @see dm2.md 6.2 */
export function isHostAllowed({ client, server, isSecure }: Mandate, url: URL): boolean {
  const hosts = client.config.allowedHosts;
  if (hosts.some((entry) => entry.includes('://') && isOrigin(entry, url))) return true;
  if (isSecure && url.protocol !== 'https:') return false;
  const port = portOf(url);
  const own = new URL(server.account.serverURI);
  if (url.hostname === own.hostname && port === portOf(own)) return true;
  return hosts.some((entry) => entry === url.host || entry === `${url.hostname}:${port}`);
}

function isOrigin(entry: string, url: URL): boolean {
  return URL.canParse(entry) && new URL(entry).origin === url.origin;
}

function portOf({ port, protocol }: URL): string {
  return port === '' ? ({ 'https:': '443' }[protocol] ?? '80') : port;
}

/** @see dm2.md 6.1 */
export function readClientURI(mandate: Mandate, text: string): ClientURI | Refusal {
  const read = parseClientURI(text);
  if (!read.ok) return refuse(clientURIStatus(read.fault), read.fault.detail, 'dm2.md 6.1');
  if (mandate.client.procedures.mayManage(mandate.server, read.value.moid)) return read.value;
  return refuse(commandStatus('FORBIDDEN'), `${read.value.moid} is not this server's`, 'dm2.md 5.2');
}

/** @see dm2.md 5.2 */
export function mayManage({ account }: KnownServer, moid: string): boolean {
  return account.moids?.includes(moid) ?? true;
}

export interface NamedNodes {
  readonly address: ClientURI;
  /** At least one. */
  readonly nodes: readonly FoundNode[];
}

/** What is at an address. */
export function namedNodes(mandate: Mandate, clientURI: string): NamedNodes | Refusal {
  const { procedures, store } = mandate.client;
  const address = procedures.readClientURI(mandate, clientURI);
  if (isRefusal(address)) return address;
  const nodes = procedures.findNodes(store.tree, address);
  if (nodes.length > 0) return { address, nodes };
  return refuse(commandStatus('NOT_FOUND'), 'the address names nothing', 'dm2.md 6.1');
}

/** Without what the server has already. @see dm2.md 5.4 */
export function nodesToTell({ client }: Mandate, { address, nodes }: NamedNodes): readonly FoundNode[] {
  const { cacheValidator } = address;
  return nodes.filter((node) => client.store.cacheValidatorOf(node) !== cacheValidator);
}

import { createHttpClient } from './http-client';
import { listenHttp, type TlsIdentity } from './http-server';
import type { Endpoint, Link, Listener } from './link';
import { LinkFailure } from './link';
import { DEFAULT_LINK_LIMITS, type LinkLimits } from './link-limits';

export interface HttpLinkOptions {
  /** Where to listen. Loopback unless told otherwise. */
  readonly host?: string;
  /** Fixed port of a listener by its name; a listener without one gets a port that is free. */
  readonly ports?: Readonly<Record<string, number>>;
  readonly limits?: Partial<LinkLimits>;
  /** Its listeners speak TLS with it; plain HTTP where absent. What it sends to goes by the address. */
  readonly tls?: TlsIdentity;
  /** The same for a listener by its name; asked whenever one opens, and what it throws keeps that one closed. */
  readonly tlsOf?: (name: string) => TlsIdentity | undefined;
}

/** The link over HTTP sockets: a node:http server per listener, the global fetch for sending. */
export function createHttpLink(options: HttpLinkOptions = {}): Link {
  const limits: LinkLimits = { ...DEFAULT_LINK_LIMITS, ...options.limits };
  const host = options.host ?? '127.0.0.1';
  const ports = new Map(Object.entries(options.ports ?? {}));
  const client = createHttpClient(limits);
  const listeners = new Set<Listener>();
  let open = true;

  return {
    async listen(name: string, endpoint: Endpoint): Promise<Listener> {
      const port = ports.get(name) ?? 0;
      if (!open) throw new LinkFailure('unreachable', `http://${host}:${port}`, 'this link is closed');
      const tls = options.tlsOf?.(name) ?? options.tls;
      const listener = await listenHttp(endpoint, { host, port, limits, ...(tls && { tls }) });
      listeners.add(listener);
      return listener;
    },
    send: (request) => client.send(request),
    async close() {
      open = false;
      client.close();
      await Promise.all([...listeners].map((listener) => listener.close()));
      listeners.clear();
    },
  };
}

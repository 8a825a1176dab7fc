import type { Transmit } from '../../reference-impl/http-outbound';
import { createHttpLink } from '../links/http';
import type { TlsIdentity } from '../links/http-server';
import { lateListener } from '../links/late-listener';
import type { Endpoint } from '../links/link';

/** A role of the reference as a program of its own. */
export interface ServedRole {
  readonly address: string;
  /** Its identifiers, and who may connect: `com.flowproof.server, gateways urn:...`. */
  readonly about: string;
  close(): Promise<void>;
}

export interface Listening {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Nobody outside this machine reaches it. */
  readonly isLoopback: boolean;
  /** Plain HTTP where absent. */
  readonly tls?: TlsIdentity;
}

export interface Deployed {
  readonly endpoint: Endpoint;
  readonly about: string;
  close(): void;
}

/** Puts a role behind a listener. Its address is known only once somebody listens there. */
export async function serveRole(
  name: string,
  { host, port, tls }: Listening,
  deploy: (address: string, transmit: Transmit) => Deployed,
): Promise<ServedRole> {
  const link = createHttpLink({ host, ports: { [name]: port }, ...(tls && { tls }) });
  try {
    const own = await lateListener(link, name);
    const deployed = deploy(own.address, (request) => link.send(request));
    own.serve(deployed.endpoint);
    const close = (): Promise<void> => {
      deployed.close();
      return link.close();
    };
    return { address: own.address, about: deployed.about, close };
  } catch (error) {
    await link.close();
    throw error;
  }
}

export function listed(names: readonly string[]): string {
  return names.length === 0 ? 'nobody' : names.join(', ');
}

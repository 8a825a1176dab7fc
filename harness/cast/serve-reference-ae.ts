import { deployAe } from '../../reference-impl/deploy-ae';
import { randomIds } from '../../reference-impl/runtime/random-ids';
import { createHttpLink } from '../links/http';

/** The reference application as a server of triggers. */
export interface ServedApplication {
  /** Where it takes triggers: `http://127.0.0.1:8081`, at any path. */
  readonly address: string;
  close(): Promise<void>;
}

export interface ServeAeOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** The CSE that gets every request; where absent, the one that a trigger names. */
  readonly pointOfAccess?: string;
}

/** Serves the reference application: a trigger comes in, and one request goes out to a CSE. */
export async function serveReferenceAe(options: ServeAeOptions): Promise<ServedApplication> {
  const { host, port, pointOfAccess } = options;
  const link = createHttpLink({ host, ports: { ae: port } });
  const { endpoint } = deployAe({
    runtime: { ids: randomIds },
    transmit: (request) => link.send(request),
    ...(pointOfAccess === undefined ? {} : { pointOfAccess }),
  });
  const { address } = await link.listen('ae', endpoint);
  return { address, close: () => link.close() };
}

import type { CseConfig } from '../../reference-impl/cse/cse-config';
import { DEFAULT_CONFIG } from '../../reference-impl/cse/default-config';
import { deployCse } from '../../reference-impl/deploy';
import { randomIds } from '../../reference-impl/runtime/random-ids';
import { realClock } from '../../reference-impl/runtime/real-clock';
import { realRandom } from '../../reference-impl/runtime/real-random';
import { createHttpLink } from '../links/http';

/** The reference as a server. */
export interface ServedReference {
  /** Where it listens: `http://127.0.0.1:8080`. */
  readonly address: string;
  readonly config: CseConfig;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Values that replace those of the default configuration. */
  readonly config: Partial<CseConfig>;
}

/** Sub-groups on member CSEs are an optional procedure, which the reference has. */
const SUB_GROUPS = { minimumMembers: 2 };

/**
 * Serves the reference CSE to real clients, with the real clock and identifiers that nobody can guess. Its address is
 * known only once it listens, and is its point of access from then on.
 */
export async function serveReference({ host, port, config }: ServeOptions): Promise<ServedReference> {
  const link = createHttpLink({ host, ports: { cse: port } });
  let endpoint = async (_request: Request): Promise<Response> => new Response(null, { status: 503 });
  const { address } = await link.listen('cse', (request) => endpoint(request));
  const full = { ...DEFAULT_CONFIG, subGroups: SUB_GROUPS, pointOfAccess: [address], ...config };
  const deployment = deployCse({
    config: full,
    runtime: { clock: realClock, ids: randomIds, random: realRandom },
    transmit: (request) => link.send(request),
  });
  endpoint = deployment.endpoint;
  return {
    address,
    config: full,
    close: async () => {
      deployment.close();
      await link.close();
    },
  };
}

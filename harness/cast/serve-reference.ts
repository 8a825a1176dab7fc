import type { CseConfig } from '../../reference-impl/cse/cse-config';
import { DEFAULT_CONFIG } from '../../reference-impl/cse/default-config';
import { deployCse } from '../../reference-impl/deploy';
import { randomIds } from '../../reference-impl/runtime/random-ids';
import { realClock } from '../../reference-impl/runtime/real-clock';
import { realRandom } from '../../reference-impl/runtime/real-random';
import { openLmdbStorage } from '../../reference-impl/store/lmdb-storage';
import { memoryStorage } from '../../reference-impl/store/memory-storage';
import type { Storage } from '../../reference-impl/store/storage';
import { StoreError } from '../../reference-impl/store/store-error';
import { ConfigError } from '../config/config-error';
import { createHttpLink } from '../links/http';
import { lateListener } from '../links/late-listener';

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
  /** File that keeps all that the CSE must not forget when it ends, however it ends; in memory where absent. */
  readonly store?: string;
}

/** Sub-groups on member CSEs are an optional procedure, which the reference has. */
const SUB_GROUPS = { minimumMembers: 2 };

/**
 * Serves the reference CSE to real clients, with the real clock and identifiers that nobody can guess, also over
 * restarts. Its address is known only once it listens, and is its point of access from then on.
 */
export async function serveReference({ host, port, config, store }: ServeOptions): Promise<ServedReference> {
  const configured = { ...DEFAULT_CONFIG, subGroups: SUB_GROUPS, ...config };
  const storage = await openStorage(configured, store);
  const link = createHttpLink({ host, ports: { cse: port } });
  try {
    const { address, serve } = await lateListener(link, 'cse');
    const full = { ...configured, pointOfAccess: config.pointOfAccess ?? [address] };
    const deployment = deployCse({
      config: full,
      runtime: { clock: realClock, ids: randomIds, random: realRandom },
      transmit: (request) => link.send(request),
      storage,
    });
    serve(deployment.endpoint);
    const close = async (): Promise<void> => {
      deployment.close();
      await link.close();
      await storage.close();
    };
    return { address, config: full, close };
  } catch (error) {
    await link.close();
    await storage.close();
    throw error;
  }
}

async function openStorage({ cseID, resourceID }: CseConfig, file: string | undefined): Promise<Storage> {
  if (file === undefined) return memoryStorage();
  try {
    return await openLmdbStorage({ file, owner: `${cseID}/${resourceID}` });
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const problem = { where: error.file, path: '', message: error.problem, advice: error.advice };
    throw new ConfigError('The store cannot be used', [problem]);
  }
}

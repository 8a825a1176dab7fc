import { DEFAULT_CONFIG } from '../../reference-impl/cse/default-config';
import { deployCse } from '../../reference-impl/deploy';
import { countingIds } from '../../reference-impl/runtime/counting-ids';
import { realClock } from '../../reference-impl/runtime/real-clock';
import { seededRandom } from '../../reference-impl/runtime/seeded-random';
import { memoryStorage } from '../../reference-impl/store/memory-storage';
import type { Storage } from '../../reference-impl/store/storage';
import type { CseClient } from './http-client';

/** A new reference CSE in this process, asked without sockets. */
export function referenceInProcess(storage: Storage = memoryStorage()): CseClient & { close(): void } {
  const { endpoint, close } = deployCse({
    config: DEFAULT_CONFIG,
    runtime: { clock: realClock, ids: countingIds(), random: seededRandom(1) },
    transmit: () => Promise.reject(new Error('this CSE knows no other')),
    storage,
  });
  const { resourceName, adminOriginator } = DEFAULT_CONFIG;
  return {
    transmit: endpoint,
    base: `http://cse.example/${resourceName}`,
    originator: adminOriginator,
    close,
  };
}

import { createCse } from './cse/create-cse';
import type { Cse } from './cse/cse';
import type { CseConfig } from './cse/cse-config';
import { defaultProcedures } from './cse/default-procedures';
import type { CseProcedures } from './cse/procedures';
import { httpEndpoint } from './http-endpoint';
import { httpOutbound, type Transmit } from './http-outbound';
import type { Clock } from './runtime/clock';
import { closableClock } from './runtime/closable-clock';
import type { Ids } from './runtime/ids';
import type { Random } from './runtime/random';
import { memoryStorage } from './store/memory-storage';
import type { Storage } from './store/storage';

export interface CseDeployment {
  /** For inspection; messages come in through the endpoint. */
  readonly cse: Cse;
  readonly endpoint: (request: Request) => Promise<Response>;
  /** Calls off everything that is still to happen. */
  close(): void;
}

export interface CseDeploymentOptions {
  readonly config: CseConfig;
  readonly runtime: { readonly clock: Clock; readonly ids: Ids; readonly random: Random };
  readonly transmit: Transmit;
  readonly procedures?: CseProcedures;
  /** Stays open at the end: it is for its owner to close. In memory where it is absent. */
  readonly storage?: Storage;
}

/**
 * The composition root of the CSE: joins codec, role, store and runtime, and is the only place that knows all of them.
 * Nothing leaves the CSE, be it an answer or a request of its own, before the store has kept what it tells of.
 */
export function deployCse(options: CseDeploymentOptions): CseDeployment {
  const { config, runtime, transmit, procedures = defaultProcedures, storage = memoryStorage() } = options;
  const clock = closableClock(runtime.clock);
  const outbound = httpOutbound(async (request) => {
    storage.commit();
    return transmit(request);
  });
  const { resources: store, records } = storage;
  const cse = createCse(config, { ...runtime, clock, outbound, store, records }, procedures);
  return {
    cse,
    endpoint: httpEndpoint(async (request) => {
      const response = await cse.handle(request);
      storage.commit();
      return response;
    }),
    close: () => clock.close(),
  };
}

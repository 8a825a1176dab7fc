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
}

/** The composition root of the CSE: joins codec, role and runtime, and is the only place that knows all three. */
export function deployCse(options: CseDeploymentOptions): CseDeployment {
  const clock = closableClock(options.runtime.clock);
  const ports = { ...options.runtime, clock, outbound: httpOutbound(options.transmit) };
  const cse = createCse(options.config, ports, options.procedures ?? defaultProcedures);
  return {
    cse,
    endpoint: httpEndpoint((request) => cse.handle(request)),
    close: () => clock.close(),
  };
}

import { endpointsByPath } from './endpoints-by-path';
import type { Transmit } from './http-outbound';
import { defaultPushProcedures } from './push/default-procedures';
import type { PushProcedures } from './push/procedures';
import type { PushConfig } from './push/push-config';
import type { PushService } from './push/push-service';
import { pushEndpoint } from './push-endpoint';
import { pushOutbound } from './push-outbound';
import type { Clock } from './runtime/clock';
import { closableClock } from './runtime/closable-clock';

export interface PushDeployment {
  /** For inspection; messages come in through the endpoint. */
  readonly service: PushService;
  /** Push requests at `/push`. */
  readonly endpoint: (message: Request) => Promise<Response>;
  /** Calls off everything that is still to happen. */
  close(): void;
}

export interface PushDeploymentOptions {
  readonly config: PushConfig;
  readonly runtime: { readonly clock: Clock };
  readonly transmit: Transmit;
  readonly procedures?: PushProcedures;
}

/** The composition root of the push service: joins codec, role and runtime. */
export function deployPush(options: PushDeploymentOptions): PushDeployment {
  const { config, runtime, transmit, procedures = defaultPushProcedures } = options;
  const clock = closableClock(runtime.clock);
  const service: PushService = {
    config,
    procedures,
    ports: { clock, ...pushOutbound(transmit) },
    jobs: new Map(),
  };
  const forServers = pushEndpoint((message) => procedures.receiveRequest(service, message));
  return { service, endpoint: endpointsByPath({ '/push': forServers }), close: () => clock.close() };
}

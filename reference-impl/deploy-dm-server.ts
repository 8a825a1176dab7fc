import { defaultManagementServerProcedures } from './dm-server/default-procedures';
import type { ManagementServerConfig } from './dm-server/management-server-config';
import { createManagementServerRole, type ManagementServerRole } from './dm-server/management-server-role';
import type { ManagementServerProcedures } from './dm-server/procedures';
import { endpointsByPath } from './endpoints-by-path';
import { fanOutTriggers } from './fan-out-trigger';
import type { Transmit } from './http-outbound';
import { notificationOutbound } from './notification-outbound';
import type { Clock } from './runtime/clock';
import { closableClock } from './runtime/closable-clock';
import type { Ids } from './runtime/ids';
import type { Random } from './runtime/random';
import { syncmlEndpoint } from './syncml-endpoint';
import { syncmlSize } from './syncml-size';
import { triggerEndpoint } from './trigger-endpoint';

export interface ManagementServerDeployment {
  /** For inspection; messages come in through the endpoint. */
  readonly role: ManagementServerRole;
  /** Gateways at `/dm`, triggers at `/trigger`. */
  readonly endpoint: (message: Request) => Promise<Response>;
  /** Calls off everything that is still to happen. */
  close(): void;
}

export interface ManagementServerDeploymentOptions {
  readonly config: ManagementServerConfig;
  readonly runtime: { readonly clock: Clock; readonly ids: Ids; readonly random: Random };
  readonly transmit: Transmit;
  readonly procedures?: ManagementServerProcedures;
}

/** The composition root of the DM server: joins codec, role and runtime. */
export function deployDmServer(options: ManagementServerDeploymentOptions): ManagementServerDeployment {
  const { config, runtime, transmit, procedures = defaultManagementServerProcedures } = options;
  const clock = closableClock(runtime.clock);
  const role = createManagementServerRole({
    config,
    procedures,
    ports: { ...runtime, clock, deliver: notificationOutbound(transmit), sizeOf: syncmlSize },
  });
  const forGateways = syncmlEndpoint(
    (received, token) => role.receive(received, token),
    config.limits.sessions.messageSize,
  );
  const forTriggers = triggerEndpoint(fanOutTriggers((request) => role.request(request)));
  return {
    role,
    endpoint: endpointsByPath({ '/dm': forGateways, '/trigger': forTriggers }),
    close: () => clock.close(),
  };
}

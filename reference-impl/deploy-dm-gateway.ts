import { commandText } from './command-text';
import { defaultGatewayProcedures } from './dm-gateway/default-procedures';
import type { GatewayConfig } from './dm-gateway/gateway-config';
import { createGatewayRole, type GatewayRole } from './dm-gateway/gateway-role';
import type { GatewayProcedures } from './dm-gateway/procedures';
import { endpointsByPath } from './endpoints-by-path';
import type { Transmit } from './http-outbound';
import { notificationEndpoint } from './notification-endpoint';
import { notificationOutbound } from './notification-outbound';
import type { Clock } from './runtime/clock';
import { closableClock } from './runtime/closable-clock';
import type { Ids } from './runtime/ids';
import type { Random } from './runtime/random';
import { syncmlEndpoint } from './syncml-endpoint';
import { syncmlOutbound } from './syncml-outbound';
import { syncmlSize } from './syncml-size';
import { syncmlSizeIn } from './syncml-size-in';

export interface GatewayDeployment {
  /** For inspection; messages come in through the endpoint. */
  readonly role: GatewayRole;
  /** Devices at `/dm`, package 0 of servers at `/notification`. */
  readonly endpoint: (message: Request) => Promise<Response>;
  /** Calls off everything that is still to happen. */
  close(): void;
}

export interface GatewayDeploymentOptions {
  readonly config: GatewayConfig;
  readonly runtime: { readonly clock: Clock; readonly ids: Ids; readonly random: Random };
  readonly transmit: Transmit;
  readonly procedures?: GatewayProcedures;
}

/** The composition root of the gateway: joins codec, role and runtime. */
export function deployDmGateway(options: GatewayDeploymentOptions): GatewayDeployment {
  const { config, runtime, transmit, procedures = defaultGatewayProcedures } = options;
  const { serialization, limits } = config;
  const clock = closableClock(runtime.clock);
  const role = createGatewayRole({
    config,
    procedures,
    ports: {
      ...runtime,
      clock,
      commandText,
      deliver: notificationOutbound(transmit),
      transmit: syncmlOutbound(transmit, { serialization, messageSize: limits.asDevice.messageSize }),
      sizeAsDevice: syncmlSizeIn(serialization),
      sizeAsServer: syncmlSize,
    },
  });
  const forDevices = syncmlEndpoint(
    (received, token) => role.receive(received, token),
    limits.asServer.messageSize,
  );
  const forServers = notificationEndpoint((received) => role.notified(received));
  return {
    role,
    endpoint: endpointsByPath({ '/dm': forDevices, '/notification': forServers }),
    close: () => clock.close(),
  };
}

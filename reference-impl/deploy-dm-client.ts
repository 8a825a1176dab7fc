import { deviceEventTriggers } from './device-event-trigger';
import { createDevice } from './dm-client/create-device';
import { defaultDeviceProcedures } from './dm-client/default-procedures';
import type { Device } from './dm-client/device';
import type { DeviceConfig } from './dm-client/device-config';
import type { DeviceEvent } from './dm-client/device-event';
import type { DeviceProcedures } from './dm-client/procedures';
import { endpointsByPath } from './endpoints-by-path';
import type { Transmit } from './http-outbound';
import { notificationEndpoint } from './notification-endpoint';
import type { Clock } from './runtime/clock';
import { closableClock } from './runtime/closable-clock';
import type { Random } from './runtime/random';
import { syncmlOutbound } from './syncml-outbound';
import { syncmlSizeIn } from './syncml-size-in';
import { triggerEndpoint } from './trigger-endpoint';

export interface DeviceDeployment {
  /** For inspection; messages come in through the endpoint. */
  readonly device: Device;
  /** Answers false where the device cannot do anything about it. */
  happen(event: DeviceEvent): boolean;
  /** Package 0 at `/notification`, events at `/trigger`. */
  readonly endpoint: (message: Request) => Promise<Response>;
  /** Calls off everything that is still to happen. */
  close(): void;
}

export interface DeviceDeploymentOptions {
  readonly config: DeviceConfig;
  readonly runtime: { readonly clock: Clock; readonly random: Random };
  readonly transmit: Transmit;
  readonly procedures?: DeviceProcedures;
}

/** The composition root of the device: joins codec, role and runtime. */
export function deployDmClient(options: DeviceDeploymentOptions): DeviceDeployment {
  const { config, runtime, transmit, procedures = defaultDeviceProcedures } = options;
  const { serialization, limits } = config;
  const clock = closableClock(runtime.clock);
  const device = createDevice({
    config,
    procedures,
    ports: {
      clock,
      random: runtime.random,
      transmit: syncmlOutbound(transmit, { serialization, messageSize: limits.asDevice.messageSize }),
      sizeOf: syncmlSizeIn(serialization),
    },
  });
  const happen = (event: DeviceEvent): boolean => procedures.device.takeEvent(device, event);
  const forServers = notificationEndpoint((received) =>
    procedures.device.receiveNotification(device, received),
  );
  const forTriggers = triggerEndpoint(deviceEventTriggers(happen));
  return {
    device,
    happen,
    endpoint: endpointsByPath({ '/notification': forServers, '/trigger': forTriggers }),
    close: () => clock.close(),
  };
}

import { deployDmClient } from '../../reference-impl/deploy-dm-client';
import { DEFAULT_DEVICE_CONFIG } from '../../reference-impl/dm-client/default-device-config';
import { defaultDeviceProcedures } from '../../reference-impl/dm-client/default-procedures';
import type { DeviceConfig } from '../../reference-impl/dm-client/device-config';
import type { PartyGround, ReferenceParty } from './reference-party';

/** The reference device before a server that the testers play. */
export function referenceDmClient(ground: PartyGround): ReferenceParty {
  const { account, roots, serialization, runtime, transmit, deviation } = ground;
  const { alertRepeats, alertInterval, sessionTimeout } = ground.limits;
  const config = DEFAULT_DEVICE_CONFIG;
  const configured: DeviceConfig = {
    ...config,
    deviceID: account.deviceID,
    servers: [account],
    serialization,
    testRoot: roots.test,
    limits: {
      ...config.limits,
      alertRepeats,
      alertInterval,
      asDevice: { ...config.limits.asDevice, answerTime: sessionTimeout },
    },
  };
  return deployDmClient({
    config: deviation?.configureDevice?.(configured) ?? configured,
    runtime,
    transmit,
    procedures: deviation?.applyToDevice?.(defaultDeviceProcedures) ?? defaultDeviceProcedures,
  });
}

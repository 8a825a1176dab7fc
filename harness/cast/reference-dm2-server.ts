import { deployDM2Server } from '../../reference-impl/deploy-dm2-server';
import { DEFAULT_DM2_SERVER_CONFIG } from '../../reference-impl/dm2-server/default-dm2-server-config';
import { defaultDM2ServerProcedures } from '../../reference-impl/dm2-server/default-procedures';
import type { DM2ServerConfig } from '../../reference-impl/dm2-server/dm2-server-config';
import { DM2_PATHS } from './dm2/places';
import type { DM2Ground, DM2Party } from './reference-dm2-party';

/** The reference server of DM 2.0 before two devices and a push service that the testers play. */
export function referenceDM2Server(ground: DM2Ground): DM2Party {
  const { address, dm2, addresses, limits, runtime, transmit, deviation } = ground;
  const { serverID, deviceID, user, password, otherDevice, pushUser, pushPassword } = dm2;
  const config = DEFAULT_DM2_SERVER_CONFIG;
  const notification = {
    address: addresses.notification,
    secret: Buffer.from(dm2.secret, 'base64'),
    data: Buffer.from(dm2.data, 'base64'),
  };
  const configured: DM2ServerConfig = {
    ...config,
    serverID,
    accounts: [
      { user, password, deviceIDs: [deviceID] },
      ...(otherDevice ? [{ ...otherDevice, deviceIDs: [otherDevice.deviceID] }] : []),
    ],
    devices: [{ deviceID, notification }, ...(otherDevice ? [{ deviceID: otherDevice.deviceID }] : [])],
    pushService: {
      address: addresses.push,
      ...(pushUser !== undefined && { user: pushUser }),
      ...(pushPassword !== undefined && { password: pushPassword }),
    },
    limits: {
      ...config.limits,
      idleLimit: limits.idleLimit,
      pushRequestRepeats: limits.pushRetryLimit,
      pushRequestInterval: limits.pushRetryInterval,
      responseTimeout: limits.responseTimeout,
    },
  };
  return deployDM2Server({
    config: deviation?.configureDM2Server?.(configured) ?? configured,
    address,
    inspection: DM2_PATHS.inspection,
    runtime,
    transmit,
    procedures: deviation?.applyToDM2Server?.(defaultDM2ServerProcedures) ?? defaultDM2ServerProcedures,
  });
}

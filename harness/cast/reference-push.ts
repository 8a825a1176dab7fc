import { deployPush } from '../../reference-impl/deploy-push';
import { defaultPushProcedures } from '../../reference-impl/push/default-procedures';
import { DEFAULT_PUSH_CONFIG } from '../../reference-impl/push/default-push-config';
import type { DM2Ground, DM2Party } from './reference-dm2-party';

/** The reference push service between a server and a device that the testers play. */
export function referencePush({ dm2, addresses, limits, runtime, transmit, deviation }: DM2Ground): DM2Party {
  const { server, notification, unreachable } = addresses;
  const { pushUser: user, pushPassword: password } = dm2;
  return deployPush({
    config: {
      ...DEFAULT_PUSH_CONFIG,
      accounts: user !== undefined && password !== undefined ? [{ user, password }] : [],
      allowedHosts: [server, notification, unreachable].map((url) => new URL(url).host),
      limits: {
        ...DEFAULT_PUSH_CONFIG.limits,
        retryLimit: limits.pushRetryLimit,
        retryInterval: limits.pushRetryInterval,
        responseTimeout: limits.responseTimeout,
      },
    },
    runtime,
    transmit,
    procedures: deviation?.applyToPush?.(defaultPushProcedures) ?? defaultPushProcedures,
  });
}

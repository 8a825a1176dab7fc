import type { PushConfig } from './push-config';

/** A push service as it comes out of the box: it stays on this machine. @see dm2.md 11 */
export const DEFAULT_PUSH_CONFIG: PushConfig = {
  accounts: [],
  allowedHosts: ['127.0.0.1', '[::1]', 'localhost'],
  realm: 'push',
  limits: {
    retryLimit: 3,
    retryInterval: 5_000,
    responseTimeout: 10_000,
    queue: 1_000,
    rememberedRequests: 10_000,
  },
};

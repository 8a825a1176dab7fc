import type { ManagementServerConfig } from './management-server-config';

/** A DM server as it comes out of the box: it manages nobody. */
export const DEFAULT_MANAGEMENT_SERVER_CONFIG: ManagementServerConfig = {
  gateways: [],
  fanOutRoot: './SCM',
  limits: {
    notificationRepeats: 3,
    notificationInterval: 10_000,
    attempts: 3,
    waitingJobs: 100,
    devicesAtOnce: 50,
    rememberedJobs: 1_000,
  },
};

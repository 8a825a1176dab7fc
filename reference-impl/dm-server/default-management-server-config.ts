import type { ManagementServerConfig } from './management-server-config';

/** A DM server as it comes out of the box: it manages nobody. */
export const DEFAULT_MANAGEMENT_SERVER_CONFIG: ManagementServerConfig = {
  serverID: 'com.flowproof.server',
  serverAddress: '',
  gateways: [],
  fanOutRoot: './SCM',
  limits: {
    notificationRepeats: 3,
    notificationInterval: 10_000,
    settleTime: 50,
    attempts: 3,
    waitingJobs: 100,
    devicesAtOnce: 50,
    rememberedJobs: 1_000,
    sessions: {
      sessions: 1_024,
      messages: 10_000,
      idleTime: 5 * 60_000,
      messageSize: 256 * 1_024,
      objectSize: 1_024 * 1_024,
    },
  },
};

import type { CseConfig } from './cse-config';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A CSE named `/cse1` as it comes out of the box. */
export const DEFAULT_CONFIG: CseConfig = {
  cseID: '/cse1',
  serviceProviderID: 'flowproof.example',
  resourceName: 'cse-base',
  resourceID: 'cb1',
  pointOfAccess: [],
  supportedReleaseVersions: ['2', '2a', '3', '4', '5'],
  adminOriginator: 'CAdmin',
  resultExpiration: 30 * SECOND,
  groupRequestIdentifierLifetime: 10 * MINUTE,
  groupRequestIdentifierLimit: 100_000,
  revalidationInterval: 5 * SECOND,
  fanOutConcurrency: 64,
  aggregationDuration: 10 * SECOND,
  notificationRetry: { limit: 3, interval: 10 * SECOND, acknowledgementTimeout: 5 * SECOND },
  maximumResultPersistence: 24 * HOUR,
  nonBlockingResultExpiration: HOUR,
  offlineRetryInterval: 30 * SECOND,
  notificationHosts: ['localhost', '127.0.0.1', '[::1]'],
  askSubGroupsToReport: false,
  serviceSessions: true,
  sessionLifetime: 24 * HOUR,
  maximumSessions: 1_000,
  sessionRepetitionInterval: 10 * SECOND,
  maximumSessionContexts: 100,
  maximumStoredRequests: 1_000,
  maximumSessionHops: 16,
};

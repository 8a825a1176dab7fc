import type { GatewayConfig, GatewayLimits } from './gateway-config';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const KIB = 1_024;
const MIB = 1_024 * KIB;

export const DEFAULT_GATEWAY_LIMITS: GatewayLimits = {
  deviceTimeLimit: 5 * MINUTE,
  notificationRepeats: 3,
  notificationInterval: 30 * SECOND,
  settleTime: 50,
  concurrentDevices: 64,
  concurrentRuns: 16,
  keptResults: 64,
  alertRepeats: 5,
  alertInterval: 30 * SECOND,
  asDevice: {
    messageSize: 256 * KIB,
    objectSize: MIB,
    messages: 10_000,
    answerTime: 30 * SECOND,
    waitingSessions: 64,
  },
  asServer: { sessions: 4_096, messages: 1_000, messageSize: 256 * KIB, objectSize: MIB },
};

/** A gateway as it comes out of the box: no server, no device. */
export const DEFAULT_GATEWAY_CONFIG: GatewayConfig = {
  deviceID: 'urn:x-flowproof:gateway',
  identity: { manufacturer: 'Flowproof', model: 'gateway', dmVersion: '1.2', language: 'en' },
  servers: [],
  serialization: 'xml',
  deviceServerID: 'com.flowproof.gateway',
  deviceServerAddress: '',
  fanOutRoot: './SCM',
  configurationRoot: './GwConfig',
  devices: [],
  groups: [],
  limits: DEFAULT_GATEWAY_LIMITS,
};

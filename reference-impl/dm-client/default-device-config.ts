import type { DeviceConfig, DeviceLimits } from './device-config';

const SECOND = 1_000;
const KIB = 1_024;
const MIB = 1_024 * KIB;

export const DEFAULT_DEVICE_LIMITS: DeviceLimits = {
  asDevice: {
    messageSize: 64 * KIB,
    objectSize: MIB,
    messages: 1_000,
    answerTime: 30 * SECOND,
    waitingSessions: 16,
  },
  alertRepeats: 5,
  alertInterval: 30 * SECOND,
  waitingAlerts: 256,
};

/** A device as it comes out of the box: without a server. */
export const DEFAULT_DEVICE_CONFIG: DeviceConfig = {
  deviceID: 'urn:x-flowproof:device',
  identity: { manufacturer: 'Flowproof', model: 'device', dmVersion: '1.2', language: 'en' },
  detail: {
    deviceType: 'pump',
    originalEquipmentManufacturer: 'Flowproof',
    firmwareVersion: '1.0',
    softwareVersion: '1.0',
    hardwareVersion: '1.0',
  },
  servers: [],
  serialization: 'xml',
  testRoot: './Test',
  operations: [
    { name: 'Restart', duration: 0 },
    { name: 'SelfTest', duration: 10 * SECOND },
  ],
  nodes: {},
  limits: DEFAULT_DEVICE_LIMITS,
};

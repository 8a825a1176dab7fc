import type { DM2ClientConfig, DM2ClientLimits } from './dm2-client-config';
import { LAMPS } from './lamp-object';

const SECOND = 1_000;
const KIB = 1_024;
const MIB = 1_024 * KIB;

/** @see dm2.md 11 */
export const DEFAULT_DM2_CLIENT_LIMITS: DM2ClientLimits = {
  responseTimeout: 10 * SECOND,
  repeatLimit: 2,
  repeatInterval: SECOND,
  maximumAge: 300 * SECOND,
  maximumSkew: 30 * SECOND,
  maximumRounds: 100,
  packageSize: MIB,
  fetchedSize: MIB,
  reportedSize: 256 * KIB,
  sentSize: 4 * MIB,
  tree: { depth: 24, nodes: 50_000, octets: 4 * MIB },
  waitingSessions: 16,
  keptAlerts: 256,
  executions: 64,
  subscriptions: 64,
  defaults: 64,
  waitingChanges: 16,
};

/** A device as it comes out of the box: without a server. */
export const DEFAULT_DM2_CLIENT_CONFIG: DM2ClientConfig = {
  deviceID: 'IMEI:493005100592800',
  device: {
    manufacturer: 'Vendor',
    model: 'DM_Client',
    dmVersion: '2.0',
    language: 'en',
    deviceType: 'lamp hub',
    originalEquipmentManufacturer: '',
    firmwareVersion: '4.0.4',
    softwareVersion: '1.2',
    hardwareVersion: '',
  },
  servers: [],
  allowedHosts: [],
  objects: [LAMPS],
  showsAccounts: false,
  limits: DEFAULT_DM2_CLIENT_LIMITS,
};

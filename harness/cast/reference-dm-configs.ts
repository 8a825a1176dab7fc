import { DEFAULT_DEVICE_CONFIG } from '../../reference-impl/dm-client/default-device-config';
import type { DeviceConfig } from '../../reference-impl/dm-client/device-config';
import { DEFAULT_GATEWAY_CONFIG } from '../../reference-impl/dm-gateway/default-gateway-config';
import type { ConfiguredDevice, GatewayConfig } from '../../reference-impl/dm-gateway/gateway-config';
import { DEFAULT_MANAGEMENT_SERVER_CONFIG } from '../../reference-impl/dm-server/default-management-server-config';
import type { ManagementServerConfig } from '../../reference-impl/dm-server/management-server-config';
import type { Account, Authenticator } from '../../reference-impl/syncml/account';
import type {
  DmAccountFile,
  DmClientFile,
  DmGatewayFile,
  DmPeerFile,
  DmServerFile,
} from '../config/load-dm-config';
import { type ManagementAuthenticator, TEST_PASSWORDS } from '../config/management';

/**
 * What the served roles are told, from their files. Without files they know each other, if they listen on this machine:
 * the server on port 8080, the gateway on 8081 and a device, which is all of the group "pumps", on 8082.
 */
const SERVER = 'http://127.0.0.1:8080';
const GATEWAY = 'http://127.0.0.1:8081';
const DEVICE = 'http://127.0.0.1:8082';

export function dmServerConfig(file: DmServerFile, address: string): ManagementServerConfig {
  const config = DEFAULT_MANAGEMENT_SERVER_CONFIG;
  const { serverID = config.serverID, fanOutRoot = config.fanOutRoot } = file;
  const {
    gateways = [{ deviceID: DEFAULT_GATEWAY_CONFIG.deviceID, notification: `${GATEWAY}/notification` }],
  } = file;
  const { sessionTimeout: idleTime, ...limits } = file.limits ?? {};
  return {
    serverID,
    serverAddress: `${file.address ?? address}/dm`,
    fanOutRoot,
    gateways: gateways.map(({ deviceID, notification, client, server }) => ({
      deviceID,
      notificationAddress: notification,
      client: authenticator(client, deviceID, 'client'),
      server: authenticator(server, serverID, 'server'),
    })),
    limits: {
      ...config.limits,
      ...limits,
      sessions: { ...config.limits.sessions, ...(idleTime !== undefined && { idleTime }) },
    },
  };
}

export function dmGatewayConfig(file: DmGatewayFile, address: string): GatewayConfig {
  const config = DEFAULT_GATEWAY_CONFIG;
  const { deviceID = config.deviceID, gatewayServerID = config.deviceServerID } = file;
  const {
    servers = [{ serverID: DEFAULT_MANAGEMENT_SERVER_CONFIG.serverID, address: `${SERVER}/dm` }],
    devices = [{ deviceID: DEFAULT_DEVICE_CONFIG.deviceID, notification: `${DEVICE}/notification` }],
    groups = { pumps: devices.map((device) => device.deviceID) },
  } = file;
  const { answerTime, ...limits } = file.limits ?? {};
  return {
    ...config,
    deviceID,
    servers: servers.map((server) => accountOf(server, deviceID)),
    serialization: file.serialization ?? config.serialization,
    deviceServerID: gatewayServerID,
    deviceServerAddress: `${file.address ?? address}/dm`,
    fanOutRoot: file.fanOutRoot ?? config.fanOutRoot,
    configurationRoot: file.configRoot ?? config.configurationRoot,
    devices: devices.map(configuredDevice),
    groups: Object.entries(groups).map(([name, members]) => ({ name, members })),
    limits: {
      ...config.limits,
      ...limits,
      asDevice: { ...config.limits.asDevice, ...(answerTime !== undefined && { answerTime }) },
    },
  };
}

export function dmClientConfig(file: DmClientFile): DeviceConfig {
  const config = DEFAULT_DEVICE_CONFIG;
  const { deviceID = config.deviceID, serialization = config.serialization } = file;
  const { servers = [{ serverID: DEFAULT_GATEWAY_CONFIG.deviceServerID, address: `${GATEWAY}/dm` }] } = file;
  const { answerTime, ...limits } = file.limits ?? {};
  return {
    ...config,
    deviceID,
    serialization,
    testRoot: file.testRoot ?? config.testRoot,
    servers: servers.map((server) => accountOf(server, deviceID)),
    limits: {
      ...config.limits,
      ...limits,
      asDevice: { ...config.limits.asDevice, ...(answerTime !== undefined && { answerTime }) },
    },
  };
}

function accountOf({ serverID, address, client, server }: DmAccountFile, deviceID: string): Account {
  return {
    serverID,
    serverAddress: address,
    deviceID,
    client: authenticator(client, deviceID, 'client'),
    server: authenticator(server, serverID, 'server'),
  };
}

function configuredDevice(
  { deviceID, notification, client, server }: DmPeerFile,
  index: number,
): ConfiguredDevice {
  const { type, name, password } = authenticator(client, deviceID, 'client');
  return {
    name: `Device${index + 1}`,
    deviceID,
    notificationAddress: notification,
    authenticationType: type,
    clientName: name,
    clientSecret: password,
    serverSecret: server?.password ?? TEST_PASSWORDS.server,
  };
}

function authenticator(
  file: Partial<ManagementAuthenticator> | undefined,
  identifier: string,
  side: keyof typeof TEST_PASSWORDS,
): Authenticator {
  const { authentication: type = 'md5', name = identifier, password = TEST_PASSWORDS[side] } = file ?? {};
  return { type, name, password };
}

/** Whether somebody could get in with a password that everybody knows. */
export function knowsTestPassword(config: object): boolean {
  const passwords: readonly unknown[] = Object.values(TEST_PASSWORDS);
  return Object.values(config).some(
    (value) =>
      passwords.includes(value) || (typeof value === 'object' && value !== null && knowsTestPassword(value)),
  );
}

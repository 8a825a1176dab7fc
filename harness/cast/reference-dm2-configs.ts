import { DEFAULT_DM2_CLIENT_CONFIG } from '../../reference-impl/dm2-client/default-dm2-client-config';
import type { DM2ClientConfig, ServerAccount } from '../../reference-impl/dm2-client/dm2-client-config';
import { DEFAULT_DM2_SERVER_CONFIG } from '../../reference-impl/dm2-server/default-dm2-server-config';
import type {
  DeviceAccount,
  DeviceEntry,
  DM2ServerConfig,
  StoredObject,
} from '../../reference-impl/dm2-server/dm2-server-config';
import { DEFAULT_PUSH_CONFIG } from '../../reference-impl/push/default-push-config';
import type { PushConfig } from '../../reference-impl/push/push-config';
import { ConfigError } from '../config/config-error';
import { completeDM2, DM2_TEST_SECRETS } from '../config/dm2';
import type {
  DM2AccountFile,
  DM2ClientFile,
  DM2DeviceFile,
  DM2ServerFile,
  NotificationSecretFile,
  PushFile,
} from '../config/load-dm2-config';

/**
 * What the served roles of DM 2.0 are told, from their files. Without files they know each other, if they listen on this
 * machine: the server on port 8080, the push service on 8081 and a device on 8082.
 */
const SERVER = 'http://127.0.0.1:8080/dm';
const PUSH = 'http://127.0.0.1:8081/push';
const DEVICE = 'http://127.0.0.1:8082/notifications';
const KNOWN = completeDM2({});

export function dm2ServerConfig(file: DM2ServerFile): DM2ServerConfig {
  const config = DEFAULT_DM2_SERVER_CONFIG;
  const { serverID = KNOWN.serverID, push = { address: PUSH } } = file;
  const { devices = [{ deviceID: KNOWN.deviceID, notification: { address: DEVICE } }] } = file;
  namedOnce(
    'devices',
    devices.map(({ deviceID }) => deviceID),
  );
  return {
    ...config,
    serverID,
    accounts: accountsOf(devices),
    devices: devices.map(deviceEntry),
    pushService: push,
    objects: Object.fromEntries(Object.entries(file.objects ?? {}).map(storedObject)),
    limits: { ...config.limits, ...file.limits },
  };
}

/** One account for each name. */
function accountsOf(devices: readonly DM2DeviceFile[]): readonly DeviceAccount[] {
  const accounts = new Map<string, DeviceAccount>();
  for (const { deviceID, user = KNOWN.user, password = KNOWN.password } of devices) {
    const { deviceIDs = [], password: known = password } = accounts.get(user) ?? {};
    if (known !== password) throw twoPasswords(user);
    accounts.set(user, { user, password, deviceIDs: [...deviceIDs, deviceID] });
  }
  return [...accounts.values()];
}

function twoPasswords(user: string): ConfigError {
  const advice = 'give devices with one user name one password, or names of their own';
  return notServedSo('devices', `the user ${user} has two passwords`, advice);
}

/** Of two entries with one name, only one could be found. */
function namedOnce(where: string, names: readonly string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw notServedSo(where, `${twice} is there twice`, 'give each once');
}

function notServedSo(where: string, message: string, advice: string): ConfigError {
  return new ConfigError('The reference cannot be served so', [{ where, path: '', message, advice }]);
}

function deviceEntry({ deviceID, notification }: DM2DeviceFile): DeviceEntry {
  if (notification === undefined) return { deviceID };
  const { address, preferredConnection } = notification;
  return {
    deviceID,
    notification: {
      address,
      ...secretOf(notification),
      ...(preferredConnection && { preferredConnection }),
    },
  };
}

function storedObject([name, { mediaType, content }]: readonly [
  string,
  { readonly mediaType: string; readonly content: string },
]): readonly [string, StoredObject] {
  return [name, { mediaType, content: new TextEncoder().encode(content) }];
}

export function dm2ClientConfig(file: DM2ClientFile): DM2ClientConfig {
  const config = DEFAULT_DM2_CLIENT_CONFIG;
  const { servers = [{ serverID: KNOWN.serverID, address: SERVER }], sessionInterval } = file;
  namedOnce(
    'servers',
    servers.map(({ serverID }) => serverID),
  );
  return {
    ...config,
    deviceID: file.deviceID ?? KNOWN.deviceID,
    servers: servers.map(serverAccount),
    allowedHosts: file.allowedHosts ?? config.allowedHosts,
    ...(sessionInterval !== undefined && { sessionInterval }),
    limits: { ...config.limits, ...file.limits },
  };
}

function serverAccount(file: DM2AccountFile): ServerAccount {
  const { serverID, address, user = KNOWN.user, password = KNOWN.password, basicAtOnce, moids } = file;
  return {
    serverID,
    serverURI: address,
    credentials: { user, password, areSentAtOnce: basicAtOnce ?? false },
    notification: secretOf(file),
    ...(moids && { moids }),
  };
}

function secretOf({ secret = KNOWN.secret, data = KNOWN.data }: NotificationSecretFile) {
  return { secret: octetsOf(secret), data: octetsOf(data) };
}

function octetsOf(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}

export function pushConfig({ accounts, allowedHosts, limits }: PushFile): PushConfig {
  const config = DEFAULT_PUSH_CONFIG;
  return {
    ...config,
    accounts: accounts ?? config.accounts,
    allowedHosts: allowedHosts ?? config.allowedHosts,
    limits: { ...config.limits, ...limits },
  };
}

const TEST_SECRET = Buffer.from(DM2_TEST_SECRETS.secret, 'base64');

/** Whether somebody could get in, or notify, with what everybody knows. */
export function knowsTestSecret(value: unknown): boolean {
  if (typeof value === 'string') return value === DM2_TEST_SECRETS.password;
  if (value instanceof Uint8Array) return TEST_SECRET.equals(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(knowsTestSecret);
}

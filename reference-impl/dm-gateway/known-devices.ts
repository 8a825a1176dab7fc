import type { AuthenticationType } from '../syncml/account';
import type { DmGateway } from './dm-gateway';
import type { KnownDevice } from './known-device';

/** The devices in the configuration object; an entry that lacks something is no device yet. @see GFO step 1 */
export function knownDevices(gateway: DmGateway): ReadonlyMap<string, KnownDevice> {
  const root = `${gateway.config.configurationRoot}/Devices`;
  const devices = (gateway.nodes.childrenOf(root) ?? []).flatMap((name) => {
    return deviceAt(gateway, `${root}/${name}`) ?? [];
  });
  return new Map(devices.map((device) => [device.account.deviceID, device]));
}

/** Devices that have something to do are found without looking through all. */
export function deviceNamed(gateway: DmGateway, deviceID: string): KnownDevice | undefined {
  const [task] = gateway.tasks.get(deviceID) ?? [];
  return task?.device ?? gateway.procedures.knownDevices(gateway).get(deviceID);
}

function deviceAt({ nodes, config }: DmGateway, uri: string): KnownDevice | undefined {
  const text = (name: string): string => nodes.textOf(`${uri}/${name}`) ?? '';
  const [deviceID, notificationAddress] = [text('DeviceID'), text('NotificationAddress')];
  const type = TYPES.find((known) => known === text('AuthType'));
  if (deviceID === '' || type === undefined) return undefined;
  const { deviceServerID: serverID } = config;
  return {
    notificationAddress,
    account: {
      serverID,
      serverAddress: config.deviceServerAddress,
      deviceID,
      client: { type, name: text('ClientName'), password: text('ClientSecret') },
      server: { type, name: serverID, password: text('ServerSecret') },
    },
  };
}

const TYPES: readonly AuthenticationType[] = ['basic', 'md5', 'hmac'];

import type { DM2ClientConfig } from './dm2-client-config';
import type { LeafDescription, ManagedObject } from './tree/node-description';

/** Who the device is, as servers read it and cannot change it. @see dm2.md 3.6 */
const MOID = 'urn:oma:mo:oma-dm-devinfo:1.2';

export function deviceInformation({ deviceID, device }: DM2ClientConfig): ManagedObject {
  const values = {
    DevID: deviceID,
    Man: device.manufacturer,
    Mod: device.model,
    DmV: device.dmVersion,
    Lang: device.language,
    DevType: device.deviceType,
    OEM: device.originalEquipmentManufacturer,
    FwV: device.firmwareVersion,
    SwV: device.softwareVersion,
    HwV: device.hardwareVersion,
  };
  const nodes = Object.keys(values).map((name) => [name, READ_ONLY] as const);
  return {
    description: {
      moid: MOID,
      ddf: 'http://www.vendor.example/devinfo1.2.ddf',
      name: 'DevInfo',
      root: { kind: 'interior', isPermanent: true, nodes: Object.fromEntries(nodes) },
      hasPermanentInstances: true,
    },
    instances: { '1': values },
  };
}

const READ_ONLY: LeafDescription = { kind: 'leaf', type: 'text', isPermanent: true, isReadOnly: true };

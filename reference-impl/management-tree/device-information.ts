import type { NodeDescription } from './node-description';

/** What `./DevInfo` says of a device beside its identifier. @see DM_StdObj 7.1.3.2 */
export interface DeviceIdentity {
  readonly manufacturer: string;
  readonly model: string;
  readonly dmVersion: string;
  readonly language: string;
}

/** `./DevInfo`, which servers read only. @see DM_StdObj 7.1.3.2 */
export function deviceInformation(deviceID: string, identity: DeviceIdentity): NodeDescription {
  return {
    type: 'urn:oma:mo:oma-dm-devinfo:1.0',
    permanent: true,
    nodes: {
      DevId: leaf(deviceID),
      Man: leaf(identity.manufacturer),
      Mod: leaf(identity.model),
      DmV: leaf(identity.dmVersion),
      Lang: leaf(identity.language),
    },
  };
}

function leaf(value: string): NodeDescription {
  return { value, format: 'chr', permanent: true, access: ['Get'] };
}

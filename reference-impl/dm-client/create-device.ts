import { createCommandPerformer } from '../management-tree/performer';
import type { Random } from '../runtime/random';
import { clientParty } from '../syncml/client-party';
import type { ClientPorts } from '../syncml/client-session-state';
import type { ClientSide } from '../syncml/client-side';
import type { Device } from './device';
import type { DeviceConfig } from './device-config';
import { deviceTree } from './device-tree';
import type { DeviceProcedures } from './procedures';

export interface DeviceParts {
  readonly config: DeviceConfig;
  readonly procedures: DeviceProcedures;
  readonly ports: ClientPorts & { readonly random: Random };
}

/** The device, ready to be woken and to have things happen to it. */
export function createDevice({ config, procedures, ports }: DeviceParts): Device {
  const { clock, random } = ports;
  const tree = deviceTree(config, {
    clock,
    onExec: (operation, execution) => procedures.device.carryOutOperation(device, { operation, execution }),
  });
  const side: ClientSide = {
    parties: new Map(config.servers.map((account) => [account.serverID, clientParty(account)])),
    deviceInformation: () => procedures.device.deviceInformationItems(device),
    performer: createCommandPerformer(tree, procedures.tree),
    limits: config.limits.asDevice,
    ports,
    random,
    procedures: procedures.asDevice,
  };
  const device: Device = { config, tree, side, procedures: procedures.device, telling: 0 };
  return device;
}

import type { DM2Command } from '../../protocol/model/dm2-command';
import type { ManageTrigger } from '../../protocol/model/dm2-trigger';
import { type Refusal, refuse } from '../../protocol/model/refusal';
import type { DM2Server, ManagedDevice } from './dm2-server';

const BAD_REQUEST = 400;
const NOT_FOUND = 404;
const CONFLICT = 409;

/** Somebody wants a device managed: all of the commands wait for it, or none. @see dm2.md 10 */
export function manageDevice(server: DM2Server, order: ManageTrigger): Refusal | undefined {
  const { procedures } = server;
  const { deviceID, commands, notify, requestsObjects } = order;
  const device = server.devices.get(deviceID);
  if (device === undefined) return refuse(NOT_FOUND, `${deviceID} is no device of this server`);
  const refusal = procedures.refuseOrder(server, order);
  if (refusal !== undefined) return refusal;
  procedures.addCommands(device, commands);
  procedures.grantObjects(server, commands);
  if (notify) void procedures.notifyDevice(server, device, { requestsObjects });
  return undefined;
}

export function refuseOrder(server: DM2Server, order: ManageTrigger): Refusal | undefined {
  const { deviceID, commands, notify } = order;
  const device = server.devices.get(deviceID);
  const { awaitingCommands } = server.config.limits;
  if (commands.some(({ verb }) => verb === 'END'))
    return refuse(BAD_REQUEST, 'END is sent by itself, when nothing waits any more');
  if ((device?.awaiting.length ?? 0) + commands.length > awaitingCommands)
    return refuse(CONFLICT, `more than ${awaitingCommands} commands would wait for ${deviceID}`);
  if (notify && (device?.notification === undefined || server.config.pushService === undefined))
    return refuse(CONFLICT, `there is no way to notify ${deviceID}`);
  return undefined;
}

export function addCommands({ awaiting }: ManagedDevice, commands: readonly DM2Command[]): void {
  awaiting.push(...commands);
}

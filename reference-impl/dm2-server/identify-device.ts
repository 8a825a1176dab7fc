import { isRefusal, type Refusal, refuse } from '../../protocol/model/refusal';
import { messageStatus } from '../../protocol/tables/dm2/status-codes';
import { type DeviceMessage, refused } from './device-message';
import type { DM2Server } from './dm2-server';
import type { DeviceAccount } from './dm2-server-config';
import type { Identified } from './procedures';

/** The device is who it says it is where its credentials speak for it. @see dm2.md 9, B.1 step 3, B.2 step 5 */
export function identifyDevice(server: DM2Server, message: DeviceMessage): Identified {
  const { procedures, devices } = server;
  const { deviceID } = message;
  if (isRefusal(deviceID)) return refused(deviceID);
  const authenticated = procedures.authenticate(server, message.credentials);
  if (authenticated.kind === 'refused') return authenticated;
  const device = procedures.speaksFor(authenticated.account, deviceID) ? devices.get(deviceID) : undefined;
  return device === undefined ? refused(procedures.refuseDevice(deviceID)) : { kind: 'identified', device };
}

export function speaksFor({ deviceIDs }: DeviceAccount, deviceID: string): boolean {
  return deviceIDs.includes(deviceID);
}

export function refuseDevice(deviceID: string): Refusal {
  return refuse(
    messageStatus('FORBIDDEN'),
    `expected credentials that speak for ${deviceID}, found others`,
    'dm2.md 3.7',
  );
}

import type { DM2Management } from '../../config/dm2';
import type { DM2Account } from './account';

/** The account of the first device, as a target description has it. */
export function accountOf({ serverID, deviceID, user, password, secret, data }: DM2Management): DM2Account {
  const octets = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
  return { serverID, deviceID, user, password, notification: { secret: octets(secret), data: octets(data) } };
}

/** Of the second device of a server; it is never notified. */
export function otherAccountOf(dm2: DM2Management): DM2Account | undefined {
  return dm2.otherDevice && { ...accountOf(dm2), ...dm2.otherDevice };
}

/** What must not be read in any evidence. */
export function dm2Secrets({ password, otherDevice, pushPassword }: DM2Management): readonly string[] {
  return [password, otherDevice?.password, pushPassword].flatMap((secret) => secret ?? []);
}

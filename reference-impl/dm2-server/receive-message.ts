import { isRefusal } from '../../protocol/model/refusal';
import {
  type DeviceMessage,
  type DevicePackage,
  type RoundPlace,
  refused,
  type ServerReply,
} from './device-message';
import type { DM2Server, ManagedDevice } from './dm2-server';
import { nobodyWaits } from './find-round';

/** Who it is comes before what it says, so that nobody without credentials makes the server read. @see dm2.md 3.7 */
export async function receiveMessage(server: DM2Server, message: DeviceMessage): Promise<ServerReply> {
  const identified = server.procedures.identifyDevice(server, message);
  if (identified.kind === 'refused') return identified;
  const received = await message.read();
  if (isRefusal(received)) return refused(received);
  const { place } = message;
  return server.procedures.receivePackage(server, identified.device, {
    message: received,
    ...(place && { place }),
  });
}

/** Sessions are not opened where results go. @see dm2.md 3.7 */
export function receivePackage(
  server: DM2Server,
  device: ManagedDevice,
  { message, place }: { readonly message: DevicePackage; readonly place?: RoundPlace },
): ServerReply {
  const { procedures } = server;
  if (message.kind === 'response') {
    const { response } = message;
    return procedures.continueSession(server, device, { response, ...(place && { place }) });
  }
  if (place !== undefined) return nobodyWaits('a session is not opened where its results go');
  return procedures.openSession(server, device, message.initiation);
}

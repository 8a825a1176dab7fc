import { wakeUp } from '../syncml/client-wake-up';
import type { ReceivedNotification } from '../syncml/envelope';
import type { Device } from './device';

/** Package 0 of a server that the device knows opens a session; everything else is ignored. @see DM_Notification 6.1 */
export function receiveNotification({ side }: Device, received: ReceivedNotification): void {
  void wakeUp(side, received);
}

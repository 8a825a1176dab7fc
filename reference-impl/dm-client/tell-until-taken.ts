import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { Clock } from '../runtime/clock';
import type { PendingAlert } from '../syncml/client-draft';
import type { ClientParty } from '../syncml/client-party';
import { tellAlert } from '../syncml/client-side';
import type { Device } from './device';

/** Tells an alert, and again a while later where nobody seems to have heard it. @see DM_Protocol 2.3.7 */
export async function tellUntilTaken(device: Device, party: ClientParty, alert: PendingAlert): Promise<void> {
  const { side, config, procedures } = device;
  device.telling += 1;
  for (let repeats = 0; repeats <= config.limits.alertRepeats; repeats += 1) {
    if (repeats > 0) await wait(side.ports.clock, config.limits.alertInterval);
    if (!procedures.isWorthRepeating(await tellAlert(side, party, alert))) break;
  }
  device.telling -= 1;
}

function wait(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => clock.after(milliseconds, resolve));
}

const NOT_ABOUT_THE_ALERT = [
  statusCode('INVALID_CREDENTIALS'),
  statusCode('MISSING_CREDENTIALS'),
  statusCode('REQUEST_TIMEOUT'),
  statusCode('COMMAND_FAILED'),
];

/** A server that has refused the alert itself will refuse it again. @see DM_Protocol 2.3.7 */
export function isWorthRepeating(status: number | undefined): boolean {
  return status === undefined || NOT_ABOUT_THE_ALERT.includes(status);
}

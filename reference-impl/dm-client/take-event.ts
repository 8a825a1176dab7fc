import { ALERT_CODES } from '../../protocol/tables/syncml/alert-codes';
import type { PendingAlert } from '../syncml/client-draft';
import type { ClientParty } from '../syncml/client-party';
import { openOwnSession } from '../syncml/client-side';
import type { Device } from './device';
import type { DeviceEvent, EventAlert } from './device-event';

const ABORT = 'abort';

/** An event opens a session of the device's own, or ends the one that is open. @see DM_Protocol 2.3.1, 2.3.3 */
export function takeEvent(device: Device, event: DeviceEvent): boolean {
  const { procedures, side, config } = device;
  const party = procedures.serverOfEvent(device, event);
  if (party === undefined) return false;
  if (event.event === ABORT) return abort(party);
  if (event.alert === undefined) return openOwnSession(side, party) !== undefined;
  if (device.telling >= config.limits.waitingAlerts) return false;
  void procedures.tellUntilTaken(device, party, procedures.alertOfEvent(event.alert));
  return true;
}

function abort({ current }: ClientParty): boolean {
  if (current === undefined) return false;
  current.isAbortWanted = true;
  return true;
}

export function serverOfEvent({ side, config }: Device, { server }: DeviceEvent): ClientParty | undefined {
  const serverID = server ?? config.servers[0]?.serverID;
  return serverID === undefined ? undefined : side.parties.get(serverID);
}

export function alertOfEvent(alert: EventAlert): PendingAlert {
  const { type, format = 'chr', mark, source, data = '', correlator } = alert;
  const meta = { type, format, ...(mark !== undefined && { mark }) };
  return {
    code: ALERT_CODES.GENERIC_ALERT,
    ...(correlator !== undefined && { correlator }),
    items: [{ ...(source !== undefined && { source: { uri: source } }), meta, data }],
  };
}

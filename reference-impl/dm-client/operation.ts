import { ALERT_CODES } from '../../protocol/tables/syncml/alert-codes';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import { uriOf } from '../management-tree/node';
import type { PendingAlert } from '../syncml/client-draft';
import type { Device } from './device';
import type { Operating } from './procedures';

/** What the device does when a server executes one of its operations. @see DM_RepPro 4.1.6.6 */
export function carryOutOperation(device: Device, operating: Operating): number {
  const { side, procedures, config } = device;
  const { operation, execution } = operating;
  if (operation.duration === 0) return statusCode('OK');
  if (device.telling >= config.limits.waitingAlerts) return statusCode('COMMAND_FAILED');
  const party = side.parties.get(execution.by);
  side.ports.clock.after(operation.duration, () => {
    if (party !== undefined)
      void procedures.tellUntilTaken(device, party, procedures.alertOfOperation(operating));
  });
  return statusCode('ACCEPTED_FOR_PROCESSING');
}

/** @see DM_Protocol 2.3.7.1 */
const OPERATION_FINISHED = 'Reversed-Domain-Name: com.flowproof.operation.finished';

export function alertOfOperation({ execution }: Operating): PendingAlert {
  const { correlator, node } = execution;
  const meta = { type: OPERATION_FINISHED, format: 'chr' };
  return {
    code: ALERT_CODES.GENERIC_ALERT,
    ...(correlator !== undefined && { correlator }),
    items: [{ source: { uri: uriOf(node) }, meta, data: String(statusCode('OK')) }],
  };
}

import { ALERT_CODES, RESULT_AGGREGATION_ALERT } from '../../protocol/tables/syncml/alert-codes';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { Clock } from '../runtime/clock';
import type { PendingAlert } from '../syncml/client-draft';
import type { DmGateway } from './dm-gateway';
import type { FanOutRun } from './fan-out-run';

/** The alert with which the server learns that the results are there. @see GFO step 7 */

/** Nobody is told of results that the server has deleted already. */
export async function reportRun(gateway: DmGateway, run: FanOutRun): Promise<boolean> {
  const { procedures, ports, config } = gateway;
  const alert = procedures.alertOf(gateway, run);
  for (let repeats = 0; repeats <= config.limits.alertRepeats; repeats += 1) {
    if (repeats > 0) await wait(ports.clock, config.limits.alertInterval);
    if (gateway.nodes.childrenOf(run.resultsURI) === undefined) return false;
    const status = await ports.report(procedures.addresseeOf(run), alert);
    if (procedures.isAlertTaken(status)) return true;
  }
  return false;
}

function wait(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => clock.after(milliseconds, resolve));
}

export function addresseeOf({ order }: FanOutRun): string {
  return order.orderedBy;
}

/** @see DM_Protocol 2.3.7.1 */
export function alertOf({ procedures }: DmGateway, run: FanOutRun): PendingAlert {
  const correlator = procedures.correlatorOf(run);
  const source = { uri: procedures.resultsAddressOf(run) };
  const meta = { type: procedures.alertType(), format: 'chr' };
  return {
    code: ALERT_CODES.GENERIC_ALERT,
    ...(correlator !== undefined && { correlator }),
    items: [{ source, meta, data: '' }],
  };
}

/** @see OMNA DM alert types */
export function alertType(): string {
  return RESULT_AGGREGATION_ALERT;
}

/** @see DM_RepPro 4.1.6.2 */
export function correlatorOf({ order }: FanOutRun): string | undefined {
  return order.correlator;
}

export function resultsAddressOf({ resultsURI }: FanOutRun): string {
  return resultsURI;
}

/** @see DM_Protocol 2.3.7 */
export function isAlertTaken(status: number | undefined): boolean {
  return status === statusCode('OK') || status === statusCode('ACCEPTED_FOR_PROCESSING');
}

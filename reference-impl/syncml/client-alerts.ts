import type { SyncMLMessage } from '../../protocol/model/syncml-message';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { PendingAlert } from './client-draft';
import type { ClientSession } from './client-session-state';

/** What became of the alerts that a client told. A status that refers to no alert says nothing. @see DM_Protocol 2.3.7 */
export function settleAlerts(session: ClientSession, { commands }: SyncMLMessage): void {
  for (const status of commands) {
    if (status.kind !== 'Status' || status.code === statusCode('CHUNKED_ITEM_ACCEPTED')) continue;
    const alert = session.told.get(`${status.messageReference ?? session.sent}/${status.commandReference}`);
    if (alert !== undefined) session.alertStatuses.get(alert)?.push(status.code);
  }
}

const TAKEN = [statusCode('OK'), statusCode('ACCEPTED_FOR_PROCESSING')];

/** One status for all items, or one for each. @see DM_Protocol 2.3.7.1 */
export function isAlertConfirmed(statuses: readonly number[]): boolean {
  return statuses.length > 0 && statuses.every((code) => TAKEN.includes(code));
}

export interface ToldAlert {
  readonly alert: PendingAlert;
  readonly isConfirmed: boolean;
  /** What the server said of it; empty where it said nothing. */
  readonly statuses: readonly number[];
}

export function toldAlerts(session: ClientSession): readonly ToldAlert[] {
  return session.alerts.map((alert) => {
    const statuses = session.alertStatuses.get(alert) ?? [];
    return { alert, statuses, isConfirmed: session.procedures.isAlertConfirmed(statuses) };
  });
}

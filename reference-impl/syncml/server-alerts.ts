import type { AlertCommand } from '../../protocol/model/syncml-command';
import type { SyncMLMessage } from '../../protocol/model/syncml-message';
import { ALERT_CODES } from '../../protocol/tables/syncml/alert-codes';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import { type ServerSession, UNNUMBERED } from './server-session-state';

/** Alerts between a device and a server. @see DM_RepPro 4.2, DM_Protocol 2.3.7 */

const OF_THE_PROTOCOL: readonly number[] = [
  ALERT_CODES.SERVER_INITIATED_MANAGEMENT,
  ALERT_CODES.CLIENT_INITIATED_MANAGEMENT,
  ALERT_CODES.NEXT_MESSAGE,
  ALERT_CODES.SESSION_ABORT,
  ALERT_CODES.NO_END_OF_DATA,
];

const OF_THE_DEVICE: readonly number[] = [ALERT_CODES.CLIENT_EVENT, ALERT_CODES.GENERIC_ALERT];

/** Those that ask a user are for a server to send. @see DM_Protocol 2.5 */
export async function codeOfAlert(session: ServerSession, alert: AlertCommand): Promise<number> {
  const { code } = alert;
  if (code === undefined) return statusCode('INCOMPLETE_COMMAND');
  if (code === ALERT_CODES.NO_END_OF_DATA) leaveObject(session);
  if (OF_THE_PROTOCOL.includes(code)) return statusCode('OK');
  if (!OF_THE_DEVICE.includes(code)) return statusCode('OPTIONAL_FEATURE_NOT_SUPPORTED');
  const fault = session.procedures.alertFault(alert);
  return fault ?? session.work.alerted(alert).catch(() => statusCode('COMMAND_FAILED'));
}

/** The device misses the end of an object, so it has none of it. @see DM_Protocol 2.2 */
function leaveObject(session: ServerSession): void {
  session.queue = session.queue.filter(({ isRest }) => isRest === undefined);
}

/** Each item tells of one event, and has to say which. The format is `chr` where it does not say. @see DM_Protocol 2.3.7 */
export function alertFault({ items }: AlertCommand): number | undefined {
  const isComplete = items.length > 0 && items.every(({ meta }) => (meta?.type ?? '') !== '');
  return isComplete ? undefined : statusCode('INCOMPLETE_COMMAND');
}

export function isAbort({ commands }: SyncMLMessage): boolean {
  return commands.some((command) => command.kind === 'Alert' && command.code === ALERT_CODES.SESSION_ABORT);
}

export function nextMessageAlert(): AlertCommand {
  return alertOf(ALERT_CODES.NEXT_MESSAGE);
}

export function abortAlert(): AlertCommand {
  return alertOf(ALERT_CODES.SESSION_ABORT);
}

function alertOf(code: number): AlertCommand {
  return { kind: 'Alert', commandID: UNNUMBERED, code, items: [] };
}

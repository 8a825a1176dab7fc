import type { AlertCommand, ItemsCommand } from '../../protocol/model/syncml-command';
import { ALERT_CODES } from '../../protocol/tables/syncml/alert-codes';
import { type Draft, NOT_NUMBERED } from './client-draft';
import type { ClientSession } from './client-session-state';

/** Package 1: why the session is there, what the device has to tell, and which device it is. @see DM_Protocol 2.3.3 */
export function firstPackage(session: ClientSession): readonly Draft[] {
  const { procedures } = session;
  return [
    { command: procedures.sessionAlert(session) },
    ...procedures.pendingAlerts(session),
    { command: procedures.deviceInformation(session) },
  ];
}

export function sessionAlert({ initiator }: ClientSession): AlertCommand {
  const { SERVER_INITIATED_MANAGEMENT, CLIENT_INITIATED_MANAGEMENT } = ALERT_CODES;
  const code = initiator === 'server' ? SERVER_INITIATED_MANAGEMENT : CLIENT_INITIATED_MANAGEMENT;
  return { kind: 'Alert', commandID: NOT_NUMBERED, code, items: [] };
}

export function pendingAlerts({ alerts }: ClientSession): readonly Draft[] {
  return alerts.map((alert) => ({ command: { kind: 'Alert', commandID: NOT_NUMBERED, ...alert }, alert }));
}

export function deviceInformation({ deviceInformation: items }: ClientSession): ItemsCommand {
  return { kind: 'Replace', commandID: NOT_NUMBERED, items };
}

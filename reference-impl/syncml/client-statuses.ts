import type { ResultsCommand, StatusCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import { type Item, octetsOf } from '../../protocol/model/syncml-item';
import { type SyncMLStatusName, statusCode } from '../../protocol/tables/syncml/status-codes';
import type { Performed, PerformedStatus } from '../management-tree/performed';
import { type Draft, NOT_NUMBERED } from './client-draft';
import type { ClientSession } from './client-session-state';

/** What a client says of a command: its status or statuses, then what was found. @see RepPro StatusType */
export function answerOf(
  session: ClientSession,
  performed: Performed,
  messageReference: number,
): readonly Draft[] {
  const { procedures } = session;
  const sayable = procedures.withinObjectSize(session, performed);
  const statuses = procedures.statusesOfCommand(sayable, messageReference);
  const results = procedures.resultsOfCommand(sayable, messageReference);
  if (results !== undefined && !isWritable(session, results))
    return answerOf(session, refusedWith('UNSUPPORTED_MEDIA_TYPE_OR_FORMAT', performed), messageReference);
  return [...statuses, ...(results === undefined ? [] : [results])].map((command) => ({ command }));
}

/** Whether the serialization of the session can carry what was found. */
function isWritable(session: ClientSession, results: ResultsCommand): boolean {
  const header = session.procedures.clientHeader(session, {});
  return (
    session.ports.sizeOf({ header, commands: [{ ...results, commandID: '1' }], final: true }) !== undefined
  );
}

function refusedWith(status: SyncMLStatusName, performed: Performed): Performed {
  return { ...performed, statuses: [{ code: statusCode(status) }], found: [] };
}

/** A single status for several items names none of them. */
export function statusesOfCommand(performed: Performed, messageReference: number): readonly StatusCommand[] {
  const { command, statuses } = performed;
  const items = 'items' in command ? command.items : [];
  const only = items.length === 1 ? items[0] : undefined;
  return statuses.map(({ code, item = only, details = [] }: PerformedStatus) => ({
    kind: 'Status',
    commandID: NOT_NUMBERED,
    messageReference,
    commandReference: command.commandID,
    command: nameOf(command),
    targetReferences: item?.target === undefined ? [] : [item.target.uri],
    sourceReferences: item?.source === undefined ? [] : [item.source.uri],
    code,
    items: details,
  }));
}

function nameOf(command: SyncMLCommand): string {
  return command.kind === 'NotInDM' ? command.command : command.kind;
}

export function resultsOfCommand(performed: Performed, messageReference: number): ResultsCommand | undefined {
  const { command, found } = performed;
  if (found.length === 0) return undefined;
  return {
    kind: 'Results',
    commandID: NOT_NUMBERED,
    messageReference,
    commandReference: command.commandID,
    items: found,
  };
}

/** @see DM_Protocol 2.2, DM_RepPro 4.1.6.6 */
export function withinObjectSize({ peerObjectSize }: ClientSession, performed: Performed): Performed {
  if (peerObjectSize === undefined) return performed;
  const isTooLarge = ({ data }: Item): boolean =>
    data !== undefined && octetsOf(data).length > peerObjectSize;
  if (!performed.found.some(isTooLarge)) return performed;
  return refusedWith('REQUEST_ENTITY_TOO_LARGE', performed);
}

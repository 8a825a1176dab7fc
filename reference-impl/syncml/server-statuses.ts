import type { StatusCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import { allCommands } from '../../protocol/model/syncml-identifiers';
import type { SyncMLMessage } from '../../protocol/model/syncml-message';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import { UNNUMBERED } from './server-session-state';

/** Statuses as the server side writes them. @see DM_RepPro 4.1.6.14 */

export function statusFor(message: SyncMLMessage, command: SyncMLCommand, code: number): StatusCommand {
  return {
    kind: 'Status',
    commandID: UNNUMBERED,
    messageReference: message.header.messageID,
    commandReference: command.commandID,
    command: command.kind === 'NotInDM' ? command.command : command.kind,
    targetReferences: [],
    sourceReferences: [],
    code,
    items: [],
  };
}

/** The same for every command that can have a status, those inside of others too. */
export function statusesFor(message: SyncMLMessage, code: number): readonly StatusCommand[] {
  return [...allCommands(message.commands)]
    .filter(({ kind }) => kind !== 'Status')
    .map((command) => statusFor(message, command, code));
}

/** The command has the code; what is inside of it was not looked at. */
export function statusesWithin(
  message: SyncMLMessage,
  command: SyncMLCommand,
  code: number,
): readonly StatusCommand[] {
  const [, ...inside] = allCommands([command]);
  const notExecuted = statusCode('NOT_EXECUTED');
  return [
    statusFor(message, command, code),
    ...inside.filter(isAnswerable).map((contained) => statusFor(message, contained, notExecuted)),
  ];
}

/** Whatever a status or results say, wherever they stand, needs no status. @see DM_RepPro 4.1.6.12 */
function isAnswerable({ kind }: SyncMLCommand): boolean {
  return kind !== 'Status' && kind !== 'Results';
}

import type { ResultsCommand, StatusCommand, SyncMLCommand } from '../../../protocol/model/syncml-command';
import { allCommands } from '../../../protocol/model/syncml-identifiers';
import type { SyncMLMessage } from '../../../protocol/model/syncml-message';
import { ALERT_CODES } from '../../../protocol/tables/syncml/alert-codes';
import { statusOf, UNNUMBERED } from './command-building';
import type { MessageArrival } from './syncml-messages';
import type { Answered } from './tester-tree';

/** What a client says to the commands of one message. */
export interface Answers {
  readonly statuses: readonly StatusCommand[];
  readonly results: readonly ResultsCommand[];
}

/** Statuses in the order of the commands, and behind them what Gets found. @see DM_RepPro 4.1.6.12 */
export function answersTo(messageReference: number, answered: readonly Answered[]): Answers {
  const statuses = answered.map(({ command, code }) => statusOf(messageReference, command, code));
  const results = answered.flatMap(({ command, found }): ResultsCommand[] => {
    if (found.length === 0) return [];
    const reference = { messageReference, commandReference: command.commandID };
    return [{ kind: 'Results', commandID: UNNUMBERED, ...reference, items: found }];
  });
  return { statuses, results };
}

/** To a server that has not proved itself: the code of the header for each command. @see DM_Protocol 2.4.1 */
export function refusals({ message }: MessageArrival, code: number): Answers {
  const refused = [...allCommands(message.commands)].filter(isForClient);
  return {
    statuses: refused.map((command) => statusOf(message.header.messageID, command, code)),
    results: [],
  };
}

/** Whether there is something in a message that a client answers. @see DM_Protocol 2.3.4 */
export function carriesWork({ commands }: SyncMLMessage): boolean {
  return commands.some((command) => isForClient(command));
}

function isForClient(command: SyncMLCommand): boolean {
  if (command.kind === 'Alert') return command.code !== ALERT_CODES.NEXT_MESSAGE;
  return command.kind !== 'Status' && command.kind !== 'Results';
}

export function hasAlert({ commands }: SyncMLMessage, code: number): boolean {
  return commands.some((command) => command.kind === 'Alert' && command.code === code);
}

import type {
  AlertCommand,
  ItemsCommand,
  StatusCommand,
  SyncMLCommand,
} from '../../../protocol/model/syncml-command';
import type { Item } from '../../../protocol/model/syncml-item';

/** Commands as testers write them. They get their identifiers when they are put into a message. */

/** Stands for the identifier that a command gets with its message. */
export const UNNUMBERED = '';

export function alert(code: number, items: readonly Item[] = [], correlator?: string): AlertCommand {
  return {
    kind: 'Alert',
    commandID: UNNUMBERED,
    code,
    ...(correlator !== undefined && { correlator }),
    items,
  };
}

/** A command on nodes, each with its value where it has one. */
export function onNodes(
  kind: ItemsCommand['kind'],
  ...nodes: readonly (readonly [string, string?])[]
): ItemsCommand {
  const items = nodes.map(([uri, data]): Item => ({ target: { uri }, ...(data !== undefined && { data }) }));
  return { kind, commandID: UNNUMBERED, items };
}

/** The status of a command of the message with this number. */
export function statusOf(messageReference: number, command: SyncMLCommand, code: number): StatusCommand {
  return {
    kind: 'Status',
    commandID: UNNUMBERED,
    messageReference,
    commandReference: command.commandID,
    command: command.kind === 'NotInDM' ? command.command : command.kind,
    targetReferences: [],
    sourceReferences: [],
    code,
    items: [],
  };
}

/** Gives every command that has none an identifier of its own, from 1 on, those inside of others too. */
export function numbered(commands: readonly SyncMLCommand[]): readonly SyncMLCommand[] {
  let last = 0;
  const number = (command: SyncMLCommand): SyncMLCommand => {
    last += 1;
    const commandID = command.commandID === UNNUMBERED ? String(last) : command.commandID;
    if (command.kind !== 'Atomic' && command.kind !== 'Sequence') return { ...command, commandID };
    return { ...command, commandID, commands: command.commands.map(number) };
  };
  return commands.map(number);
}

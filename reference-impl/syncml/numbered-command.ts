import type { SyncMLCommand } from '../../protocol/model/syncml-command';

/** A command with an identifier, and so each command inside of it; a group comes before what it holds. */
export function numbered(command: SyncMLCommand, next: () => string): SyncMLCommand {
  const commandID = next();
  if (command.kind !== 'Atomic' && command.kind !== 'Sequence') return { ...command, commandID };
  return { ...command, commandID, commands: command.commands.map((inside) => numbered(inside, next)) };
}

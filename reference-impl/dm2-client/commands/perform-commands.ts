import type { DM2Command, UnperformableCommand } from '../../../protocol/model/dm2-command';
import type { CommandResult } from '../../../protocol/model/dm2-package';
import { isRefusal, type Refusal } from '../../../protocol/model/refusal';
import { commandStatus } from '../../../protocol/tables/dm2/status-codes';
import type { Performance } from '../dm2-client';

/** One result per command, in their order, whatever becomes of the others. @see dm2.md 3.3 */
export async function performCommands(
  performance: Performance,
  commands: readonly DM2Command[],
): Promise<readonly CommandResult[]> {
  const results: CommandResult[] = [];
  for (const command of commands) results.push(await resultOf(performance, command));
  return results;
}

async function resultOf(performance: Performance, command: DM2Command): Promise<CommandResult> {
  try {
    const outcome = await performance.client.procedures.performCommand(performance, command);
    return isRefusal(outcome) ? { status: outcome.status } : outcome;
  } catch {
    return { status: commandStatus('INTERNAL_ERROR') };
  }
}

export async function performCommand(
  performance: Performance,
  command: DM2Command,
): Promise<CommandResult | Refusal> {
  const { procedures } = performance.client;
  switch (command.verb) {
    case 'HGET':
      return procedures.fetchData(performance, command);
    case 'HPUT':
    case 'HPOST':
      return procedures.sendData(performance, command);
    case 'DELETE':
      return procedures.deleteNodes(performance, command.clientURI);
    case 'EXEC':
      return procedures.executeNode(performance, command);
    case 'GET':
      return procedures.reportNodes(performance, command.clientURI);
    case 'SHOW':
      return procedures.showPage(performance, command.serverURI);
    case 'CONT':
      return procedures.continueElsewhere(performance, command.serverURI);
    case 'DEFAULT':
      return procedures.rememberDefault(performance, command);
    case 'SUB':
      return procedures.subscribe(performance, command);
    case 'UNSUB':
      return procedures.unsubscribe(performance, command.clientURI);
    case 'unperformable':
      return { status: procedures.statusOfUnperformable(command) };
    case 'END':
      return DONE;
  }
}

export const DONE: CommandResult = { status: commandStatus('OK') };

export function statusOfUnperformable({ status }: UnperformableCommand): number {
  return status;
}

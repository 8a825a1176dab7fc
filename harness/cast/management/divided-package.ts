import type { ItemsCommand, ResultsCommand, SyncMLCommand } from '../../../protocol/model/syncml-command';
import type { Item } from '../../../protocol/model/syncml-item';
import type { Habits } from './habits';

/** The commands of a package by the messages that carry them. */
export type Package = readonly (readonly SyncMLCommand[])[];

type Division = Pick<Habits, 'messagesPerPackage' | 'partLength' | 'sizeError' | 'breaksOff'>;

/**
 * Divides a package into messages: large objects into parts that follow each other, one per message, and the rest as
 * evenly as it comes. @see DM_Protocol 2.1.2, 2.2
 */
export function dividedPackage(commands: readonly SyncMLCommand[], division: Division): Package {
  const messages: SyncMLCommand[][] = [[]];
  let isDivided = false;
  for (const command of commands) {
    const parts = partsOf(command, division);
    const [first, ...others] = parts;
    isDivided ||= first !== command;
    if (first !== undefined) messages.at(-1)?.push(first);
    for (const part of others) messages.push([part]);
  }
  return isDivided ? messages : evenly(commands, division.messagesPerPackage);
}

function evenly(commands: readonly SyncMLCommand[], messages: number): Package {
  const length = Math.max(1, Math.ceil(commands.length / messages));
  return Array.from({ length: messages }, (_, at) => commands.slice(at * length, (at + 1) * length));
}

function partsOf(command: SyncMLCommand, division: Division): readonly SyncMLCommand[] {
  if (command.kind !== 'Results' && command.kind !== 'Add' && command.kind !== 'Replace') return [command];
  const [item, second] = command.items;
  const text = typeof item?.data === 'string' ? item.data : '';
  if (item === undefined || second !== undefined || text.length <= division.partLength) return [command];
  const count = Math.ceil(text.length / division.partLength);
  const parts = Array.from({ length: count }, (_, at) => partOf(command, item, text, at, division));
  return division.breaksOff ? parts.slice(0, -1) : parts;
}

/** Size is said once, with the first part. @see DM_Protocol 2.2 */
function partOf(
  command: ItemsCommand | ResultsCommand,
  item: Item,
  text: string,
  at: number,
  { partLength, sizeError }: Division,
): SyncMLCommand {
  const data = text.slice(at * partLength, (at + 1) * partLength);
  const isLast = (at + 1) * partLength >= text.length;
  const size = at === 0 ? { size: text.length + sizeError } : {};
  const part = {
    ...item,
    meta: { ...item.meta, ...size },
    data,
    ...(!isLast && { moreData: true as const }),
  };
  return { ...command, items: [part] };
}

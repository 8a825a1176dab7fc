import type {
  AlertCommand,
  CommandNotInDM,
  ExecCommand,
  GroupCommand,
  ItemsCommand,
  ResultsCommand,
  StatusCommand,
  SyncMLCommand,
} from '../../model/syncml-command';
import { type ElementReader, present } from './element-reader';
import { readChallenge, readItem, readMeta } from './item-reader';

/**
 * Reads commands by the name of their element. Nesting is bounded by the depth that was read. An element that SyncML does
 * not know is no command, and what holds it is refused, for nobody can say what it would have done.
 * @see DM_RepPro 4.1.6
 */
type Reader = (reader: ElementReader) => SyncMLCommand | undefined;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...(['Add', 'Copy', 'Delete', 'Get', 'Replace'] as const).map((kind) => entry(kind, readItems)),
  ...(['Atomic', 'Sequence'] as const).map((kind) => entry(kind, readGroup)),
  ...(['Map', 'Put', 'Search', 'Sync', 'Move'] as const).map((kind) => entry(kind, readOther)),
  ['Exec', readExec],
  ['Alert', readAlert],
  ['Status', readStatus],
  ['Results', readResults],
]);

function entry<K>(
  kind: K & string,
  read: (kind: K, reader: ElementReader) => SyncMLCommand,
): [string, Reader] {
  return [kind, (reader) => read(kind, reader)];
}

/** The commands among the children, in their order; `others` are the names that may stand beside them. */
export function readCommands(reader: ElementReader, others: ReadonlySet<string>): SyncMLCommand[] {
  const commands: SyncMLCommand[] = [];
  if (reader.hasLooseText) reader.place.refuse('wrong-shape', 'expected commands, found text beside them');
  for (const child of reader.children()) {
    if (!reader.place.sound) break;
    if (others.has(child.name)) continue;
    const read = child.isSyncML ? READERS.get(child.name) : undefined;
    if (read === undefined)
      child.place.refuse('unknown-parameter', `expected a command, found ${child.name}`);
    const command = read?.(child);
    if (command !== undefined) commands.push(command);
  }
  return commands;
}

function identifierOf(reader: ElementReader): string {
  return reader.one('CmdID')?.word ?? '';
}

function readItems(kind: ItemsCommand['kind'], reader: ElementReader): ItemsCommand {
  return { kind, commandID: identifierOf(reader), ...metaOf(reader), items: itemsOf(reader) };
}

function metaOf(reader: ElementReader): Pick<ItemsCommand, 'meta'> {
  return present({ meta: readMeta(reader.one('Meta')) });
}

function itemsOf(reader: ElementReader): ItemsCommand['items'] {
  return reader.all('Item').map(readItem);
}

function correlatorOf(reader: ElementReader): Pick<ExecCommand, 'correlator'> {
  return present({ correlator: reader.one('Correlator')?.text });
}

function readExec(reader: ElementReader): ExecCommand {
  const commandID = identifierOf(reader);
  return { kind: 'Exec', commandID, ...metaOf(reader), ...correlatorOf(reader), items: itemsOf(reader) };
}

function readAlert(reader: ElementReader): AlertCommand {
  const code = present({ code: reader.one('Data')?.number });
  const commandID = identifierOf(reader);
  return { kind: 'Alert', commandID, ...code, ...correlatorOf(reader), items: itemsOf(reader) };
}

const BESIDE_GROUPED: ReadonlySet<string> = new Set(['CmdID', 'NoResp', 'Meta']);

function readGroup(kind: GroupCommand['kind'], reader: ElementReader): GroupCommand {
  const commands = readCommands(reader, BESIDE_GROUPED);
  return { kind, commandID: identifierOf(reader), ...metaOf(reader), commands };
}

function readOther(command: CommandNotInDM['command'], reader: ElementReader): CommandNotInDM {
  return { kind: 'NotInDM', command, commandID: identifierOf(reader) };
}

function readStatus(reader: ElementReader): StatusCommand | undefined {
  const commandReference = reader.need('CmdRef')?.word;
  const command = reader.need('Cmd')?.word;
  const code = reader.need('Data')?.number;
  if (commandReference === undefined || command === undefined || code === undefined) return undefined;
  return {
    kind: 'Status',
    commandID: identifierOf(reader),
    ...present({ messageReference: reader.one('MsgRef')?.number }),
    commandReference,
    command,
    targetReferences: reader.all('TargetRef').flatMap((reference) => reference.word ?? []),
    sourceReferences: reader.all('SourceRef').flatMap((reference) => reference.word ?? []),
    ...present({ challenge: readChallenge(reader.one('Chal')) }),
    code,
    items: itemsOf(reader),
  };
}

function readResults(reader: ElementReader): ResultsCommand | undefined {
  const commandReference = reader.need('CmdRef')?.word;
  if (commandReference === undefined) return undefined;
  return {
    kind: 'Results',
    commandID: identifierOf(reader),
    ...present({ messageReference: reader.one('MsgRef')?.number }),
    commandReference,
    ...metaOf(reader),
    ...present({
      targetReference: reader.one('TargetRef')?.word,
      sourceReference: reader.one('SourceRef')?.word,
    }),
    items: itemsOf(reader),
  };
}

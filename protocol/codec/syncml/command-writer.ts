import type {
  AlertCommand,
  ExecCommand,
  GroupCommand,
  ItemsCommand,
  ResultsCommand,
  StatusCommand,
  SyncMLCommand,
} from '../../model/syncml-command';
import { UnencodableError } from '../unencodable';
import { writeChallenge, writeItem, writeMeta } from './item-writer';
import { element, numberText, optional, type WrittenElement } from './wire-element';

/** Writes a command in the order of the DTD. A command without an identifier is not written. @see RepPro DTD */
export function writeCommand(command: SyncMLCommand): WrittenElement {
  switch (command.kind) {
    case 'Alert':
      return writeAlert(command);
    case 'Exec':
      return writeExec(command);
    case 'Atomic':
    case 'Sequence':
      return writeGroup(command);
    case 'Status':
      return writeStatus(command);
    case 'Results':
      return writeResults(command);
    case 'NotInDM':
      return element(command.command, [identifierOf(command)]);
    default:
      return writeItems(command);
  }
}

function identifierOf(command: SyncMLCommand): WrittenElement {
  if (command.commandID !== '') return element('CmdID', command.commandID);
  throw new UnencodableError(
    `${command.kind} has no CmdID: every command needs one that is unique in its message`,
  );
}

function writeItems(command: ItemsCommand): WrittenElement {
  const { kind, meta, items } = command;
  return element(kind, [identifierOf(command), ...optional(meta, writeMeta), ...items.map(writeItem)]);
}

function writeExec(command: ExecCommand): WrittenElement {
  return element('Exec', [
    identifierOf(command),
    ...optional(command.meta, writeMeta),
    ...optional(command.correlator, (text) => element('Correlator', text)),
    ...command.items.map(writeItem),
  ]);
}

function writeAlert(command: AlertCommand): WrittenElement {
  return element('Alert', [
    identifierOf(command),
    ...optional(command.code, (code) => element('Data', numberText('Data', code))),
    ...optional(command.correlator, (text) => element('Correlator', text)),
    ...command.items.map(writeItem),
  ]);
}

function writeGroup(command: GroupCommand): WrittenElement {
  const { kind, meta, commands } = command;
  return element(kind, [identifierOf(command), ...optional(meta, writeMeta), ...commands.map(writeCommand)]);
}

function writeStatus(command: StatusCommand): WrittenElement {
  return element('Status', [
    identifierOf(command),
    ...optional(command.messageReference, (number) => element('MsgRef', numberText('MsgRef', number))),
    element('CmdRef', command.commandReference),
    element('Cmd', command.command),
    ...command.targetReferences.map((uri) => element('TargetRef', uri)),
    ...command.sourceReferences.map((uri) => element('SourceRef', uri)),
    ...optional(command.challenge, writeChallenge),
    element('Data', numberText('Data', command.code)),
    ...command.items.map(writeItem),
  ]);
}

function writeResults(command: ResultsCommand): WrittenElement {
  return element('Results', [
    identifierOf(command),
    ...optional(command.messageReference, (number) => element('MsgRef', numberText('MsgRef', number))),
    element('CmdRef', command.commandReference),
    ...optional(command.meta, writeMeta),
    ...optional(command.targetReference, (uri) => element('TargetRef', uri)),
    ...optional(command.sourceReference, (uri) => element('SourceRef', uri)),
    ...command.items.map(writeItem),
  ]);
}

import type { SyncMLCommand } from './syncml-command';
import type { SyncMLMessage } from './syncml-message';

/** What is wrong with the identifiers of a message that could be read. What to do about it is the receiver's affair. */
export interface IdentifierFinding {
  readonly kind: 'command-without' | 'command-zero' | 'command-repeated' | 'session-too-long';
  /** The identifier, empty where there is none. */
  readonly identifier: string;
}

/** @see SyncHdrType: a SessionID has at most 4 characters */
const SESSION_ID_LENGTH = 4;

/**
 * CmdID is there, unique in the message and never `0`, which stands for the header. Each finding is named once.
 * @see DM_RepPro 4.1.5.1, MS-MDM 2.2.3.2
 */
export function identifierFindings({ header, commands }: SyncMLMessage): readonly IdentifierFinding[] {
  const seen = new Set<string>();
  const findings = new Map<string, IdentifierFinding>();
  if (header.sessionID.length > SESSION_ID_LENGTH)
    findings.set('session', { kind: 'session-too-long', identifier: header.sessionID });
  for (const { commandID } of allCommands(commands)) {
    const kind = kindOf(commandID, seen);
    if (kind !== undefined) findings.set(`${kind} ${commandID}`, { kind, identifier: commandID });
    seen.add(commandID);
  }
  return [...findings.values()];
}

function kindOf(commandID: string, seen: ReadonlySet<string>): IdentifierFinding['kind'] | undefined {
  if (commandID === '') return 'command-without';
  if (commandID === '0') return 'command-zero';
  return seen.has(commandID) ? 'command-repeated' : undefined;
}

/** Every command in the order of the message, an Atomic or Sequence before what it holds. */
export function* allCommands(commands: readonly SyncMLCommand[]): Generator<SyncMLCommand> {
  for (const command of commands) {
    yield command;
    if (command.kind === 'Atomic' || command.kind === 'Sequence') yield* allCommands(command.commands);
  }
}

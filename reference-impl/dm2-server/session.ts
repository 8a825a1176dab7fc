import type { ManagementAlert } from '../../protocol/model/dm2-alert';
import type { DM2Command } from '../../protocol/model/dm2-command';
import type { CommandResult, SessionStart } from '../../protocol/model/dm2-package';
import type { CommandState, SessionState } from '../../protocol/model/dm2-session';
import type { ServerReply } from './device-message';
import type { ManagedDevice } from './dm2-server';

/** The resource of one management session, which is internal to the server. @see dm2.md 4.6, B.1 step 4, B.2 step 6 */
export interface Session {
  readonly sessionID: string;
  readonly device: ManagedDevice;
  readonly start: SessionStart;
  state: SessionState;
  /** Packages with commands that were sent; the last of them is the round that results are waited for. */
  rounds: number;
  readonly commands: SentCommand[];
  readonly alerts: ManagementAlert[];
  /** The commands of the last round. */
  waiting: readonly SentCommand[];
  /** The results that came last, and what they got: the same for the same. @see dm2.md 4.3 */
  answered?: { readonly round: number; readonly reply: ServerReply };
  /** When it was over. */
  endedAt?: number;
  /** Calls off the end that silence would bring. */
  callOffExpiry: () => void;
}

export interface SentCommand {
  readonly command: DM2Command;
  state: CommandState;
  result?: CommandResult;
}

/** The newest session wins, so no other can be open. @see dm2.md 4.5 */
export function openSessionOf({ sessions }: ManagedDevice): Session | undefined {
  const last = sessions.at(-1);
  return last?.state === 'open' ? last : undefined;
}

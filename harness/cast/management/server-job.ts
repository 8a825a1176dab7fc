import type { SyncMLCommand } from '../../../protocol/model/syncml-command';
import type { Habits } from './habits';
import type { CommandOutcome, ServerSideSession } from './server-side-session';

/** Makes the next package when the one before was answered; the last one made ends the session. */
export type Packages = Generator<readonly SyncMLCommand[], void, ServerSideSession>;

/** What a session is opened for: its packages, and what became of them. */
export class ServerJob {
  /** Where they differ from those of the tester. */
  readonly habits: Partial<Habits>;
  /** The session that took the job. */
  session: ServerSideSession | undefined;
  readonly #packages: (session: ServerSideSession) => readonly SyncMLCommand[];

  constructor(packages: Packages, habits: Partial<Habits> = {}) {
    this.#packages = (session) => packages.next(session).value ?? [];
    this.habits = habits;
  }

  /** One package. */
  static of(commands: readonly SyncMLCommand[], habits: Partial<Habits> = {}): ServerJob {
    return new ServerJob(onePackage(commands), habits);
  }

  next(session: ServerSideSession): readonly SyncMLCommand[] {
    return this.#packages(session);
  }

  get outcomes(): readonly CommandOutcome[] {
    return this.session?.outcomes ?? [];
  }

  get isOver(): boolean {
    return this.session?.ended !== undefined;
  }
}

function* onePackage(commands: readonly SyncMLCommand[]): Packages {
  if (commands.length > 0) yield commands;
}

import type { TakenMessage } from './taken-message';
import type { Words } from './words';

/** A package 2 of the server tester, and what came of it. */
export interface ServerRound {
  readonly commands: readonly Words[];
  /** The message that it answers. */
  readonly asked: TakenMessage;
  /** Where its package 3 goes, if anything was said. */
  readonly link: string | undefined;
  answer?: TakenMessage;
}

/** A session as the server tester saw it. `abandoned`: the tester has refused a message of it, or left it without an answer. */
export class ServerSession {
  /** Of a result of EXEC: the path that the scenario named. */
  readonly reportPath: string | undefined;
  readonly rounds: ServerRound[] = [];
  /** Package 1 and packages 3, those included that were refused. */
  readonly messages: TakenMessage[] = [];
  state: 'open' | 'ended' | 'abandoned' = 'open';
  /** Commands of the next package 2. */
  next: readonly Words[] | undefined;

  constructor(reportPath: string | undefined) {
    this.reportPath = reportPath;
  }

  /** Package 1; a session begins with it. */
  get opening(): TakenMessage | undefined {
    return this.messages.find((message) => message.package === 1);
  }

  /** Packages 3 that were taken. */
  get results(): readonly TakenMessage[] {
    return this.rounds.flatMap(({ answer }) => (answer === undefined ? [] : [answer]));
  }
}

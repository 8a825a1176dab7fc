import type { AskedScheme } from './check-credentials';

/** What a server tester does otherwise than by the book; a scenario changes it. */
export interface ServerHabits {
  readonly asksFor: readonly AskedScheme[];
  /** Whatever the credentials are. */
  readonly refusesCredentials: boolean;
  /** The credentials of the next results are called stale, if they are right. */
  readonly findsNonceStale: boolean;
  readonly end: 'after the results' | 'behind the commands' | 'before the commands';
  readonly link: 'absolute' | 'relative' | 'none' | 'another origin';
  /** OMADM-Accept of its packages. */
  readonly objectTypes?: readonly string[];
  readonly reactions: readonly PlannedReaction[];
  /** Changes a package 2 with commands before it leaves. */
  readonly spoil?: PackageChange;
  /** Answers of the place that takes push reports, one after the other. */
  readonly reportAnswers: readonly number[];
}

export interface PackageChange {
  change(answer: Response): Promise<Response>;
  /** What comes of it is still a package. */
  readonly isReadable: boolean;
}

/** What a message gets instead of its answer. */
export interface PlannedReaction {
  readonly package: 1 | 3;
  readonly how: number | 'redirect' | 'silent' | 'broken';
  readonly isOnce: boolean;
}

export const SERVER_BY_THE_BOOK: ServerHabits = {
  asksFor: [],
  refusesCredentials: false,
  findsNonceStale: false,
  end: 'after the results',
  link: 'absolute',
  reactions: [],
  reportAnswers: [],
};

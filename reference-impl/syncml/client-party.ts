import type { Account, Nonces } from './account';
import type { PendingAlert } from './client-draft';
import type { ClientSession } from './client-session-state';
import { initialNonces } from './nonces';

/** What a client and one of its servers have between them; at most one session at a time. */
export interface ClientParty {
  readonly account: Account;
  readonly nonces: Nonces;
  /** Session identifiers of package 0 that were taken, the latest last. @see DM_Notification 6.1 */
  readonly heard: number[];
  /** Alerts that the next session tells. */
  readonly alerts: WaitingAlert[];
  /** Sessions that wait for the one that runs. */
  waitingSessions: number;
  current?: ClientSession | undefined;
  /** Settles with the last session that is waiting. */
  last: Promise<unknown>;
}

export interface WaitingAlert {
  readonly alert: PendingAlert;
  /** Takes the status that the server gave, nothing where it gave none. */
  readonly settle: (status: number | undefined) => void;
}

export function clientParty(account: Account, nonces: Nonces = initialNonces()): ClientParty {
  return { account, nonces, heard: [], alerts: [], waitingSessions: 0, last: Promise.resolve() };
}

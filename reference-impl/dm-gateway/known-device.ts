import type { Account } from '../syncml/account';

/** A device of the gateway, as its configuration object has it. @see GFO step 1 */
export interface KnownDevice {
  readonly account: Account;
  /** Where package 0 goes. */
  readonly notificationAddress: string;
}

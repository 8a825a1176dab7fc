import type { SyncMLCommand } from '../../../protocol/model/syncml-command';
import type { Meta } from '../../../protocol/model/syncml-item';
import type { AuthenticationType } from './account';
import type { CredentialHabit } from './credentials';
import type { Outgoing } from './syncml-messages';

/**
 * How a tester behaves in its sessions where that is not by the book, on either side. A tester plays these; it does not
 * know what for.
 */
export interface Habits {
  /** Of the tester's own messages, by their number in the session, from 1. */
  readonly credentials: (message: number) => CredentialHabit;
  /** Takes a nonce for this message that is not the latest. */
  readonly usesOldNonce: boolean;
  /** Challenges so often, whatever came, with this type. */
  readonly challenges: { readonly type: AuthenticationType; readonly times: number } | undefined;
  /** Credentials that are right are good for one message, not for the session. */
  readonly acceptsOneMessage: boolean;
  readonly meta: Meta | undefined;
  /** So many messages for one package. */
  readonly messagesPerPackage: number;
  /** Longest value that is sent in one piece. */
  readonly partLength: number;
  /** Added to the Size of a large object. */
  readonly sizeError: number;
  /** Leaves the last part of a large object out and goes on. */
  readonly breaksOff: boolean;
  /** A client does so with package 1, or in the place of package 3; a server in that of package 2. */
  readonly aborts: 'never' | 'at once' | 'later';
  /** Sends each message a second time; a server those with commands, when the client has answered them. */
  readonly repeatsMessages: boolean;
  /** The status of a command of the peer; nothing is executed then. */
  readonly refuses: (command: SyncMLCommand) => number | undefined;
  /** Changes a message before it leaves; `message` counts from 1. */
  readonly change: (outgoing: Outgoing, message: number) => Outgoing;
}

export const BY_THE_BOOK: Habits = {
  credentials: () => 'right',
  usesOldNonce: false,
  challenges: undefined,
  acceptsOneMessage: false,
  meta: undefined,
  messagesPerPackage: 1,
  partLength: Number.POSITIVE_INFINITY,
  sizeError: 0,
  breaksOff: false,
  aborts: 'never',
  repeatsMessages: false,
  refuses: () => undefined,
  change: (outgoing) => outgoing,
};

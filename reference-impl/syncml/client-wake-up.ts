import { DEFAULT_NONCES } from '../../protocol/codec/syncml/digests';
import { type SyncMLNotification, sessionIDText } from '../../protocol/model/syncml-notification';
import type { Random } from '../runtime/random';
import type { ClientParty } from './client-party';
import type { ClientSessionOutcome } from './client-session';
import { type ClientSide, openSession } from './client-side';
import type { ReceivedNotification } from './envelope';
import { anySessionID } from './session-identifier';

/** Package 0 at the client: whom it is from, and whether it asks for a session that is new. @see DM_Notification 6 */
export interface WakeUpProcedures {
  /** The nonce that a package 0 was made with, nothing where this server did not make it. */
  nonceOfNotification(party: ClientParty, received: ReceivedNotification): UsedNonce | undefined;
  /** Whether a session was opened for it already. @see DM_Notification 6.1 */
  isHeardBefore(party: ClientParty, notification: SyncMLNotification): boolean;
  /** @see DM_Notification 6.2.2.10 */
  sessionIDOf(notification: SyncMLNotification): string;
  /** Of a session that no package 0 asked for. */
  ownSessionID(random: Random): string;
}

/** The one that both keep, or a default one in its place. */
export type UsedNonce =
  | { readonly isDefault: false }
  | { readonly isDefault: true; readonly nonce: Uint8Array };

/** Enough for every package 0 that may still be under way; what is older was made with another nonce. */
const MOST_HEARD = 64;

/**
 * Opens the session that a package 0 asks for, in the background, whatever user interaction it announces: there is no
 * user. Answers nothing where it is from nobody known, forged or repeated, and nobody is told.
 */
export function wakeUp(
  side: ClientSide,
  received: ReceivedNotification,
): Promise<ClientSessionOutcome> | undefined {
  const { procedures, parties } = side;
  const { notification } = received;
  const party = parties.get(notification.serverID);
  const used = party === undefined ? undefined : procedures.nonceOfNotification(party, received);
  if (party === undefined || used === undefined) return undefined;
  if (procedures.isHeardBefore(party, notification)) return undefined;
  const outcome = openSession(side, party, {
    sessionID: procedures.sessionIDOf(notification),
    initiator: 'server',
    ...(used.isDefault && { defaultNonce: used.nonce }),
  });
  if (outcome !== undefined) remember(party, notification.sessionID, outcome);
  return outcome;
}

/** A session that never reached the server may be asked for again. */
function remember({ heard }: ClientParty, sessionID: number, outcome: Promise<ClientSessionOutcome>): void {
  heard.push(sessionID);
  heard.splice(0, Math.max(heard.length - MOST_HEARD, 0));
  outcome.then(({ isReached }) => {
    if (!isReached && heard.includes(sessionID)) heard.splice(heard.indexOf(sessionID), 1);
  });
}

/** The default nonces come last, where server and device have lost each other's. @see DM_Notification 6.1 */
export function nonceOfNotification(
  { account, nonces }: ClientParty,
  received: ReceivedNotification,
): UsedNonce | undefined {
  const { password } = account.server;
  if (received.isMadeWith({ password, nonce: nonces.server })) return { isDefault: false };
  const nonce = DEFAULT_NONCES.find((candidate) => received.isMadeWith({ password, nonce: candidate }));
  return nonce === undefined ? undefined : { isDefault: true, nonce };
}

export function isHeardBefore({ heard }: ClientParty, { sessionID }: SyncMLNotification): boolean {
  return heard.includes(sessionID);
}

export function sessionIDOf({ sessionID }: SyncMLNotification): string {
  return sessionIDText(sessionID);
}

export function ownSessionID(random: Random): string {
  return sessionIDText(anySessionID(random));
}

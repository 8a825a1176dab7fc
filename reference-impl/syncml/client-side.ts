import type { Item } from '../../protocol/model/syncml-item';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { CommandPerformer } from '../management-tree/performed';
import type { Random } from '../runtime/random';
import type { AuthenticationProcedures } from './authentication';
import type { PendingAlert } from './client-draft';
import type { ClientParty } from './client-party';
import { type ClientSessionOutcome, openClientSession, runClientSession } from './client-session';
import type { ClientSessionProcedures } from './client-session-procedures';
import type { ClientLimits, ClientPorts, ClientSession } from './client-session-state';
import type { WakeUpProcedures } from './client-wake-up';

/** The client side of a device or gateway: its servers, and sessions with each of them one after the other. */
export interface ClientSide {
  /** By the identifier of the server. */
  readonly parties: ReadonlyMap<string, ClientParty>;
  /** Source and value of each node of DevInfo, as they are now. */
  readonly deviceInformation: () => readonly Item[];
  readonly performer: CommandPerformer;
  readonly limits: ClientSideLimits;
  readonly ports: ClientPorts;
  readonly random: Random;
  /** The table of procedures in force; a fault of the reference is another table. Always call through it. */
  readonly procedures: ClientSideProcedures;
}

export interface ClientSideLimits extends ClientLimits {
  /** Sessions with one server that wait for another; what comes on top is dropped. */
  readonly waitingSessions: number;
}

export type ClientSideProcedures = ClientSessionProcedures & AuthenticationProcedures & WakeUpProcedures;

export interface SessionWish {
  readonly sessionID: string;
  readonly initiator: ClientSession['initiator'];
  /** The one that its package 0 was made with. @see DM_Notification 6.1 */
  readonly defaultNonce?: Uint8Array;
}

/** Opens a session as soon as none is open with this server; nothing where too many wait already. */
export function openSession(
  side: ClientSide,
  party: ClientParty,
  wish: SessionWish,
): Promise<ClientSessionOutcome> | undefined {
  if (party.waitingSessions >= side.limits.waitingSessions) return undefined;
  party.waitingSessions += 1;
  const session = party.last.then(() => runSession(side, party, wish));
  party.last = session.catch(() => {});
  return session;
}

async function runSession(
  side: ClientSide,
  party: ClientParty,
  wish: SessionWish,
): Promise<ClientSessionOutcome> {
  const { account, nonces } = party;
  const { performer, limits, ports, random, procedures } = side;
  const waiting = party.alerts.splice(0);
  const { sessionID, initiator } = wish;
  party.waitingSessions -= 1;
  nonces.defaultNonce = wish.defaultNonce;
  const session = openClientSession({
    ...{ account, nonces, sessionID, initiator, performer, limits, ports, random, procedures },
    deviceInformation: side.deviceInformation(),
    alerts: waiting.map(({ alert }) => alert),
  });
  party.current = session;
  const outcome = await runClientSession(session);
  party.current = undefined;
  for (const [at, { settle }] of waiting.entries()) settle(oneStatus(outcome.alerts[at]?.statuses));
  return outcome;
}

/** The first that is no success, for an alert whose items got one each. */
function oneStatus(statuses: readonly number[] = []): number | undefined {
  return statuses.find((code) => code >= statusCode('BAD_REQUEST')) ?? statuses[0];
}

/** Because of an event of the device. @see DM_Protocol 2.3.3 */
export function openOwnSession(
  side: ClientSide,
  party: ClientParty,
): Promise<ClientSessionOutcome> | undefined {
  const sessionID = side.procedures.ownSessionID(side.random);
  return openSession(side, party, { sessionID, initiator: 'client' });
}

/**
 * Tells an alert in the next session, which is opened where none waits. Answers the status that the server gave, nothing
 * where it gave none; whether to try again is for the caller to say.
 */
export function tellAlert(
  side: ClientSide,
  party: ClientParty,
  alert: PendingAlert,
): Promise<number | undefined> {
  return new Promise((resolve) => {
    party.alerts.push({ alert, settle: resolve });
    if (party.waitingSessions === 0) openOwnSession(side, party);
  });
}

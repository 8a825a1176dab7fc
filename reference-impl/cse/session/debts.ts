import { SessionEventType } from '../../../protocol/tables/onem2m/enumerations';
import type { RecordValue } from '../../store/record-store';
import type { Cse } from '../cse';
import { destinationOf } from '../destination';
import { perCse } from '../group/per-cse';
import type { Resource } from '../resource';
import { isGone, isPositive } from './answers';
import { askToDelete } from './ask-to-delete';
import type { Debt } from './session-procedures';

interface Entry {
  readonly debt: Debt;
  /** What calls off the next attempt; absent as long as nothing is to be paid. */
  callOff?: () => void;
}

const DEBT = 'session-debt';

const debtsOf = perCse(() => new Map<string, Entry>());

function keyOf({ sessionID, debtor }: Pick<Debt, 'sessionID' | 'debtor'>): string {
  return `${sessionID} ${debtor.kind === 'hop' ? debtor.address : debtor.notificationURI}`;
}

/** From here on it is known that this one may be owed a termination. */
export function recordDebt(cse: Cse, debt: Debt): void {
  const key = keyOf(debt);
  if (debtsOf(cse).has(key)) return;
  debtsOf(cse).set(key, { debt });
  put(cse, key, debt);
}

export function strikeOut(cse: Cse, debt: Pick<Debt, 'sessionID' | 'debtor'>): void {
  const key = keyOf(debt);
  debtsOf(cse).get(key)?.callOff?.();
  debtsOf(cse).delete(key);
  cse.ports.records?.remove(DEBT, key);
}

/** All that is recorded for a session, to be paid or not. */
export function debtsFor(cse: Cse, sessionID: string): readonly Debt[] {
  return allDebts(cse).filter((debt) => debt.sessionID === sessionID);
}

export function allDebts(cse: Cse): readonly Debt[] {
  return [...debtsOf(cse).values()].map(({ debt }) => debt);
}

/** @see SES 3 step 3, docs/profiles/service-sessions.md */
export async function owe(cse: Cse, debt: Debt, deadline?: number): Promise<void> {
  recordDebt(cse, debt);
  await attempt(cse, debt, { deadline, address: debt.first });
}

/** Whether a neighbour may still know a session by this name that has ended here. */
export function isNameReserved(cse: Cse, collection: Resource, name: string): boolean {
  for (const { debt } of debtsOf(cse).values()) {
    const { reserved } = debt;
    if (reserved?.collectionID === collection.resourceID && reserved.name === name) return true;
  }
  return false;
}

/** What an earlier life of this CSE had recorded is paid. */
export function resumeDebts(cse: Cse): void {
  for (const [, value] of cse.ports.records?.all(DEBT) ?? []) {
    const { first: _begun, ...debt } = read<Debt>(value);
    debtsOf(cse).set(keyOf(debt), { debt });
    void cse.procedures.owe(cse, debt);
  }
}

/** Plain data: it is a record as it is. */
function put<Value>(cse: Cse, key: string, value: Value): void {
  cse.ports.records?.put(DEBT, key, value as RecordValue);
}

/** Nobody but this file writes such records. */
function read<Value>(value: RecordValue): Value {
  return value as Value;
}

interface Attempt {
  readonly deadline?: number | undefined;
  readonly address?: string | undefined;
}

async function attempt(cse: Cse, debt: Debt, details: Attempt = {}): Promise<void> {
  const settled = await isSettled(cse, debt, details);
  const entry = debtsOf(cse).get(keyOf(debt));
  if (entry === undefined) return;
  const { clock } = cse.ports;
  const interval = cse.config.sessionRepetitionInterval;
  if (settled || clock.now() + interval > debt.until) {
    strikeOut(cse, debt);
    return;
  }
  entry.callOff?.();
  entry.callOff = clock.after(interval, () => void attempt(cse, debt));
}

async function isSettled(
  cse: Cse,
  { sessionID, debtor }: Debt,
  { deadline, address }: Attempt,
): Promise<boolean> {
  if (debtor.kind === 'endpoint') {
    const event = { type: SessionEventType.termination, sessionID };
    const within = deadline === undefined ? {} : { deadline };
    const answer = await cse.procedures.tellEndpoint(cse, debtor.notificationURI, event, within);
    return isPositive(answer) || isGone(answer);
  }
  if (!hasWayTo(cse, debtor.address)) return false;
  const answer = await askToDelete(cse, address ?? debtor.address, deadline);
  return isPositive(answer) || isGone(answer);
}

/** Without a way nobody was asked, whatever the answer says. */
function hasWayTo(cse: Cse, address: string): boolean {
  const destination = destinationOf(cse.config, address);
  return destination.kind === 'cse' && cse.procedures.nextHopTo(cse, destination.cseID) !== undefined;
}

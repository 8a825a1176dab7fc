import { SessionState } from '../../../protocol/tables/onem2m/enumerations';
import type { Cse } from '../cse';
import { perCse } from '../group/per-cse';
import { canonicalOriginator } from '../originator';
import { removeTree } from '../remove-tree';
import type { Resource } from '../resource';
import { applicationHere } from './application-here';
import { recordDebt } from './debts';
import { endpointDebt, hopDebt } from './session-debts';
import { endpointsOf, isEstablished, type KnownEndpoint, type NextHop, nextHopsOf } from './session-state';
import { dropStored } from './use/settle-turn';

/**
 * Ends a session at this CSE: it cannot be used any more, the neighbours are told, then the endpoint here, then it
 * goes. Nobody waits for more than one answer of each; who does not give it is told again. @see SES 3 steps 2 to 9
 */
export async function endSession(
  cse: Cse,
  session: Resource,
  from: string,
  deadline = cse.ports.clock.now() + cse.config.resultExpiration,
): Promise<void> {
  const { procedures } = cse;
  const { resourceID: sessionID } = session;
  const hops = procedures.hopsToTell(cse, session, from).map((hop) => hopDebt(session, hop));
  const endpoints = procedures
    .endpointsToTell(cse, session, from)
    .flatMap((endpoint) => endpointDebt(session, endpoint) ?? []);
  closeSession(cse, session);
  for (const debt of [...hops, ...endpoints]) recordDebt(cse, debt);
  await Promise.all(hops.map((debt) => procedures.owe(cse, debt, deadline)));
  // Hops and endpoints are told one after the other only where nobody waits for it.
  const rest = hops.length > 0 ? undefined : deadline;
  await Promise.all(endpoints.map((debt) => procedures.owe(cse, debt, rest)));
  const left = cse.store.get(sessionID);
  if (left !== undefined) procedures.removeSession(cse, left);
}

/** From here on no request can use it, and none that is stored waits any more. */
function closeSession(cse: Cse, session: Resource): void {
  if (isEstablished(session)) {
    const attributes = { ...session.attributes, sessionState: SessionState.terminating };
    cse.store.put({ ...session, attributes });
  }
  dropStored(cse, session.resourceID);
}

/** @see SES 3 steps 2 and 3 */
export function hopsToTell(cse: Cse, session: Resource, from: string): readonly NextHop[] {
  const known = canonicalOriginator(cse.config, from);
  return nextHopsOf(cse, session).filter(({ cseID }) => cseID !== known);
}

/** The endpoints that are registered here, but for the one who ends it. @see SES 3 step 4 */
export function endpointsToTell(cse: Cse, session: Resource, from: string): readonly KnownEndpoint[] {
  const known = applicationHere(cse, from)?.resourceID;
  return endpointsOf(cse, session).filter(({ endpointID }) => {
    const application = applicationHere(cse, endpointID);
    return application !== undefined && application.resourceID !== known;
  });
}

/** Sessions whose end is in order: nobody has to be told because their parts disappear. */
const removals = perCse(() => new Set<string>());

export function isRemovedInOrder(cse: Cse, sessionID: string): boolean {
  return removals(cse).has(sessionID);
}

/** With its children, its key and its identifier. @see SES 3 steps 7 and 9 */
export function removeSession(cse: Cse, session: Resource): void {
  removals(cse).add(session.resourceID);
  removeTree(cse, session);
  removals(cse).delete(session.resourceID);
}

import { isRefusal, type Refusal } from '../../protocol/model/refusal';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../reference-impl/cse/cse';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Accepted, Establishment } from '../../reference-impl/cse/session/session-procedures';

type Outcome = Accepted | Refusal;

/** What a partner of an establishment is taken to have answered. */
type Bend = (outcome: Outcome, cse: Cse, establishment: Establishment) => Outcome;

/** Both partners that can be asked, the next hop and the application, with another answer. */
export function withPartners(table: CseProcedures, bend: Bend): Pick<CseProcedures, 'askNextHop' | 'invite'> {
  return {
    askNextHop: async (cse, establishment, deadline) =>
      bend(await table.askNextHop(cse, establishment, deadline), cse, establishment),
    invite: async (cse, establishment, target, deadline) =>
      bend(await table.invite(cse, establishment, target, deadline), cse, establishment),
  };
}

/** As if the application that was to be invited had accepted; of the way to it nothing is known. */
export function acceptedUnheard({ target }: Establishment): Accepted {
  return { endpoint: { endpointID: target } };
}

export function isSilence(outcome: unknown): boolean {
  return isRefusal(outcome) && outcome.status === RSC.TARGET_NOT_REACHABLE;
}

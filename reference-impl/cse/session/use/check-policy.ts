import type { Attributes } from '../../../../protocol/model/attribute-value';
import { type Refusal, refuse } from '../../../../protocol/model/refusal';
import { SessionDelivery } from '../../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../cse';
import type { Resource } from '../../resource';
import { policiesOf } from '../session-state';
import { bindingPolicy, entriesOf, hopsBoundBy } from './binding-policy';
import { nextOpening, readWindow } from './window';

const CLAUSE = 'profile service-sessions: Policies';

/** How many policies a session may have, and how many CSEs they may name together: as many as its chain may have. */
const MOST_POLICIES = 64;
const MOST_NAMED_HOPS = 16;

/** Malformed, never met, or in conflict with the others: a policy that is refused leaves nothing. @see SES 1 steps 19 to 22 */
export function checkPolicy(cse: Cse, session: Resource, policy: Attributes): Refusal | undefined {
  return checkSchedule(cse, policy) ?? checkConflict(cse, session, policy);
}

function checkSchedule(cse: Cse, policy: Attributes): Refusal | undefined {
  const entries = entriesOf(policy);
  if (policy.delivery !== SessionDelivery.storeAndForward) {
    return policy.scheduleElement === undefined
      ? undefined
      : refuse(RSC.BAD_REQUEST, 'A schedule goes with store and forward only.', CLAUSE);
  }
  if (entries === undefined) return refuse(RSC.BAD_REQUEST, 'Store and forward needs a schedule.', CLAUSE);
  const window = readWindow(entries);
  if (window === undefined) {
    return refuse(RSC.BAD_REQUEST, 'The schedule has an entry that is none, too many, or no entry.', CLAUSE);
  }
  if (nextOpening(window, cse.ports.clock.now()) !== undefined) return undefined;
  return refuse(RSC.BAD_REQUEST, 'The window never opens again.', CLAUSE);
}

/** All hops keep all policies, so each finds the conflicts of every hop. */
function checkConflict(cse: Cse, session: Resource, policy: Attributes): Refusal | undefined {
  const policies = [...policiesOf(cse, session).map(({ attributes }) => attributes), policy];
  if (policies.length > MOST_POLICIES) {
    return refuse(RSC.NOT_ACCEPTABLE, `A session has ${MOST_POLICIES} policies at most.`, CLAUSE);
  }
  const hops = hopsBoundBy(policies);
  if (hops.length - 1 > MOST_NAMED_HOPS) {
    return refuse(
      RSC.NOT_ACCEPTABLE,
      `The policies of a session name ${MOST_NAMED_HOPS} CSEs at most.`,
      CLAUSE,
    );
  }
  for (const hop of hops) {
    const binding = bindingPolicy(policies, hop);
    if (binding.kind === 'immediate') continue;
    if (binding.window === 'too many') {
      return refuse(RSC.NOT_ACCEPTABLE, 'With the other policies the window is too intricate.', CLAUSE);
    }
    if (nextOpening(binding.window, cse.ports.clock.now()) === undefined) {
      return refuse(RSC.CONFLICT, 'With the other policies the window would never open.', CLAUSE);
    }
  }
  return undefined;
}

import { type Refusal, refuse } from '../../../../protocol/model/refusal';
import { RSC } from '../../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../cse';
import type { Decision, SessionRequest } from '../session-procedures';
import { policiesOf } from '../session-state';
import { bindingPolicy } from './binding-policy';
import { endOf } from './request-times';
import { nextOpening } from './window';

/**
 * What binds a request at this hop now: at once, or from the next opening of the window on, which must come before the
 * end of the request and within the delay that the policies allow. @see SES 2 steps 5, 11 and 24
 */
export function decide(cse: Cse, use: SessionRequest): Decision | Refusal {
  const policies = policiesOf(cse, use.session).map(({ attributes }) => attributes);
  const binding = bindingPolicy(policies, cse.config.cseID);
  if (binding.kind === 'immediate') return binding;
  const { window, maximumDelay = Number.POSITIVE_INFINITY } = binding;
  const opensAt = window === 'too many' ? undefined : nextOpening(window, cse.ports.clock.now());
  const latest = Math.min(endOf(cse, use) - 1, use.receivedAt + maximumDelay);
  if (opensAt !== undefined && opensAt <= latest) return { kind: 'stored', opensAt };
  return refuse(
    RSC.REQUEST_TIMEOUT,
    'The window of the policies does not open in time.',
    'profile service-sessions: Use',
  );
}

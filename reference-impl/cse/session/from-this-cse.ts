import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { Cse } from '../cse';
import { releaseToward } from '../release-toward';
import { expirationBefore } from './deadline';

/** What a request of this CSE itself to a neighbour has, whatever it asks for; it is answered before `deadline`. */
export function fromThisCse(
  cse: Cse,
  to: string,
  deadline?: number,
): Pick<RequestPrimitive, 'to' | 'from' | 'requestIdentifier' | 'releaseVersionIndicator'> {
  return {
    to,
    from: cse.config.cseID,
    requestIdentifier: cse.ports.ids.next('ses-'),
    releaseVersionIndicator: releaseToward(cse, to),
    ...(deadline !== undefined && { resultExpirationTimestamp: expirationBefore(cse, deadline) }),
  };
}

import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { Cse } from '../cse';
import { expirationBefore } from './deadline';

/** What a request of this CSE itself to a neighbour has, whatever it asks for; it is answered before `deadline`. */
export function fromThisCse(
  cse: Cse,
  deadline?: number,
): Pick<RequestPrimitive, 'from' | 'requestIdentifier' | 'releaseVersionIndicator'> {
  const release = cse.config.supportedReleaseVersions.at(-1);
  return {
    from: cse.config.cseID,
    requestIdentifier: cse.ports.ids.next('ses-'),
    ...(release !== undefined && { releaseVersionIndicator: release }),
    ...(deadline !== undefined && { resultExpirationTimestamp: expirationBefore(cse, deadline) }),
  };
}

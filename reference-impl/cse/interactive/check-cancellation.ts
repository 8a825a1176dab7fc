import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { endOutstanding, outstandingRequest } from './outstanding';

/** Deleting a <request> is to cancel it, and what members were asked cannot be recalled. @see TS-0004 7.4.12.2.4 */
export function checkCancellation(cse: Cse, resource: Resource): Refusal | undefined {
  const outstanding = outstandingRequest(cse, resource.resourceID);
  if (outstanding === undefined) return undefined;
  if (!outstanding.finished) {
    return refuse(
      RSC.UNABLE_TO_RECALL_REQUEST,
      'The members have been asked already; the request can be deleted when it has ended.',
      'TS-0004 7.4.12.2.4',
    );
  }
  endOutstanding(cse, outstanding);
  return undefined;
}

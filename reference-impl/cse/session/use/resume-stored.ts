import { isRefusal } from '../../../../protocol/model/refusal';
import { RSC } from '../../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../cse';
import { outstandingRequest } from '../../interactive/outstanding';
import { refused } from '../../response';
import { allStored, removeStored, type StoredRequest } from './stored-records';
import { queue } from './take-turn';

/**
 * Takes up the stored requests of an earlier life, in their order: who waited for an answer may ask again, and a
 * <request> gets its result. To be called when the <request> resources are watched again.
 */
export function resumeStored(cse: Cse): void {
  for (const [key, stored] of allStored(cse)) {
    const use = cse.procedures.checkSessionRequest(cse, stored.request, stored.sessionID);
    if (isRefusal(use)) {
      noteRefusal(cse, stored);
      removeStored(cse, key);
      continue;
    }
    const { receivedAt, requestID } = stored;
    queue(cse, { ...use, receivedAt, ...(requestID !== undefined && { requestID }) }, key);
  }
}

function noteRefusal(cse: Cse, { request, requestID }: StoredRequest): void {
  const outstanding = requestID === undefined ? undefined : outstandingRequest(cse, requestID);
  if (outstanding === undefined || outstanding.finished) return;
  const refusal = { refused: true, status: RSC.NOT_FOUND, reason: 'The session has ended.' } as const;
  cse.procedures.noteResult(cse, outstanding, refused(request, refusal));
}

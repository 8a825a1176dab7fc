import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { textList } from '../attribute-reading';
import type { Cse } from '../cse';
import { isExpired } from '../is-expired';
import { canonicalCseID, remoteCse } from '../request/remote-cse';
import type { Resource } from '../resource';

/** The <remoteCSE> of a CSE itself, or of the one through which it is reached. @see SES 1 step 9, TS-0001 9.6.4 */
export function nextHopTo(cse: Cse, cseID: string): Resource | undefined {
  return remoteCse(cse, cseID) ?? throughAnother(cse, cseID);
}

function throughAnother(cse: Cse, cseID: string): Resource | undefined {
  return cse.store
    .childrenOf(cse.config.resourceID, ResourceType.remoteCSE)
    .find(
      (remote) =>
        !isExpired(cse, remote) &&
        textList(remote.attributes.descendantCSEs).some((descendant) => canonicalCseID(descendant) === cseID),
    );
}

/** The CSE-ID that a <remoteCSE> stands for. */
export function cseIDOf(remote: Resource): string {
  return canonicalCseID(remote.attributes['CSE-ID']) ?? '';
}

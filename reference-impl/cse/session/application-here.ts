import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { Cse } from '../cse';
import { isExpired } from '../is-expired';
import { canonicalOriginator } from '../originator';
import type { Resource } from '../resource';

/** The <AE> of an application that is registered here, by its AE-ID in any form. @see TS-0001 7.2 */
export function applicationHere(cse: Cse, applicationID: string | undefined): Resource | undefined {
  const canonical = canonicalOriginator(cse.config, applicationID ?? '');
  const resource = cse.store.get(canonical.replace(/^\/(?=S[^/]*$)/, ''));
  if (resource?.resourceType !== ResourceType.AE || isExpired(cse, resource)) return undefined;
  return resource;
}

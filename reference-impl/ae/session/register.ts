import type { OwnPlace } from '../../../protocol/model/session-intent';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { SESSION_CAPABILITY } from '../../../protocol/tables/onem2m/session-types';
import type { Ae } from '../ae';
import type { Wish } from '../procedures';

/** Registers where its collection of sessions will be, and says what it can do. @see SES 1 step 2 */
export function registration(ae: Ae, { sessions }: OwnPlace): Wish {
  const path = sessions.split('/');
  const attributes = {
    resourceName: path.at(-2) ?? ae.originator,
    'App-ID': 'Nflowproof',
    requestReachability: true,
    supportedReleaseVersions: [ae.releaseVersion],
    labels: [SESSION_CAPABILITY],
    ...(ae.notificationURI !== undefined && { pointOfAccess: [ae.notificationURI] }),
  };
  return {
    operation: 'create',
    to: path.slice(0, -2).join('/'),
    resourceType: ResourceType.AE,
    content: { kind: 'resource', resource: { element: 'm2m:ae', attributes } },
  };
}

import type { ChangeMembersIntent } from '../../protocol/model/application-intent';
import type { Ae } from './ae';
import type { Wish } from './procedures';

/** memberType and specializationType cannot be updated. @see SOM 7.4.13.2.3 Originator, table 7.4.13.1-3 */
export function changeMembers({ procedures }: Ae, intent: ChangeMembersIntent): Wish {
  const attributes = { memberIDs: procedures.memberIDs(intent) };
  return {
    operation: 'update',
    to: intent.group,
    content: { kind: 'resource', resource: { element: 'm2m:grp', attributes } },
  };
}

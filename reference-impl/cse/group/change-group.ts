import type { Attributes } from '../../../protocol/model/attribute-value';
import { formatTimestamp } from '../../../protocol/model/timestamp';
import type { Cse } from '../cse';
import type { Resource } from '../resource';

/** Stores what the CSE itself changes in a group, and tells the subscribers. @see SOM 7.4.13.2.3 step 5 */
export function changeGroup(cse: Cse, group: Resource, attributes: Attributes): void {
  const lastModifiedTime = formatTimestamp(cse.ports.clock.now());
  const subject: Resource = { ...group, attributes: { ...attributes, lastModifiedTime } };
  cse.store.put(subject);
  cse.procedures.deleteUnneededSubGroups(cse, subject);
  void cse.procedures.notifySubscribers(cse, { type: 'update', subject, changed: changes(group, subject) });
}

function changes(before: Resource, after: Resource): Attributes {
  const changed = Object.entries(after.attributes).filter(
    ([name, value]) => before.attributes[name] !== value,
  );
  return Object.fromEntries(changed);
}

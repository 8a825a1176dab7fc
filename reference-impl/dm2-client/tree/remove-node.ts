import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { commandStatus } from '../../../protocol/tables/dm2/status-codes';
import { describedAt } from './node-description';
import { faultOfChange } from './node-rules';
import { valueAt, withoutValueAt } from './node-value';
import type { ObjectStore } from './object-store';
import { type ObjectTree, type Place, rootOf, withRoot } from './object-tree';

/** The tree without the node and all below it. A whole instance goes with the permanent nodes in it. @see dm2.md 5.2 */
export function removeNode(store: ObjectStore, tree: ObjectTree, place: Place): ObjectTree | Refusal {
  const description = store.descriptions.get(place.moid);
  const root = rootOf(tree, place);
  if (root === undefined) return tree;
  if (place.path.length > 0) {
    const before = valueAt(root, place.path);
    const fault = faultOfChange(describedAt(description?.root, place.path), { before, after: undefined });
    return fault ?? withRoot(tree, place, withoutValueAt(root, place.path));
  }
  if (description?.hasPermanentInstances === false) return withRoot(tree, place, undefined);
  return refuse(commandStatus('METHOD_NOT_ALLOWED'), 'the instance is permanent', 'dm2.md 5.2');
}

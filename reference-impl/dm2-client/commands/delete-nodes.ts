import type { CommandResult } from '../../../protocol/model/dm2-package';
import { isRefusal, type Refusal } from '../../../protocol/model/refusal';
import type { Mandate } from '../dm2-client';
import type { ObjectTree } from '../tree/object-tree';
import { DONE } from './perform-commands';

/** DELETE: all places that the address names, or none of them. @see dm2.md 5.5 */
export function deleteNodes(mandate: Mandate, clientURI: string): CommandResult | Refusal {
  const { procedures, store } = mandate.client;
  const named = procedures.namedNodes(mandate, clientURI);
  if (isRefusal(named)) return named;
  let tree: ObjectTree = store.tree;
  for (const node of named.nodes) {
    const without = procedures.removeNode(store, tree, node);
    if (isRefusal(without)) return without;
    tree = without;
  }
  return store.change(tree) ?? DONE;
}

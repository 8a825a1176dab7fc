import type { ClientURI, NodeCondition, NodeSelector } from '../../../protocol/model/dm2-client-uri';
import type { NodeValue } from '../../../protocol/model/dm2-object';
import { childOf, childrenOf, isInterior, valueAt } from './node-value';
import type { FoundNode, ObjectTree } from './object-tree';

/** Every node that the address names, in the order of the tree. A cache validator does not count. @see dm2.md 6.1 */
export function findNodes(tree: ObjectTree, address: ClientURI): readonly FoundNode[] {
  const { moid, path, conditions } = address;
  const roots = instancesOf(tree, address).map(([miid, value]) => ({ moid, miid, path: [], value }));
  return path.reduce<readonly FoundNode[]>(
    (nodes, selector) => nodes.flatMap((node) => childrenIn(node, selector, conditions)),
    roots,
  );
}

function instancesOf(
  tree: ObjectTree,
  { moid, instance, conditions }: ClientURI,
): readonly (readonly [string, NodeValue])[] {
  const instances = [...(tree.get(moid) ?? [])];
  if (instance.kind === 'only') return instances.length === 1 ? instances : [];
  if (instance.kind === 'named') return instances.filter(([miid]) => miid === instance.name);
  return instances.filter(([, value]) => isChosen(value, instance, conditions));
}

function childrenIn(
  node: FoundNode,
  selector: NodeSelector,
  conditions: readonly NodeCondition[],
): readonly FoundNode[] {
  const below = (name: string, value: NodeValue): FoundNode => ({
    ...node,
    path: [...node.path, name],
    value,
  });
  if (selector.kind === 'named') {
    const value = childOf(node.value, selector.name);
    return value === undefined ? [] : [below(selector.name, value)];
  }
  return childrenOf(node.value)
    .filter(([, value]) => isChosen(value, selector, conditions))
    .map(([name, value]) => below(name, value));
}

/** Several conditions about a letter have to hold together; a leaf is compared as text. */
function isChosen(
  value: NodeValue,
  selector: Exclude<NodeSelector, { readonly kind: 'named' }>,
  conditions: readonly NodeCondition[],
): boolean {
  if (selector.kind === 'any') return true;
  return conditions
    .filter(({ letter }) => letter === selector.letter)
    .every(({ path, value: wanted }) => {
      const leaf = valueAt(value, path);
      return leaf !== undefined && !isInterior(leaf) && String(leaf) === wanted;
    });
}

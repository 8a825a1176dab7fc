import { nodeAt, plant } from '../management-tree/build-tree';
import { currentValue, isInterior, textOf } from '../management-tree/node';
import type { NodeDescription } from '../management-tree/node-description';
import type { ManagementTree } from '../management-tree/tree';

/** The management tree as the fan-out needs it: values and names, no commands and no rights. */
export interface GatewayNodes {
  /** Text of a leaf; `undefined` where there is no leaf. */
  textOf(uri: string): string | undefined;
  /** Names of the children; `undefined` where there is no interior node. */
  childrenOf(uri: string): readonly string[] | undefined;
  /** Adds a node with all that is below it; false where there is no room or no place for it. */
  add(parentURI: string, name: string, description: NodeDescription): boolean;
  remove(uri: string): void;
  hasRoomFor(nodes: number): boolean;
}

export function nodesOf(tree: ManagementTree): GatewayNodes {
  return {
    textOf(uri) {
      const node = nodeAt(tree, uri);
      return node === undefined || isInterior(node) ? undefined : textOf(currentValue(node));
    },
    childrenOf(uri) {
      const node = nodeAt(tree, uri);
      return node === undefined || !isInterior(node) ? undefined : [...node.children.keys()];
    },
    add(parentURI, name, description) {
      const parent = nodeAt(tree, parentURI);
      return parent !== undefined && typeof plant(tree, parent, name, description) !== 'string';
    },
    remove(uri) {
      const node = nodeAt(tree, uri);
      if (node !== undefined) tree.remove(node);
    },
    hasRoomFor: (nodes) => tree.nodes + nodes <= tree.limits.nodes,
  };
}

/** Data of the management tree as they travel. They know no addresses but their own, and no rules of any object. */

/** The value of a leaf, or the children of an interior node by name; one without children is an empty object. */
export type NodeValue = string | number | boolean | null | InteriorNode;

export interface InteriorNode {
  readonly [name: string]: NodeValue;
}

/** One sub-tree, down to a single leaf. @see dm2.md 3.6 */
export interface SerializedObject {
  /** Where the description of the object is. */
  readonly ddf?: string;
  readonly clientURI: string;
  /** Changes with every change of the instance that the sub-tree belongs to. */
  readonly cacheValidator?: string;
  /** The name of the topmost node. */
  readonly name: string;
  readonly value: NodeValue;
}

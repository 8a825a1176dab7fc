/** An address in the management tree of a device, taken apart. It knows no tree. @see dm2.md 6 */
export interface ClientURI {
  readonly moid: string;
  /** Which instance of the management object. */
  readonly instance: InstanceSelector;
  /** From the root of the instance; empty for the root itself. */
  readonly path: readonly NodeSelector[];
  /** All of them have to hold. */
  readonly conditions: readonly NodeCondition[];
  /** What the server knows is not worth sending again. */
  readonly cacheValidator?: string;
}

export type InstanceSelector = { readonly kind: 'only' } | NodeSelector;

export type NodeSelector =
  | { readonly kind: 'named'; readonly name: string }
  /** Every node in this place. */
  | { readonly kind: 'any' }
  /** The nodes in this place for which the conditions about the letter hold. */
  | { readonly kind: 'placeholder'; readonly letter: string };

/** The leaf at `path` below the node that the letter stands for has this value, as text. */
export interface NodeCondition {
  readonly letter: string;
  readonly path: readonly string[];
  readonly value: string;
}

/** The management tree as the fan-out needs it: values and names, no commands and no rights. */
export interface GatewayNodes {
  /** Text of a leaf; `undefined` where there is no leaf. */
  textOf(uri: string): string | undefined;
  /** Names of the children; `undefined` where there is no interior node. */
  childrenOf(uri: string): readonly string[] | undefined;
  addInterior(uri: string): void;
  addLeaf(uri: string, leaf: NewLeaf): void;
  remove(uri: string): void;
}

export interface NewLeaf {
  readonly format: string;
  readonly text: string;
}

/** How much a device holds. */
export interface TreeLimits {
  /** Names in the path of a node; deeper trees do not fit into a package. */
  readonly depth: number;
  /** All nodes, roots among them. */
  readonly nodes: number;
  /** Of all names and values, as text. */
  readonly octets: number;
}

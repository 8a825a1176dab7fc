/** How large a management tree may grow. What a device says of its tree in `./DevDetail/URI` comes from here. */
export interface TreeLimits {
  /** Nodes in all, the root among them. */
  readonly nodes: number;
  /** Names in one address. @see DM_StdObj 7.1.3.3 MaxDepth */
  readonly depth: number;
  /** Characters of one address with its query. @see DM_StdObj 7.1.3.3 MaxTotLen */
  readonly uriLength: number;
  /** Characters of one name. @see DM_StdObj 7.1.3.3 MaxSegLen */
  readonly segmentLength: number;
  /** Octets of one value. */
  readonly valueSize: number;
  /** Octets of all names, values, titles and access control lists. */
  readonly totalSize: number;
}

export const DEFAULT_TREE_LIMITS: TreeLimits = {
  nodes: 50_000,
  depth: 16,
  uriLength: 512,
  segmentLength: 128,
  valueSize: 1024 * 1024,
  totalSize: 64 * 1024 * 1024,
};

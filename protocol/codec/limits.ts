/** How much a decoder takes before it refuses. Everything that comes over a wire is bounded. */
export interface CodecLimits {
  /** Length of a body in bytes. */
  readonly bytes: number;
  /** Levels of nesting: objects and lists in JSON, elements in XML. */
  readonly depth: number;
  /** Entries of one list, and members of one object. */
  readonly entries: number;
  /** Characters of one header value, of the path and of the query. */
  readonly headerLength: number;
}

export const DEFAULT_LIMITS: CodecLimits = {
  bytes: 1024 * 1024,
  depth: 32,
  entries: 20_000,
  headerLength: 8192,
};

/** For answers: the aggregate of a group of 10 000 members is far longer than any request. */
export const RESPONSE_LIMITS: CodecLimits = { ...DEFAULT_LIMITS, bytes: 32 * 1024 * 1024 };

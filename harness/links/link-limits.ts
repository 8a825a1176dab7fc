/**
 * How much a link takes from a peer before it gives up. Peers are not trusted: everything they can make long, large or
 * numerous has a bound here. Knows nothing of what messages say.
 */
export interface LinkLimits {
  /** Largest body taken from a peer, in bytes, after decompression. */
  readonly bodyBytes: number;
  /** Largest header section of one message, in bytes. */
  readonly headerBytes: number;
  /** Connections one listener holds at once; further ones are closed. */
  readonly connections: number;
  /** Time a peer has to send the header section of a request. */
  readonly headerMilliseconds: number;
  /** Time a peer has to send a whole request. */
  readonly requestMilliseconds: number;
  /** Time an idle connection is kept for the next request. */
  readonly keepAliveMilliseconds: number;
  /** Time a connection may stay without a byte in either direction while an answer is due or being read. */
  readonly silenceMilliseconds: number;
  /** How often a listener looks for senders that are too slow. */
  readonly checkMilliseconds: number;
  /** Time a sender waits for the whole answer. */
  readonly answerMilliseconds: number;
}

export const DEFAULT_LINK_LIMITS: LinkLimits = {
  bodyBytes: 1024 * 1024,
  headerBytes: 16 * 1024,
  connections: 1024,
  headerMilliseconds: 10_000,
  requestMilliseconds: 30_000,
  // A sender stops using an idle connection one second before the listener closes it. Where both are busy that second may be
  // lost, so connections are kept for longer than any pause of a scenario.
  keepAliveMilliseconds: 65_000,
  silenceMilliseconds: 300_000,
  checkMilliseconds: 1_000,
  answerMilliseconds: 60_000,
};

/** What a deployment of the reference push service is told. Durations are milliseconds. @see dm2.md 8, 11 */
export interface PushConfig {
  /** What servers have to show; without any, whoever reaches it is served. */
  readonly accounts: readonly PushAccount[];
  /** `host`, or `host:port`; to no other does it deliver or report. */
  readonly allowedHosts: readonly string[];
  /** In which its credentials count. */
  readonly realm: string;
  readonly limits: PushLimits;
}

export interface PushAccount {
  readonly user: string;
  readonly password: string;
}

export interface PushLimits {
  /** How often a notification or report without an answer is sent again. */
  readonly retryLimit: number;
  readonly retryInterval: number;
  /** How long no answer is none. */
  readonly responseTimeout: number;
  /** Requests in work; what comes on top is turned away. */
  readonly queue: number;
  /** Requests that are known again; of those that are done the oldest goes first. */
  readonly rememberedRequests: number;
}

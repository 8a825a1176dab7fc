/** What a deployment of the reference CSE is told. Durations are milliseconds. */
export interface CseConfig {
  /** SP-relative CSE-ID, with its slash: `/cse1`. */
  readonly cseID: string;
  readonly serviceProviderID: string;
  /** Name and unstructured identifier of the CSEBase resource. */
  readonly resourceName: string;
  readonly resourceID: string;
  readonly pointOfAccess: readonly string[];
  readonly supportedReleaseVersions: readonly string[];
  /** Originator with access to everything, for setting up. */
  readonly adminOriginator: string;
  /** How long this CSE waits for answers where the request gives no Result Expiration Timestamp. */
  readonly resultExpiration: number;
  /** How long a group request identifier is remembered. */
  readonly groupRequestIdentifierLifetime: number;
  /** How many group requests, each at one target, are remembered at most; the eldest goes first. */
  readonly groupRequestIdentifierLimit: number;
  /** How often a sub-group that could not be reached is asked again. */
  readonly revalidationInterval: number;
  /** Sub-groups on member CSEs (optional procedure); `undefined` switches it off. */
  readonly subGroups?: { readonly minimumMembers: number };
  /** Members asked at the same time in one fan-out. */
  readonly fanOutConcurrency: number;
  /** Upper bound of the time a notification waits for aggregation. */
  readonly aggregationDuration: number;
  /** How result messages are repeated that nobody acknowledges. @see IGO note 1 */
  readonly notificationRetry: NotificationRetry;
  /** How long results of non-blocking requests are kept at most. @see IGO note 2 */
  readonly maximumResultPersistence: number;
  /** How long results of a non-blocking request are gathered where it gives no Result Expiration Timestamp. */
  readonly nonBlockingResultExpiration: number;
  /** How often members of a non-blocking request are asked again whose CSE is offline. */
  readonly offlineRetryInterval: number;
  /**
   * Hosts that a URL in the list of notification targets may name, as in a URL; one that begins with a dot stands for
   * all names that end so.
   */
  readonly notificationHosts: readonly string[];
  /** Whether a sub-group on another CSE is asked to report by itself in place of answering once. @see IGO 2.2 step 4 */
  readonly askSubGroupsToReport: boolean;
  /** Whether it can do service sessions, and says so. @see docs/profiles/service-sessions.md */
  readonly serviceSessions: boolean;
  /** How long a session lives whose initiator gave no expirationTime. */
  readonly sessionLifetime: number;
  /** How many sessions an application may have here at the same time. */
  readonly maximumSessions: number;
  /** How often a termination is repeated that was not answered, and a stored request that was not. */
  readonly sessionRepetitionInterval: number;
  /** How many <sessionContext> of a session are kept at most. */
  readonly maximumSessionContexts: number;
  /** How many requests of a session are stored at most. */
  readonly maximumStoredRequests: number;
  /** How many CSEs an establishment may have passed. */
  readonly maximumSessionHops: number;
}

export interface NotificationRetry {
  /** Repetitions of one message: it is sent at most once more than that. */
  readonly limit: number;
  /** From the failure of one attempt to the next attempt. */
  readonly interval: number;
  /** An acknowledgement later than this does not keep the next attempt from being scheduled; it still counts. */
  readonly acknowledgementTimeout: number;
}

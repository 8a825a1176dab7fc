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
  /** How often a sub-group that could not be reached is asked again. */
  readonly revalidationInterval: number;
  /** Sub-groups on member CSEs (optional procedure); `undefined` switches it off. */
  readonly subGroups?: { readonly minimumMembers: number };
  /** Members asked at the same time in one fan-out. */
  readonly fanOutConcurrency: number;
  /** Upper bound of the time a notification waits for aggregation. */
  readonly aggregationDuration: number;
}

/**
 * What an application is told to do about service sessions. It has one session at a time as far as the trigger goes:
 * the one that was established last and has not ended. @see docs/profiles/application-trigger.md
 */
export type SessionIntent =
  | OfferSessionsIntent
  | EstablishSessionIntent
  | SetSessionPolicyIntent
  | UpdateInSessionIntent
  | ReadInSessionIntent
  | EndSessionIntent;

/** Where an application stands in the tree of its registrar. */
export interface OwnPlace {
  /** CSE-ID of the registrar, with its slash. */
  readonly registrar: string;
  /** The `sessions` collection of the application's own <AE>. */
  readonly sessions: string;
}

/** Be told of invitations, and answer them. @see SES call flow 1 steps 3 and 13 */
export interface OfferSessionsIntent extends OwnPlace {
  readonly procedure: 'offerSessions';
  readonly accept: boolean;
}

/** @see SES call flow 1 step 7 */
export interface EstablishSessionIntent extends OwnPlace {
  readonly procedure: 'establishSession';
  /** The <AE> to be invited. */
  readonly target: string;
  readonly name?: string;
  readonly description?: string;
}

export const SESSION_DELIVERIES = ['immediate', 'storeAndForward'] as const;

/** @see SES call flow 1 step 18 */
export interface SetSessionPolicyIntent {
  readonly procedure: 'setSessionPolicy';
  readonly delivery: (typeof SESSION_DELIVERIES)[number];
  /** Schedule entries; none with immediate delivery. */
  readonly entries: readonly string[];
  /** CSE-IDs; none: all hops. */
  readonly appliesTo: readonly string[];
}

/** Put data to a container, protected. @see SES call flow 2 step 1 */
export interface UpdateInSessionIntent {
  readonly procedure: 'updateInSession';
  readonly resource: string;
  readonly data: string;
}

/** @see SES call flow 2 step 20 */
export interface ReadInSessionIntent {
  readonly procedure: 'readInSession';
  readonly resource: string;
}

/** @see SES call flow 3 step 1 */
export interface EndSessionIntent {
  readonly procedure: 'endSession';
}

/** An application that takes part in a session; `endpointID` is its AE-ID, SP-relative. */
export interface SessionEndpoint {
  readonly endpointID: string;
  /** SP-relative structured address of its <AE>. */
  readonly endpointAddress?: string;
  readonly notificationURI?: string;
  readonly description?: string;
}

/**
 * What an endpoint is told of a session; `type` 1 establishment, 2 update, 3 termination.
 * @see docs/profiles/service-sessions.md, SES call flow 1 step 12, 2 step 18, 3 step 4
 */
export interface SessionEvent {
  readonly type: number;
  readonly sessionID: string;
  /** 256 bits in base64url, with an establishment. */
  readonly sessionCredentials?: string;
  readonly sessionAddress?: string;
  readonly initiatingEndpoint?: SessionEndpoint;
  /** What was updated. */
  readonly resource?: string;
}

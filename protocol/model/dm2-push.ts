/** What a DM Server and a Push Service say to each other. @see dm2.md 8 */
export interface PushRequest {
  /** The server's name for it: asked twice, it is delivered once. */
  readonly pushID: string;
  /** Where the device takes notifications. */
  readonly address: string;
  readonly content: Uint8Array;
  /** In seconds since 1970; later it is of no use. */
  readonly deliverBefore?: number;
  /** Where the outcome is to be told. */
  readonly reportTo?: string;
}

export const PUSH_OUTCOMES = ['delivered', 'refused', 'undeliverable', 'expired'] as const;
export type PushOutcome = (typeof PUSH_OUTCOMES)[number];

export interface PushReport {
  readonly pushID: string;
  readonly outcome: PushOutcome;
  /** How often it was tried. */
  readonly attempts: number;
  /** What the device answered last, if it answered. */
  readonly status?: number;
}

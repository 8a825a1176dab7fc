/**
 * The shape of the rows of DM 2.0. Clauses name a section of docs/profiles/dm2.md, which says of each fact where it comes
 * from; `DM_Protocol 2.0` is OMA-TS-DM_Protocol-V2_0. The tables know no messages.
 */
export type ArgumentName = 'serverURI' | 'clientURI' | 'moid';

export interface ArgumentRow {
  readonly name: ArgumentName;
  /** `1` exactly one, `?` at most one, `+` at least one. */
  readonly occurs: '1' | '?' | '+';
}

export type Support = 'must' | 'should';

export interface VerbRow {
  readonly verb: string;
  /** In the order of the message, after the verb. */
  readonly arguments: readonly ArgumentRow[];
  readonly server: Support;
  readonly client: Support;
  /** What the client may report; empty where nothing is reported. */
  readonly statusCodes: readonly number[];
  /** Whether the server sends it again when nobody knows whether it was performed. */
  readonly repeatable: boolean;
  readonly meaning: string;
  readonly clause: string;
}

export interface DM2StatusRow {
  readonly code: number;
  readonly name: string;
  readonly meaning: string;
  readonly clause: string;
}

export interface DM2MediaTypeRow {
  readonly type: string;
  readonly meaning: string;
  readonly clause: string;
}

export interface NotificationOptionRow {
  readonly number: number;
  readonly name: string;
  /** Octets of the value, least and most. */
  readonly length: readonly [minimum: number, maximum: number];
  readonly meaning: string;
  readonly clause: string;
}

export interface StartAlertRow {
  readonly type: string;
  readonly meaning: string;
  readonly clause: string;
}

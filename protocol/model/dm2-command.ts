/** The commands of DM 2.0. Addresses are text, as they came: what they name is for the client to find out. @see dm2.md 5 */
export type DM2Command =
  | FetchCommand
  | SendCommand
  | NodeCommand
  | ExecCommand
  | LocationCommand
  | EndCommand
  | DefaultCommand
  | SubscribeCommand
  | UnperformableCommand;

export interface FetchCommand {
  readonly verb: 'HGET';
  readonly serverURI: string;
  /** Absent where the data say, or the client chooses, where they go. */
  readonly clientURI?: string;
}

export interface SendCommand {
  readonly verb: 'HPUT' | 'HPOST';
  readonly serverURI: string;
  /** At least one. */
  readonly clientURIs: readonly string[];
}

export interface NodeCommand {
  readonly verb: 'DELETE' | 'GET' | 'UNSUB';
  readonly clientURI: string;
}

export interface ExecCommand {
  readonly verb: 'EXEC';
  readonly clientURI: string;
  /** Where the result is to be reported, in a session of its own. */
  readonly serverURI?: string;
}

export interface LocationCommand {
  readonly verb: 'SHOW' | 'CONT';
  readonly serverURI: string;
}

export interface EndCommand {
  readonly verb: 'END';
}

export interface DefaultCommand {
  readonly verb: 'DEFAULT';
  readonly serverURI: string;
  readonly moid: string;
}

export interface SubscribeCommand {
  readonly verb: 'SUB';
  readonly serverURI: string;
  readonly clientURI: string;
}

/** What cannot be performed whatever the tree holds; it gets its status in its place. */
export interface UnperformableCommand {
  readonly verb: 'unperformable';
  /** The verb as it came, and what followed it. */
  readonly words: readonly [string, ...string[]];
  /** 501 for a verb that does not exist, 400 for arguments that do not fit. */
  readonly status: 400 | 501;
}

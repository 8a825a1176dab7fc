/**
 * The shape of the rows of SyncML DM 1.2. Clauses: `DM_Protocol`, `DM_RepPro`, `DM_Security`, `DM_Notification` and
 * `DM_TND` are OMA-TS-DM_<name>-V1_2_1, numbered as in the combined edition (2.x, 4.x, 5.x, 6.x, 8.x); `RepPro` is
 * OMA-TS-SyncML_RepPro-V1_2 with its DTD, `MetInf` OMA-TS-SyncML_MetaInfo-V1_2. The tables know no messages.
 */
export interface ElementRow {
  readonly name: string;
  /** The tag token on its WBXML code page, without the bits for content and attributes. */
  readonly token: number;
  /** False where DM forbids or ignores what SyncML has for data synchronization. */
  readonly usedInDM: boolean;
  readonly clause: string;
}

export interface CodePageRow {
  readonly page: number;
  readonly namespace: string;
  readonly elements: readonly ElementRow[];
  readonly clause: string;
}

/** `1` exactly one, `?` at most one, `*` any number, `+` at least one, as in a DTD. */
export type Occurrence = '1' | '?' | '*' | '+';

/** One place in a content model: an element, or any of the commands. */
export interface ParticleRow {
  readonly names: readonly string[];
  readonly occurs: Occurrence;
}

export interface ContentModelRow {
  readonly element: string;
  readonly particles: readonly ParticleRow[];
  readonly clause: string;
}

export interface SyncMLStatusRow {
  readonly code: number;
  readonly name: string;
  readonly meaning: string;
  readonly clause: string;
}

export interface AlertCodeRow {
  readonly code: number;
  readonly name: string;
  readonly from: 'server' | 'client' | 'both';
  readonly clause: string;
}

export interface AlertTypeRow {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly meaning: string;
  readonly clause: string;
}

export interface DataFormatRow {
  readonly format: string;
  readonly meaning: string;
  readonly clause: string;
}

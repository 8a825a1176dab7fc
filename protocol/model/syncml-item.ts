/** The parts that SyncML commands are made of, in the standard's terms. They know no serialization. */

/** Where something is: a node, a server or a device. @see DM_RepPro 4.1.1.9 */
export interface Location {
  readonly uri: string;
  /** In Source of a header: the user name, for MD5 and HMAC. */
  readonly name?: string;
}

/** @see DM_RepPro 4.1.4 */
export interface Meta {
  readonly format?: string;
  readonly type?: string;
  /** How important an alert is. */
  readonly mark?: string;
  readonly size?: number;
  /** Base64, as it travels. */
  readonly nextNonce?: string;
  readonly maxMessageSize?: number;
  readonly maxObjectSize?: number;
  readonly experimental?: readonly string[];
}

/** Text, or octets that are no text and so can travel in WBXML only. */
export type ItemData = string | Uint8Array;

export interface Item {
  readonly target?: Location;
  readonly source?: Location;
  readonly targetParent?: string;
  readonly sourceParent?: string;
  readonly meta?: Meta;
  /** Empty text is a value: an interior node without children has it. */
  readonly data?: ItemData;
  /** More of a large object comes in the next message. @see DM_Protocol 2.2 */
  readonly moreData?: true;
}

/** Only in a header. @see DM_RepPro 4.1.1.6 */
export interface Credential {
  readonly meta?: Meta;
  readonly data: string;
}

/** What credentials are asked for; the next nonce is in it. @see DM_RepPro 4.1.1.2 */
export interface Challenge {
  readonly meta: Meta;
}

/**
 * The value as octets, however it came: octets that happen to be UTF-8 text are text after decoding, which is right for
 * every format but `bin`.
 */
export function octetsOf(data: ItemData): Uint8Array {
  return typeof data === 'string' ? new TextEncoder().encode(data) : data;
}

/** What somebody says of himself in an HTTP message. How a header says it, and what a digest is, is not known here. @see dm2.md 9 */
export type ReceivedCredentials = BasicProof | DigestProof;

export interface BasicProof {
  readonly scheme: 'basic';
  readonly user: string;
  isMadeWith(password: string): boolean;
}

export interface DigestProof {
  readonly scheme: 'digest';
  readonly user: string;
  readonly realm: string;
  readonly nonce: string;
  /** How often the nonce was used, with this time. */
  readonly nonceCount: number;
  /** It was made for this message, as far as its address goes. */
  readonly isForThisAddress: boolean;
  isMadeWith(password: string): boolean;
}

/** What is asked of somebody whose credentials were not good enough. */
export type Challenge =
  | { readonly scheme: 'basic'; readonly realm: string }
  | {
      readonly scheme: 'digest';
      readonly realm: string;
      readonly nonce: string;
      readonly algorithm: 'SHA-256' | 'MD5';
      /** The nonce was too old; the rest was right. */
      readonly stale?: boolean;
    };

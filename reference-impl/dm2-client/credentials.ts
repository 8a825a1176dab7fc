import type { TransportCredentials } from './dm2-client-config';

/** What a server asks for, and what the client answers. How a header says it, and what a digest is, is not known here. @see dm2.md 9 */
export type Challenge =
  | { readonly scheme: 'basic'; readonly realm: string }
  | {
      readonly scheme: 'digest';
      readonly realm: string;
      readonly nonce: string;
      /** The stronger first. */
      readonly algorithm: 'SHA-256' | 'MD5';
      readonly opaque?: string;
      readonly stale?: boolean;
    };

export type Credentials = Pick<TransportCredentials, 'user' | 'password'> &
  (
    | { readonly scheme: 'basic' }
    | {
        readonly scheme: 'digest';
        readonly challenge: Extract<Challenge, { readonly scheme: 'digest' }>;
        /** How often the nonce was used, with this time. */
        readonly nonceCount: number;
        readonly clientNonce: string;
      }
  );

/** What a server has asked for last. */
export interface KnownChallenge {
  readonly challenge: Challenge;
  nonceCount: number;
}

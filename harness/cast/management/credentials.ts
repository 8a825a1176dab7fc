import {
  basicCredential,
  md5Credential,
  type NonceSecret,
  sameCredential,
} from '../../../protocol/codec/syncml/digests';
import type { Challenge, Credential } from '../../../protocol/model/syncml-item';
import { AUTHENTICATION_TYPES } from '../../../protocol/tables/syncml/identifiers';
import type { AuthenticationType, Authenticator } from './account';
import type { MessageArrival } from './syncml-messages';

/**
 * Credentials as testers of both sides make and judge them, right or deliberately wrong. It keeps no nonces and knows
 * no sessions. @see DM_Security 5.1.3, 5.1.4
 */

/** What a tester does about its credentials. */
export type CredentialHabit =
  | 'right'
  | 'none'
  | 'wrong password'
  | 'wrong name'
  | 'wrong nonce'
  | 'other type';

/** What a message carries of credentials. */
export interface Proof {
  readonly credential?: Credential;
  readonly mac?: NonceSecret;
  /** LocName of Source. @see DM_RepPro 4.1.1.9 */
  readonly name?: string;
}

export function proofOf(of: Authenticator, nonce: Uint8Array, habit: CredentialHabit = 'right'): Proof {
  if (habit === 'none') return {};
  const { type, name, password, nonce: used } = bent(of, nonce, habit);
  const secret = { name, password, nonce: used };
  if (type === 'hmac') return { mac: secret, name };
  const data = type === 'basic' ? basicCredential(secret) : md5Credential(secret);
  const meta = { format: 'b64', type: AUTHENTICATION_TYPES[type] };
  return { credential: { meta, data }, ...(type === 'md5' && { name }) };
}

function bent(
  { type, name, password }: Authenticator,
  nonce: Uint8Array,
  habit: CredentialHabit,
): Authenticator & { readonly nonce: Uint8Array } {
  switch (habit) {
    case 'wrong password':
      return { type, name, password: `not-${password}`, nonce };
    case 'wrong name':
      return { type, name: `not-${name}`, password, nonce };
    case 'wrong nonce':
      return { type, name, password, nonce: new TextEncoder().encode('a nonce that nobody handed out') };
    case 'other type':
      return { type: type === 'basic' ? 'md5' : 'basic', name, password, nonce };
    default:
      return { type, name, password, nonce };
  }
}

export type Judgement = 'right' | 'missing' | 'wrong';

/** Whether a message proves that it is from whom it should be, with one of these nonces. */
export function judge(
  { message, mac }: MessageArrival,
  { type, name, password }: Authenticator,
  nonces: readonly Uint8Array[],
): Judgement {
  const secrets = nonces.map((nonce) => ({ name, password, nonce }));
  if (type === 'hmac') {
    if (mac === undefined) return 'missing';
    const isRight = mac.userName === name && secrets.some((secret) => mac.compare(secret) !== 'different');
    return isRight ? 'right' : 'wrong';
  }
  const { credential } = message.header;
  if (credential === undefined) return 'missing';
  if ((credential.meta?.type ?? AUTHENTICATION_TYPES[type]) !== AUTHENTICATION_TYPES[type]) return 'wrong';
  const expected = type === 'basic' ? [basicCredential({ name, password })] : secrets.map(md5Credential);
  return expected.some((data) => sameCredential(data, credential.data)) ? 'right' : 'wrong';
}

/** Asks for credentials of a type, and hands out the nonce for them. @see DM_RepPro 4.1.1.2 */
export function challengeOf(type: AuthenticationType, nonce: Uint8Array): Challenge {
  const meta = { type: AUTHENTICATION_TYPES[type], format: 'b64' };
  if (type === 'basic') return { meta };
  return { meta: { ...meta, nextNonce: Buffer.from(nonce).toString('base64') } };
}

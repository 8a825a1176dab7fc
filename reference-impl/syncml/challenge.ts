import { nonceOctets } from '../../protocol/codec/syncml/digests';
import type { Challenge } from '../../protocol/model/syncml-item';
import { AUTHENTICATION_TYPES } from '../../protocol/tables/syncml/identifiers';
import type { AuthenticationType } from './account';
import { nonceText } from './nonces';

/** What one side asks the other to prove itself with. @see DM_RepPro 4.1.1.2, DM_Security 5.1.3 */
export interface Asked {
  readonly type: AuthenticationType;
  /** For the credentials that come next. */
  readonly nonce?: Uint8Array;
}

const TYPES: readonly AuthenticationType[] = ['basic', 'md5', 'hmac'];

/** `syncml:auth-basic` needs no nonce. */
export function challengeWith(type: AuthenticationType, nonce: Uint8Array): Challenge {
  const meta = { type: AUTHENTICATION_TYPES[type], format: 'b64' };
  return { meta: type === 'basic' ? meta : { ...meta, nextNonce: nonceText(nonce) } };
}

/** None where it asks for something that nobody here knows. */
export function askedBy({ meta }: Challenge): Asked | undefined {
  const type = authenticationTypeOf(meta.type);
  if (type === undefined) return undefined;
  return { type, ...(meta.nextNonce !== undefined && { nonce: nonceOctets(meta.nextNonce) }) };
}

/** Letter case differs between peers. Credentials that name no type are basic. @see RepPro, Cred */
export function authenticationTypeOf(name: string | undefined): AuthenticationType | undefined {
  if (name === undefined) return 'basic';
  return TYPES.find((type) => AUTHENTICATION_TYPES[type].toLowerCase() === name.toLowerCase());
}

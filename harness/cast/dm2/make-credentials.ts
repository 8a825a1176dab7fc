import {
  type Challenge,
  type DigestAuthorization,
  digestResponse,
  encodeAuthorization,
} from '../../../protocol/codec/dm2/authorization';
import type { DM2Account } from './account';

/** How a client tester proves who it is. */
export type ClientScheme = 'Basic' | 'Digest' | 'MD5 Digest';

export type DigestChallenge = Extract<Challenge, { readonly scheme: 'digest' }>;

export type DigestFields = Omit<DigestAuthorization, 'response' | 'scheme'>;

/** The client's side of HTTP credentials, as far as a scenario wants it right. @see dm2.md 9, RFC 7616 */
export class CredentialMaker {
  readonly #account: Pick<DM2Account, 'user' | 'password'>;
  #challenge: DigestChallenge | undefined;
  #count = 0;

  constructor(account: Pick<DM2Account, 'user' | 'password'>) {
    this.#account = account;
  }

  /** Takes the challenge of this scheme, if the server made one. */
  learn(challenges: readonly Challenge[], scheme: ClientScheme): boolean {
    if (scheme === 'Basic') return false;
    const algorithm = scheme === 'Digest' ? 'SHA-256' : 'MD5';
    const found = challenges.find(
      (one): one is DigestChallenge => one.scheme === 'digest' && one.algorithm === algorithm,
    );
    if (found === undefined) return false;
    this.#challenge = found;
    this.#count = 0;
    return true;
  }

  /** None as long as the nonce that it needs is not known. */
  headerFor(scheme: ClientScheme, url: string): string | undefined {
    if (scheme === 'Basic') return this.basic();
    const fields = this.fields(url);
    return fields && this.digest(fields);
  }

  basic(password = this.#account.password, user = this.#account.user): string {
    return encodeAuthorization({ scheme: 'basic', user, password });
  }

  /** For the next use of the nonce. */
  fields(url: string): DigestFields | undefined {
    if (this.#challenge === undefined) return undefined;
    const { realm, nonce, algorithm, opaque } = this.#challenge;
    const { pathname, search } = new URL(url);
    this.#count += 1;
    return {
      user: this.#account.user,
      realm,
      nonce,
      uri: pathname + search,
      algorithm,
      nonceCount: this.#count,
      clientNonce: `flowproof-${this.#count}`,
      ...(opaque !== undefined && { opaque }),
    };
  }

  digest(fields: DigestFields, password = this.#account.password): string {
    const authorization = { scheme: 'digest', ...fields } as const;
    const response = digestResponse(authorization, { method: 'POST', password });
    return encodeAuthorization({ ...authorization, response });
  }
}

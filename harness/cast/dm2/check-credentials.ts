import {
  type Challenge,
  type DigestAuthorization,
  decodeAuthorization,
  encodeChallenge,
  isDigestRight,
} from '../../../protocol/codec/dm2/authorization';
import type { DM2Account } from './account';
import type { TakenMessage } from './taken-message';

/** What a server tester asks for. */
export type AskedScheme = 'Basic' | 'Digest' | 'MD5 Digest';

/** What was wrong with the credentials of a message, in words; `right` where nothing was. */
export type CredentialFinding = 'right' | 'none' | string;

const REALM = 'flowproof';

/** The server's side of HTTP credentials: it hands out nonces and looks at what comes back. @see dm2.md 9, RFC 7616 */
export class CredentialCheck {
  readonly #account: DM2Account;
  readonly #newNonce: () => string;
  /** Nonces with the counts that were used. */
  readonly #nonces = new Map<string, Set<number>>();
  readonly #stale = new Set<string>();

  constructor(account: DM2Account, newNonce: () => string) {
    this.#account = account;
    this.#newNonce = newNonce;
  }

  /** A header for each scheme; a nonce of its own each time. */
  challenges(schemes: readonly AskedScheme[], stale = false): readonly string[] {
    return schemes.map((scheme) => encodeChallenge(this.#challenge(scheme, stale)));
  }

  #challenge(scheme: AskedScheme, stale: boolean): Challenge {
    if (scheme === 'Basic') return { scheme: 'basic', realm: REALM };
    const nonce = this.#newNonce();
    this.#nonces.set(nonce, new Set());
    const algorithm = scheme === 'Digest' ? 'SHA-256' : 'MD5';
    return { scheme: 'digest', realm: REALM, nonce, algorithm, ...(stale && { stale }) };
  }

  /** From now on all nonces are too old that were handed out so far. */
  age(): void {
    for (const nonce of this.#nonces.keys()) this.#stale.add(nonce);
  }

  /** Counts a use of the nonce. */
  find(message: TakenMessage, schemes: readonly AskedScheme[]): CredentialFinding {
    const header = message.headers.get('authorization');
    if (header === null) return 'none';
    const read = decodeAuthorization(header);
    if (!read.ok) return read.fault.detail;
    const authorization = read.value;
    if (authorization.user !== this.#account.user) return 'another user name';
    if (authorization.scheme === 'digest') return this.#findDigest(authorization, message, schemes);
    if (!schemes.includes('Basic')) return 'Basic, which was not asked for';
    // Who sends Basic before it is asked has not seen what else there is. @see dm2.md 9
    if (schemes.length > 1 && this.#nonces.size === 0) return 'Basic, before it was asked for';
    return authorization.password === this.#account.password ? 'right' : 'another password';
  }

  #findDigest(
    authorization: DigestAuthorization,
    { method, url }: TakenMessage,
    schemes: readonly AskedScheme[],
  ): CredentialFinding {
    const { nonce, algorithm, nonceCount, uri, realm } = authorization;
    const used = this.#nonces.get(nonce);
    const asked = schemes.includes(algorithm === 'MD5' ? 'MD5 Digest' : 'Digest');
    if (!asked) return `Digest with ${algorithm}, which was not asked for`;
    if (used === undefined) return 'a nonce that was not handed out';
    if (this.#stale.has(nonce)) return 'a nonce that is too old';
    if (used.has(nonceCount)) return `the nonce count ${nonceCount} a second time`;
    used.add(nonceCount);
    const { pathname, search } = new URL(url);
    if (realm !== REALM) return 'another realm';
    if (uri !== pathname + search) return `uri="${uri}" for the target ${pathname + search}`;
    return isDigestRight(authorization, { method, password: this.#account.password })
      ? 'right'
      : 'a digest that is wrong';
  }
}

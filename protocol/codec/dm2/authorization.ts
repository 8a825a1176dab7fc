import { createHash, timingSafeEqual } from 'node:crypto';
import { type Decoded, decoded, undecodable } from '../../model/decoded';
import { UnencodableError } from '../unencodable';
import { readAuthParameters } from './auth-parameters';

/**
 * HTTP credentials, Basic and Digest, as the headers have them, and what their digest has to be. Which nonces are good,
 * and whose password it is, is not known here. @see dm2.md 9, RFC 7616, RFC 7617
 */
export type DigestAlgorithm = 'SHA-256' | 'MD5';

/** The stronger first. */
export const DIGEST_ALGORITHMS: readonly DigestAlgorithm[] = ['SHA-256', 'MD5'];

export type Challenge =
  | { readonly scheme: 'basic'; readonly realm: string }
  | {
      readonly scheme: 'digest';
      readonly realm: string;
      readonly nonce: string;
      readonly algorithm: DigestAlgorithm;
      readonly opaque?: string;
      /** The nonce was too old; the credentials may be good. */
      readonly stale?: boolean;
    };

export type Authorization =
  | { readonly scheme: 'basic'; readonly user: string; readonly password: string }
  | DigestAuthorization;

export interface DigestAuthorization {
  readonly scheme: 'digest';
  readonly user: string;
  readonly realm: string;
  readonly nonce: string;
  /** The target of the request. */
  readonly uri: string;
  readonly algorithm: DigestAlgorithm;
  /** How often the nonce was used, with this time. */
  readonly nonceCount: number;
  readonly clientNonce: string;
  readonly opaque?: string;
  readonly response: string;
}

const WHERE = 'Authorization';

/** One value for each challenge; they go into headers of their own. */
export function encodeChallenge(challenge: Challenge): string {
  const realm = `realm=${quoted(challenge.realm)}`;
  if (challenge.scheme === 'basic') return `Basic ${realm}, charset="UTF-8"`;
  const { nonce, algorithm, opaque, stale } = challenge;
  return [
    `Digest ${realm}`,
    'qop="auth"',
    `algorithm=${algorithm}`,
    `nonce=${quoted(nonce)}`,
    ...(opaque === undefined ? [] : [`opaque=${quoted(opaque)}`]),
    ...(stale === true ? ['stale=true'] : []),
  ].join(', ');
}

export function encodeAuthorization(authorization: Authorization): string {
  if (authorization.scheme === 'basic') {
    const { user, password } = authorization;
    if (user.includes(':')) throw new UnencodableError('Basic has no way to say a user name with a colon');
    return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  }
  const { user, realm, nonce, uri, algorithm, nonceCount, clientNonce, opaque, response } = authorization;
  return [
    `Digest username=${quoted(user)}`,
    `realm=${quoted(realm)}`,
    `uri=${quoted(uri)}`,
    `algorithm=${algorithm}`,
    `nonce=${quoted(nonce)}`,
    `nc=${countText(nonceCount)}`,
    `cnonce=${quoted(clientNonce)}`,
    'qop=auth',
    `response=${quoted(response)}`,
    ...(opaque === undefined ? [] : [`opaque=${quoted(opaque)}`]),
  ].join(', ');
}

function quoted(text: string): string {
  if (!/^[\x20-\x7e]*$/u.test(text))
    throw new UnencodableError(`a header cannot carry ${JSON.stringify(text)}`);
  return `"${text.replace(/["\\]/gu, '\\$&')}"`;
}

function countText(count: number): string {
  return count.toString(16).padStart(8, '0');
}

export function decodeAuthorization(header: string): Decoded<Authorization> {
  const [, scheme = '', rest = ''] = /^(\S+) +(.*)$/su.exec(header.trim()) ?? [];
  if (scheme.toLowerCase() === 'basic') return decodeBasic(rest.trim());
  if (scheme.toLowerCase() === 'digest') return decodeDigest(rest);
  return undecodable('unknown-parameter', WHERE, 'expected Basic or Digest');
}

function decodeBasic(token: string): Decoded<Authorization> {
  const octets = Buffer.from(token, 'base64');
  const text = octets.toString('utf8');
  const colon = text.indexOf(':');
  if (!/^[A-Za-z0-9+/]+=*$/u.test(token) || colon < 0 || !Buffer.from(text).equals(octets))
    return undecodable('syntax', WHERE, 'expected base64 of user:password in UTF-8');
  return decoded({ scheme: 'basic', user: text.slice(0, colon), password: text.slice(colon + 1) });
}

function decodeDigest(text: string): Decoded<Authorization> {
  const parameters = readAuthParameters(text);
  const value = (name: string): string => parameters?.get(name) ?? '';
  const algorithm = algorithmOf(parameters?.get('algorithm'));
  const names = ['username', 'realm', 'nonce', 'uri', 'cnonce', 'response'];
  if (parameters === undefined || !names.every((name) => parameters.has(name)))
    return undecodable('missing', WHERE, `expected each of ${names.join(', ')} once`);
  if (algorithm === undefined || value('qop') !== 'auth' || !/^[\dA-Fa-f]{8}$/u.test(value('nc')))
    return undecodable('wrong-type', WHERE, 'expected algorithm SHA-256 or MD5, qop=auth, nc of 8 digits');
  const opaque = parameters.get('opaque');
  return decoded({
    scheme: 'digest',
    user: value('username'),
    realm: value('realm'),
    nonce: value('nonce'),
    uri: value('uri'),
    algorithm,
    nonceCount: Number.parseInt(value('nc'), 16),
    clientNonce: value('cnonce'),
    ...(opaque !== undefined && { opaque }),
    response: value('response').toLowerCase(),
  });
}

/** MD5 where nothing is said. @see RFC 7616 3.3 */
export function algorithmOf(text = 'MD5'): DigestAlgorithm | undefined {
  return DIGEST_ALGORITHMS.find((algorithm) => algorithm === text.toUpperCase());
}

/** What a client writes as `response`. @see RFC 7616 3.4.1 */
export function digestResponse(
  { user, realm, nonce, uri, algorithm, nonceCount, clientNonce }: Omit<DigestAuthorization, 'response'>,
  { method, password }: { readonly method: string; readonly password: string },
): string {
  const hash = (text: string): string =>
    createHash(algorithm === 'MD5' ? 'md5' : 'sha256')
      .update(text)
      .digest('hex');
  const secret = hash(`${user}:${realm}:${password}`);
  const request = hash(`${method}:${uri}`);
  return hash(`${secret}:${nonce}:${countText(nonceCount)}:${clientNonce}:auth:${request}`);
}

/** In a time that does not tell how much of it is right. */
export function isDigestRight(
  authorization: DigestAuthorization,
  secret: { readonly method: string; readonly password: string },
): boolean {
  const expected = createHash('sha256').update(digestResponse(authorization, secret)).digest();
  return timingSafeEqual(expected, createHash('sha256').update(authorization.response).digest());
}

/**
 * oneM2M resource addresses: parsing, formatting, the virtual child within, and their shape as an HTTP path.
 * Knows the syntax only: not which resources or CSEs exist, and not which names are virtual.
 * @see TS-0001 7.2, TS-0004 6.2.3, TS-0009 6.2.2.1
 */

/** `-` stands for the name of the CSEBase resource, whatever it is. @see TS-0001 7.2 */
export const CSE_BASE_ALIAS = '-';

export interface Address {
  /** FQDN of the service provider; only absolute addresses have one, and it comes with a `cse`. */
  readonly serviceProvider?: string;
  /** CSE-ID without its slash; absent in a CSE-relative address. */
  readonly cse?: string;
  /** Names of a structured address, or the one identifier of an unstructured one. Empty: the CSE itself. */
  readonly segments: readonly string[];
}

/** An address whose virtual child, if it names one, is told apart. */
export interface VirtualAddress {
  readonly resource: Address;
  readonly virtual?: string;
  /** Path behind the virtual child, without leading slash; empty where there is none. */
  readonly suffix: string;
}

const PATTERN = /^(?:\/\/(?<serviceProvider>[^/]+)(?=\/[^/]))?(?:\/(?<cse>[^/]+)(?:\/|$))?(?<path>.*)$/su;

/** Answers `undefined` for what is no address: empty, with empty segments, or a service provider without CSE. */
export function parseAddress(text: string): Address | undefined {
  const { serviceProvider, cse, path } = PATTERN.exec(text)?.groups ?? {};
  if (path === undefined || (path === '' && (cse === undefined || text.endsWith('/')))) return undefined;
  const segments = path === '' ? [] : path.split('/');
  if (segments.includes('')) return undefined;
  if (cse === undefined) return { segments };
  return serviceProvider === undefined ? { cse, segments } : { serviceProvider, cse, segments };
}

export function formatAddress(address: Address): string {
  const path = address.segments.join('/');
  if (address.cse === undefined) return path;
  const root = address.serviceProvider === undefined ? '' : `//${address.serviceProvider}`;
  return path === '' ? `${root}/${address.cse}` : `${root}/${address.cse}/${path}`;
}

/** Whether it names a resource by the path from the CSEBase (called `cseBaseName`) and not by its identifier. */
export function isStructured(address: Address, cseBaseName: string): boolean {
  const [first] = address.segments;
  return address.segments.length > 1 || first === cseBaseName || first === CSE_BASE_ALIAS;
}

/**
 * Splits at the first segment that is in `virtualNames`. The first segment of all never is a virtual child,
 * because a virtual resource has a parent. @see TS-0004 6.8
 */
export function splitVirtualChild(address: Address, virtualNames: ReadonlySet<string>): VirtualAddress {
  const { segments } = address;
  const at = segments.findIndex((segment, index) => index > 0 && virtualNames.has(segment));
  const virtual = segments[at];
  if (virtual === undefined) return { resource: address, suffix: '' };
  const resource = { ...address, segments: segments.slice(0, at) };
  return { resource, virtual, suffix: segments.slice(at + 1).join('/') };
}

/** Appends a relative path to an address of any form; an empty path changes nothing. */
export function appendPath(address: string, path: string): string {
  return path === '' ? address : `${address}/${path}`;
}

/** CSE-relative: `/` before it; SP-relative: `/~`; absolute: the first slash becomes `/_`. @see TS-0009 6.2.2.1 */
export function toHttpPath(to: string): string {
  if (to.startsWith('//')) return `/_${escapePath(to.slice(1))}`;
  if (to.startsWith('/')) return `/~${escapePath(to)}`;
  const path = escapePath(to);
  return /^[~_](?:\/|$)/u.test(path)
    ? `/%${path.charCodeAt(0).toString(16).toUpperCase()}${path.slice(1)}`
    : `/${path}`;
}

/** The address that an HTTP path stands for, whether or not it is well formed; `undefined` for broken escapes. */
export function fromHttpPath(path: string): string | undefined {
  if (!path.startsWith('/') || path.startsWith('//')) return undefined;
  const form = /^\/([~_])(?=\/)/u.exec(path)?.[1];
  const address = unescapePath(path.slice(form === undefined ? 1 : 2));
  if (address === undefined || form === undefined) return address;
  return form === '_' ? `/${address}` : address;
}

function escapePath(path: string): string {
  return path.split('/').map(escapeSegment).join('/');
}

/** Leaves what RFC 3986 allows in a path segment. */
function escapeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /%(?:24|26|2B|2C|3A|3B|3D|40)/gu,
    decodeURIComponent,
  );
}

function unescapePath(path: string): string | undefined {
  if (/%2f/iu.test(path)) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

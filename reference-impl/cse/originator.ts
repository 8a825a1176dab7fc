import type { CseConfig } from './cse-config';

/**
 * One spelling per originator: those of this CSE without its CSE-ID (`C1`), all others SP-relative (`/cse2/C1`).
 * Two spellings of the same originator become equal strings.
 */
export function canonicalOriginator(config: CseConfig, originator: string): string {
  const provider = `//${config.serviceProviderID.replace(/^\/+/, '')}/`;
  const withinProvider = originator.startsWith(provider) ? originator.slice(provider.length - 1) : originator;
  const own = `${config.cseID}/`;
  return withinProvider.startsWith(own) ? withinProvider.slice(own.length) : withinProvider;
}

/**
 * The From of a request that leaves this CSE: SP-relative. An AE-ID-Stem that begins with S is known to the service
 * provider without its registrar. @see TS-0004 7.3.2.6, TS-0001 table 7.2-1
 */
export function originatorOutside(config: CseConfig, originator: string): string {
  if (originator.startsWith('/')) return originator;
  return originator.startsWith('S') ? `/${originator}` : `${config.cseID}/${originator}`;
}

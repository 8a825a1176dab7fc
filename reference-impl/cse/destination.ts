import { formatAddress, parseAddress } from '../../protocol/model/identifier';
import type { CseConfig } from './cse-config';

/** Where an address leads, seen from one CSE. @see TS-0001 7.2 */
export type Destination =
  | { readonly kind: 'here'; readonly path: readonly string[] }
  | { readonly kind: 'cse'; readonly cseID: string }
  | { readonly kind: 'url' }
  | { readonly kind: 'nowhere' };

const URL_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/** Reads an address in any form: CSE-relative, SP-relative, absolute, or a URL outside oneM2M. */
export function destinationOf(config: CseConfig, to: string): Destination {
  if (URL_SCHEME.test(to)) return { kind: 'url' };
  const address = parseAddress(to);
  if (address === undefined) return { kind: 'nowhere' };
  const { serviceProvider, cse, segments } = address;
  if (cse === undefined) return { kind: 'here', path: segments };
  const ownProvider =
    serviceProvider === undefined || serviceProvider === withoutSlashes(config.serviceProviderID);
  if (ownProvider && `/${cse}` === config.cseID) return { kind: 'here', path: segments };
  if (ownProvider) return { kind: 'cse', cseID: `/${cse}` };
  return { kind: 'cse', cseID: formatAddress({ serviceProvider, cse, segments: [] }) };
}

function withoutSlashes(serviceProviderID: string): string {
  return serviceProviderID.replace(/^\/+/, '');
}

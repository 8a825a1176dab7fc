import type { ClientURI } from '../../model/dm2-client-uri';
import { formatClientURI, parseClientURI } from '../../model/dm2-client-uri-text';
import { UnencodableError } from '../unencodable';

/** An address that nobody has read or made of a tree, and that may therefore be none. @see dm2.md 6.1 */
export function encodeClientURI(address: ClientURI): string {
  const text = formatted(address);
  const read = parseClientURI(text);
  if (!read.ok) throw new UnencodableError(`${read.fault.where}: ${read.fault.detail}`);
  return text;
}

/** Halves of pairs cannot even be percent-encoded. */
function formatted(address: ClientURI): string {
  try {
    return formatClientURI(address);
  } catch (error) {
    throw new UnencodableError(`no address can say ${JSON.stringify(address)}: ${error}`);
  }
}

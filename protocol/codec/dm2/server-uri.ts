import { type Decoded, decoded, undecodable } from '../../model/decoded';
import { shown } from '../place';

/** An address of a server, a repository or a device in the network. Whether it is allowed is not known here. @see dm2.md 6.2 */
export const SERVER_URI_LENGTH = 2048;

/** Absolute, http or https, without user name, password and fragment. */
export function parseServerURI(text: string): Decoded<URL> {
  const where = 'ServerURI';
  if (text.length > SERVER_URI_LENGTH)
    return undecodable('too-large', where, `expected at most ${SERVER_URI_LENGTH} characters`);
  if (!/^https?:\/\/[\x21-\x7e]+$/iu.test(text) || !URL.canParse(text))
    return undecodable('syntax', where, `expected an http address, found ${shown(text)}`);
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || text.includes('#'))
    return undecodable('wrong-shape', where, 'expected neither user name, password nor fragment');
  return decoded(url);
}

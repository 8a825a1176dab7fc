import { type Decoded, decoded, undecodable } from './decoded';

/** An address of a server, a repository or a device in the network. Whether it is allowed is not known here. @see dm2.md 6.2 */
const LENGTH = 2048;
const WHERE = 'ServerURI';

/** Absolute, http or https, without user name, password and fragment. */
export function parseServerURI(text: string): Decoded<URL> {
  if (text.length > LENGTH)
    return undecodable('too-large', WHERE, `expected at most ${LENGTH} characters, found ${text.length}`);
  if (!/^https?:\/\/[\x21-\x7e]+$/iu.test(text) || !URL.canParse(text))
    return undecodable(
      'syntax',
      WHERE,
      `expected an http address, found ${JSON.stringify(text.slice(0, 60))}`,
    );
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || text.includes('#'))
    return undecodable('wrong-shape', WHERE, 'expected neither user name, password nor fragment');
  return decoded(url);
}

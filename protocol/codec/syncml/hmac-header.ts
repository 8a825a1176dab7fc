import { type Decoded, decoded, undecodable } from '../../model/decoded';
import { HMAC_HEADER } from '../../tables/syncml/identifiers';
import { UnencodableError } from '../unencodable';

/** The value of the header `x-syncml-hmac`. @see DM_Security 5.1.4.2 */
export interface HMACHeader {
  readonly userName: string;
  readonly mac: string;
}

const WHERE = HMAC_HEADER;
const LIMIT = 8192;
const PARAMETER = /\s*(\w+)\s*=\s*(?:"([^"]*)"|([^\s",]*))\s*(?:,|$)/uy;

export function encodeHMACHeader({ userName, mac }: HMACHeader): string {
  if (/["\r\n]/u.test(userName))
    throw new UnencodableError(`a header cannot carry the user name ${JSON.stringify(userName)}`);
  return `algorithm=MD5, username="${userName}", mac=${mac}`;
}

/** The algorithm is optional, and MD5 the only one; the order and letter case of names do not matter. */
export function decodeHMACHeader(value: string): Decoded<HMACHeader> {
  if (value.length > LIMIT) return undecodable('too-large', WHERE, `expected at most ${LIMIT} characters`);
  const parameters = readParameters(value);
  if (parameters === undefined) return undecodable('syntax', WHERE, 'expected name=value, each name once');
  const algorithm = parameters.get('algorithm') ?? 'MD5';
  if (algorithm.toUpperCase() !== 'MD5')
    return undecodable('wrong-type', WHERE, `expected algorithm MD5, found ${algorithm.slice(0, 20)}`);
  const [userName, mac] = [parameters.get('username'), parameters.get('mac')];
  if (userName === undefined || mac === undefined || mac === '')
    return undecodable('missing', WHERE, 'expected username and mac');
  return decoded({ userName, mac });
}

function readParameters(value: string): Map<string, string> | undefined {
  const parameters = new Map<string, string>();
  PARAMETER.lastIndex = 0;
  let end = 0;
  for (let match = PARAMETER.exec(value); match !== null; match = PARAMETER.exec(value)) {
    const [, name = '', quoted, bare] = match;
    if (parameters.has(name.toLowerCase())) return undefined;
    parameters.set(name.toLowerCase(), quoted ?? bare ?? '');
    end = PARAMETER.lastIndex;
    if (end >= value.length) break;
  }
  return end >= value.length ? parameters : undefined;
}

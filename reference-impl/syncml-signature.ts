import { compareMAC, hmacCredential, type NonceSecret } from '../protocol/codec/syncml/digests';
import { decodeHMACHeader, encodeHMACHeader } from '../protocol/codec/syncml/hmac-header';
import { HMAC_HEADER } from '../protocol/tables/syncml/identifiers';
import type { ReceivedMAC } from './syncml/envelope';

/** The signature of a body beside it: it is made over the octets as they travel. @see DM_Security 5.1.4 */

export function signatureHeaders(secret: NonceSecret | undefined, body: Uint8Array): Record<string, string> {
  if (secret === undefined) return {};
  return { [HMAC_HEADER]: encodeHMACHeader({ userName: secret.name, mac: hmacCredential(secret, body) }) };
}

/** What cannot be read was made with no secret. */
export function readSignature(headers: Headers, body: Uint8Array): ReceivedMAC | undefined {
  const value = headers.get(HMAC_HEADER);
  if (value === null) return undefined;
  const read = decodeHMACHeader(value);
  if (!read.ok) return { userName: '', isMadeWith: () => false };
  const { userName, mac } = read.value;
  return {
    userName,
    isMadeWith: (secret) => compareMAC(hmacCredential(secret, body), mac) !== 'different',
  };
}

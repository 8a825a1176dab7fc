import { createHash, createHmac } from 'node:crypto';
import { DEFAULT_LIMITS } from '../../protocol/codec/limits';
import { md5Credential } from '../../protocol/codec/syncml/digests';
import { decodeHMACHeader, encodeHMACHeader } from '../../protocol/codec/syncml/hmac-header';
import {
  decodeSyncMLBody,
  encodeSyncMLBody,
  readSyncMLMediaType,
} from '../../protocol/codec/syncml/syncml-body';
import { AUTHENTICATION_TYPES, HMAC_HEADER } from '../../protocol/tables/syncml/identifiers';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { Authentication } from '../../reference-impl/syncml/authentication';
import { clientFaults } from './client-faults';
import type { Endpoint, Fault } from './fault';

const NOT_OBEYED = 'A server that <conduct> is not obeyed when messages are signed, with <client> under test';
const OF_NEXT_NONCE = 'Every status of the header is 200 and has the next nonce, with <client> under test';

/** Deviations of a client whose messages are signed, or that takes signed ones. @see DM_Security 5.1.4 */
export const CLIENT_SIGNATURE_FAULTS: readonly Fault[] = [
  ...clientFaults([
    {
      name: 'signed-session-gets-212',
      description: 'Says of a signed message that the session needs no signature any more.',
      catches: [OF_NEXT_NONCE],
      atGateway: [OF_NEXT_NONCE],
      session: (own) => ({
        codeOf: (peer, verdict) =>
          verdict === 'accepted' ? statusCode('AUTHENTICATION_ACCEPTED') : own.codeOf(peer, verdict),
      }),
    },
    {
      name: 'signature-unchecked',
      description: 'Does not look at the signature of a message, nor whether there is one.',
      catches: [NOT_OBEYED, 'A second message without a signature is not obeyed'],
      atGateway: [NOT_OBEYED],
      session: (own) => ({
        verdictOn: (authentication, received) =>
          authentication.peer.authenticator.type === 'hmac'
            ? 'accepted'
            : own.verdictOn(authentication, received),
      }),
    },
    {
      name: 'signed-once-is-enough',
      description: 'Looks at the signature of the first message of a session only.',
      catches: ['A second message without a signature is not obeyed'],
      session(own) {
        const known = new WeakSet<Authentication>();
        return {
          verdictOn(authentication, received) {
            const verdict = known.has(authentication) ? 'accepted' : own.verdictOn(authentication, received);
            if (verdict === 'accepted') known.add(authentication);
            return verdict;
          },
        };
      },
    },
    {
      name: 'cred-beside-signature',
      description: 'Puts MD5 credentials into a message that is signed.',
      catches: ['With a signature no credentials stand in the message'],
      session: (own) => ({
        proofOf(authentication) {
          const proof = own.proofOf(authentication);
          if (proof.mac === undefined) return proof;
          const meta = { type: AUTHENTICATION_TYPES.md5, format: 'b64' };
          return { ...proof, credential: { meta, data: md5Credential(proof.mac) } };
        },
      }),
    },
  ]),
  {
    name: 'mac-by-rfc-2104',
    description: 'Signs its messages with the HMAC of RFC 2104, with its name for the key.',
    catches: ['Every message of <client> is signed', 'The signature covers the octets of WBXML'],
    wrapTransmit: signing((body, userName) => createHmac('md5', userName).update(body).digest('base64')),
  },
  {
    name: 'signature-of-xml',
    description: 'Makes the signature of a message in WBXML from what it would be in XML.',
    catches: ['The signature covers the octets of WBXML'],
    wrapTransmit: signing((body, _userName, contentType) => {
      if (readSyncMLMediaType(contentType)?.serialization !== 'wbxml') return undefined;
      const message = decodeSyncMLBody(body, contentType, DEFAULT_LIMITS);
      return message.ok
        ? createHash('md5').update(encodeSyncMLBody(message.value, 'xml')).digest('base64')
        : undefined;
    }),
  },
];

type Sign = (body: Uint8Array, userName: string, contentType: string) => string | undefined;

/** Puts another signature in the place of the one that a message has. */
function signing(sign: Sign) {
  return (transmit: Endpoint): Endpoint =>
    async (request) => {
      const header = decodeHMACHeader(request.headers.get(HMAC_HEADER) ?? '');
      if (!header.ok) return transmit(request);
      const { userName } = header.value;
      const body = new Uint8Array(await request.arrayBuffer());
      const mac = sign(body, userName, request.headers.get('Content-Type') ?? '') ?? header.value.mac;
      const headers = new Headers(request.headers);
      headers.set(HMAC_HEADER, encodeHMACHeader({ userName, mac }));
      return transmit(new Request(request.url, { method: request.method, headers, body }));
    };
}

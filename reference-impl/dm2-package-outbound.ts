import {
  type DigestAuthorization,
  digestResponse,
  encodeAuthorization,
} from '../protocol/codec/dm2/authorization';
import { readChallenges } from '../protocol/codec/dm2/challenges';
import { encodeDeviceMessage } from '../protocol/codec/dm2/device-message';
import { decodeServerAnswer } from '../protocol/codec/dm2/server-answer';
import { DEFAULT_LIMITS } from '../protocol/codec/limits';
import type { Credentials } from './dm2-client/credentials';
import type { DM2ClientPorts, OutgoingPackage, ServerReply } from './dm2-client/dm2-client-ports';
import { failureKind } from './failure-kind';
import type { Transmit } from './http-outbound';

/**
 * Sends the packages of a DM 2.0 client over HTTP, with its credentials. What the answer means for the session is for the
 * role to know. @see dm2.md 3.1, 3.7, 9
 */
export function dm2PackageOutbound(transmit: Transmit, packageSize: number): DM2ClientPorts['send'] {
  return async (outgoing, signal) => {
    const request = written(outgoing, signal);
    if (!(request instanceof Request)) return request;
    try {
      return await replyOf(await transmit(request), outgoing.url, packageSize);
    } catch (error) {
      return failureKind(error) === 'too-large' ? TOO_LONG : { kind: 'silent' };
    }
  };
}

/** An answer all the same: to ask again would bring it again. @see dm2.md 4.3 */
const TOO_LONG: ServerReply = { kind: 'unreadable', reason: 'the answer is longer than the link takes' };

function written(outgoing: OutgoingPackage, signal: AbortSignal): Request | ServerReply {
  const { url, deviceID, message, credentials } = outgoing;
  try {
    const headers = credentials && { Authorization: authorizationOf(credentials, url) };
    return new Request(encodeDeviceMessage({ url, deviceID, ...(headers && { headers }) }, message), {
      signal,
    });
  } catch (error) {
    return { kind: 'unsendable', reason: error instanceof Error ? error.message : String(error) };
  }
}

function authorizationOf(credentials: Credentials, url: string): string {
  const { scheme, user, password } = credentials;
  if (scheme === 'basic') return encodeAuthorization({ scheme, user, password });
  const { realm, nonce, algorithm, opaque } = credentials.challenge;
  const { pathname, search } = new URL(url);
  const digest = {
    ...{ scheme, user, realm, nonce, algorithm },
    uri: `${pathname}${search}`,
    nonceCount: credentials.nonceCount,
    clientNonce: credentials.clientNonce,
    ...(opaque !== undefined && { opaque }),
  } satisfies Omit<DigestAuthorization, 'response'>;
  return encodeAuthorization({ ...digest, response: digestResponse(digest, { method: 'POST', password }) });
}

async function replyOf(response: Response, url: string, packageSize: number): Promise<ServerReply> {
  const { status, headers } = response;
  if (status !== 200) {
    response.body?.cancel().catch(() => undefined);
    if (status !== 401) return { kind: 'refused', status };
    return { kind: 'challenged', challenges: readChallenges(headers.get('WWW-Authenticate')) };
  }
  const answer = await decodeServerAnswer(response, url, { ...DEFAULT_LIMITS, bytes: packageSize });
  if (answer.ok) return { kind: 'commands', ...answer.value };
  const { where, detail } = answer.fault;
  return { kind: 'unreadable', reason: `${where}: ${detail}` };
}

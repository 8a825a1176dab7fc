import { decodePushRequest, encodePushAcceptance } from '../protocol/codec/dm2/push';
import { boundedEndpoint } from './bounded-endpoint';
import { challengeHeaders, readCredentials } from './dm2-credentials';
import { readJsonPost, refusalAnswer } from './json-post';
import type { PushMessage, PushReply } from './push/procedures';

const REQUEST = { decode: decodePushRequest, bytes: 16 * 1024 };

/** Push requests of servers over HTTP. That one was taken says nothing of the device. @see dm2.md 8.1 */
export function pushEndpoint(
  receive: (message: PushMessage) => Promise<PushReply>,
): (message: Request) => Promise<Response> {
  return boundedEndpoint(async (message) => {
    const credentials = readCredentials(message);
    const reply = await receive({
      ...(credentials && { credentials }),
      read: () => readJsonPost(message, REQUEST),
    });
    if (reply.kind === 'refused') return refusalAnswer(reply.refusal, challengeHeaders(reply.challenges));
    const headers = { 'Content-Type': 'application/json' };
    return new Response(encodePushAcceptance(reply.pushID), { status: 202, headers });
  });
}

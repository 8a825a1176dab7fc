import { readDeviceID, readDevicePackage } from '../protocol/codec/dm2/device-message';
import { encodeServerAnswer } from '../protocol/codec/dm2/server-answer';
import { DEFAULT_LIMITS } from '../protocol/codec/limits';
import { boundedEndpoint } from './bounded-endpoint';
import { challengeHeaders, readCredentials } from './dm2-credentials';
import type { CommandsReply, DeviceMessage, RoundPlace, ServerReply } from './dm2-server/device-message';
import { refusalAnswer } from './json-post';
import { plainAnswer } from './plain-answer';

type Receive = (message: DeviceMessage) => Promise<ServerReply>;

/**
 * Packages of devices over HTTP, for a role that knows messages only. Sessions are opened at `root`, and what follows
 * is found below it, by session and round. @see dm2.md 3.1, 4.1
 */
export function dm2PackageEndpoint(root: string, receive: Receive): (message: Request) => Promise<Response> {
  return boundedEndpoint(async (message) => {
    const { pathname } = new URL(message.url);
    const place = pathname === root ? undefined : placeOf(pathname.slice(root.length));
    if (place === 'nowhere') return plainAnswer(404, `Nobody takes messages at ${pathname}.`);
    const credentials = readCredentials(message);
    const reply = await receive({
      deviceID: readDeviceID(message),
      ...(credentials && { credentials }),
      ...(place && { place }),
      read: () => readDevicePackage(message, DEFAULT_LIMITS),
    });
    if (reply.kind === 'commands') return commandsAnswer(root, reply);
    return refusalAnswer(reply.refusal, challengeHeaders(reply.challenges));
  });
}

function placeOf(path: string): RoundPlace | 'nowhere' {
  const [, sessionID, round] = /^\/([\w.~-]{1,128})\/([1-9]\d{0,8})$/u.exec(path) ?? [];
  if (sessionID === undefined || round === undefined) return 'nowhere';
  return { sessionID, round: Number(round) };
}

function commandsAnswer(root: string, reply: CommandsReply): Response {
  const { commands, next, objectTypes } = reply;
  return encodeServerAnswer({
    request: { commands },
    ...(next && { next: `${root}/${next.sessionID}/${next.round}` }),
    ...(objectTypes && { objectTypes }),
  });
}

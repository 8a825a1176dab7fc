import { answerInTime, pause } from '../../dm2/answer-in-time';
import type { Credentials } from '../credentials';
import type { Session } from '../dm2-client';
import type { ClientPackage, ServerReply } from '../dm2-client-ports';

/** One package and what becomes of it: again with credentials, and again where nothing came back. @see dm2.md 3.7, 4.3 */
export async function exchange(session: Session, message: ClientPackage): Promise<ServerReply> {
  const { procedures, ports } = session.client;
  let repeats = 0;
  for (;;) {
    const reply = await procedures.sendWithCredentials(session, message);
    if (!procedures.isWorthRepeating(session, reply, repeats)) return reply;
    repeats += 1;
    await pause(ports.clock, session.client.config.limits.repeatInterval);
  }
}

/** @see dm2.md 4.3 */
export function isWorthRepeating({ client }: Session, reply: ServerReply, repeats: number): boolean {
  return reply.kind === 'silent' && repeats < client.config.limits.repeatLimit;
}

/** A client that is asked for credentials tries once more. @see dm2.md 3.7 */
export async function sendWithCredentials(session: Session, message: ClientPackage): Promise<ServerReply> {
  const { procedures } = session.client;
  const credentials = procedures.credentialsFor(session);
  const reply = await send(session, message, credentials);
  if (reply.kind !== 'challenged') return reply;
  procedures.noteChallenges(session, reply.challenges);
  const better = procedures.credentialsFor(session);
  if (better === undefined || isSameAgain(better, credentials)) return reply;
  return send(session, message, better);
}

/** What was refused once is refused again. */
function isSameAgain(one: Credentials, other: Credentials | undefined): boolean {
  return one.scheme === 'basic' && other?.scheme === 'basic';
}

function send(
  { client, to: url }: Session,
  message: ClientPackage,
  credentials: Credentials | undefined,
): Promise<ServerReply> {
  const { ports, config } = client;
  const outgoing = {
    url,
    deviceID: config.deviceID,
    message,
    ...(credentials !== undefined && { credentials }),
  };
  const limit = { milliseconds: config.limits.responseTimeout, otherwise: { kind: 'silent' } as const };
  return answerInTime<ServerReply>(ports.clock, limit, (signal) => ports.send(outgoing, signal));
}

import type { RequestPackage } from '../../../protocol/model/dm2-package';
import type { Performance, Session, SessionEnd } from '../dm2-client';
import type { ClientPackage, CommandsReply } from '../dm2-client-ports';

/** A session from package 1 to END, or until the client gives it up. @see DM2 B.1 steps 2 to 9, B.2 steps 4 to 11 */
export async function runSession(session: Session): Promise<SessionEnd> {
  const { procedures } = session.client;
  const initiation = procedures.composeInitiation(session);
  let reply = await procedures.exchange(session, { kind: 'initiation', initiation });
  procedures.noteContact(session, initiation, reply);
  while (reply.kind === 'commands' && procedures.mayGoOn(session, reply.request)) {
    const next = await takePackage(session, reply);
    if (next === undefined) return 'finished';
    reply = await procedures.exchange(session, next);
  }
  return 'abandoned';
}

/** A server that always has more is left alone in the end. @see dm2.md 11 */
export function mayGoOn({ client, rounds }: Session, request: RequestPackage): boolean {
  const hasCommands = client.procedures.commandsToPerform(request).length > 0;
  return !hasCommands || rounds < client.config.limits.maximumRounds;
}

/** Performs the commands; what comes back goes to the server, and there is none after END. */
async function takePackage(session: Session, reply: CommandsReply): Promise<ClientPackage | undefined> {
  const { client, server, isSecure } = session;
  const { procedures, config } = client;
  const performance: Performance = {
    ...{ client, server, isSecure },
    ...(reply.objectTypes && { objectTypes: reply.objectTypes }),
    reportable: config.limits.reportedSize,
  };
  const commands = procedures.commandsToPerform(reply.request);
  if (commands.length > 0) session.rounds += 1;
  const results = await procedures.performCommands(performance, commands);
  if (procedures.isEnd(reply.request)) return undefined;
  procedures.moveOn(session, { reply, continuation: performance.continuation });
  return { kind: 'response', response: procedures.composeResponse(session, results) };
}

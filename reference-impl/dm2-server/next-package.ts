import type { DM2Command } from '../../protocol/model/dm2-command';
import type { RoundPlace, ServerReply } from './device-message';
import type { DM2Server, ManagedDevice } from './dm2-server';
import type { SentCommand, Session } from './session';

/** Rounds go on as long as anything waits for the device; END comes alone, and is not answered. @see dm2.md 3.3, 4.1 */
export function nextPackage(server: DM2Server, session: Session): ServerReply {
  const { procedures } = server;
  const commands = procedures.nextCommands(server, session.device);
  if (commands.length === 0) return procedures.finishSession(server, session);
  return procedures.sendCommands(server, session, commands);
}

export function nextCommands({ config }: DM2Server, { awaiting }: ManagedDevice): readonly DM2Command[] {
  return awaiting.splice(0, config.limits.commandsPerPackage);
}

/** @see B.1 step 5, B.2 step 7 */
export function sendCommands(
  server: DM2Server,
  session: Session,
  commands: readonly DM2Command[],
): ServerReply {
  const { procedures } = server;
  const sent = commands.map((command): SentCommand => ({ command, state: 'sent' }));
  session.rounds += 1;
  session.waiting = sent;
  session.commands.push(...sent);
  procedures.awaitDevice(server, session);
  const next = procedures.placeOfResults(session);
  const objectTypes = procedures.objectTypesFor(server, commands);
  return { kind: 'commands', commands, ...(next && { next }), ...(objectTypes && { objectTypes }) };
}

export function placeOfResults({ sessionID, rounds }: Session): RoundPlace | undefined {
  return { sessionID, round: rounds };
}

export function objectTypesFor({ config }: DM2Server): readonly string[] | undefined {
  return config.objectTypes;
}

/** @see B.1 step 9, B.2 step 11 */
export function finishSession(server: DM2Server, session: Session): ServerReply {
  server.procedures.endSession(server, session, 'finished');
  return { kind: 'commands', commands: [{ verb: 'END' }] };
}

import type { ResponsePackage } from '../../protocol/model/dm2-package';
import { type Refusal, refuse } from '../../protocol/model/refusal';
import { messageStatus } from '../../protocol/tables/dm2/status-codes';
import { refused, type ServerReply } from './device-message';
import type { DM2Server, ManagedDevice } from './dm2-server';
import type { PlacedResults } from './procedures';
import type { Session } from './session';

/** Package 3: results count once, whatever is sent again. @see dm2.md 4.1, 4.3, B.1 steps 8 and 9, B.2 steps 10 and 11 */
export function continueSession(
  server: DM2Server,
  device: ManagedDevice,
  { response, place }: PlacedResults,
): ServerReply {
  const { procedures } = server;
  const found = procedures.findRound(server, device, place);
  if (found.kind === 'refused') return found;
  const { session } = found;
  if (found.kind === 'answered') {
    if (session.state === 'open') procedures.awaitDevice(server, session);
    return found.reply;
  }
  const refusal = procedures.refuseResults(session, response);
  if (refusal !== undefined) return refused(refusal);
  procedures.takeResults(session, response);
  procedures.takeAlerts(session, response);
  const round = session.rounds;
  const reply = procedures.nextPackage(server, session);
  session.answered = { round, reply };
  return reply;
}

/** @see dm2.md 3.4 */
export function refuseResults({ waiting }: Session, { results }: ResponsePackage): Refusal | undefined {
  if (results.length === waiting.length) return undefined;
  const reason = `expected a status for each of ${waiting.length} commands, found ${results.length}`;
  return refuse(messageStatus('BAD_REQUEST'), reason, 'dm2.md 3.4');
}

export function takeResults({ waiting }: Session, { results }: ResponsePackage): void {
  for (const [index, sent] of waiting.entries()) {
    const result = results[index];
    if (result === undefined) continue;
    sent.state = 'reported';
    sent.result = result;
  }
}

export function takeAlerts(session: Session, { alerts }: ResponsePackage): void {
  session.alerts.push(...alerts);
}

import { refuse } from '../../protocol/model/refusal';
import { messageStatus } from '../../protocol/tables/dm2/status-codes';
import { type RefusedReply, type RoundPlace, refused } from './device-message';
import type { DM2Server, ManagedDevice } from './dm2-server';
import type { FoundRound } from './procedures';
import { openSessionOf, type Session } from './session';

/**
 * The round of which the results are. The address stands for it; without one it is the round that is open. Only sessions
 * of this device are looked at, so that no device reports for another. @see dm2.md 4.1, 4.3, 9
 */
export function findRound(
  server: DM2Server,
  device: ManagedDevice,
  place: RoundPlace | undefined,
): FoundRound {
  const open = openSessionOf(device);
  if (place === undefined)
    return open === undefined
      ? nobodyWaits('the device has no open session')
      : { kind: 'waiting', session: open };
  const session = device.sessions.find(({ sessionID }) => sessionID === place.sessionID);
  if (session === undefined) return nobodyWaits('the device has no such session');
  if (session === open && place.round === session.rounds) return { kind: 'waiting', session };
  const { answered } = session;
  if (answered?.round === place.round && server.procedures.isAnswerKept(server, session))
    return { kind: 'answered', session, reply: answered.reply };
  return nobodyWaits(
    session === open
      ? `the session waits for the results of round ${session.rounds}`
      : `the session is ${session.state}`,
  );
}

/** As long as the session is open, and a while after its regular end. @see dm2.md 4.3, 4.5 */
export function isAnswerKept({ config, ports }: DM2Server, { state, endedAt }: Session): boolean {
  if (state === 'open') return true;
  return (
    state === 'finished' && endedAt !== undefined && ports.clock.now() - endedAt <= config.limits.idleLimit
  );
}

export function nobodyWaits(reason: string): RefusedReply {
  return refused(refuse(messageStatus('GONE'), reason, 'dm2.md 3.7'));
}

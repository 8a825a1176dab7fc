import type { DM2Command } from '../../protocol/model/dm2-command';
import type { SessionState } from '../../protocol/model/dm2-session';
import { isVerb, verbRow } from '../../protocol/tables/dm2/verbs';
import type { DM2Server, ManagedDevice } from './dm2-server';
import type { SentCommand, Session } from './session';

/** However it ends, commands of which nothing was heard are taken back. @see dm2.md 4.4, 4.5 */
export function endSession(server: DM2Server, session: Session, state: Exclude<SessionState, 'open'>): void {
  session.callOffExpiry();
  session.state = state;
  session.endedAt = server.ports.clock.now();
  server.procedures.takeBack(server, session);
}

/** @see dm2.md 4.4 */
export function awaitDevice(server: DM2Server, session: Session): void {
  const { config, ports, procedures } = server;
  session.callOffExpiry();
  session.callOffExpiry = ports.clock.after(config.limits.idleLimit, () =>
    procedures.endSession(server, session, 'expired'),
  );
}

/** They wait again, or are lost where doing them twice would do harm. @see dm2.md 4.4 */
export function takeBack({ procedures }: DM2Server, session: Session): void {
  const unreported = session.commands.filter(({ state }) => state === 'sent');
  for (const sent of unreported) sent.state = procedures.isSentAgain(sent) ? 'awaiting' : 'lost';
  const again = unreported.filter(({ state }) => state === 'awaiting').map(({ command }) => command);
  procedures.putBack(session.device, again);
}

/** @see dm2.md 5 */
export function isSentAgain({ command: { verb } }: SentCommand): boolean {
  return !isVerb(verb) || verbRow(verb).repeatable;
}

export function putBack({ awaiting }: ManagedDevice, commands: readonly DM2Command[]): void {
  awaiting.unshift(...commands);
}

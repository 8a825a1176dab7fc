import type { DM2Command } from '../../../protocol/model/dm2-command';
import type {
  CommandResult,
  Initiation,
  RequestPackage,
  ResponsePackage,
  SessionStart,
  SupportedObject,
} from '../../../protocol/model/dm2-package';
import type { Session, SessionCause } from '../dm2-client';
import type { CommandsReply, ServerReply } from '../dm2-client-ports';
import { keepAlerts } from './open-session';

/** What the packages of a session hold, and what they mean for it. @see dm2.md 3.2 to 3.4 */

export function composeInitiation(session: Session): Initiation {
  const { procedures } = session.client;
  return {
    start: procedures.startOf(session.cause),
    alerts: procedures.alertsToTell(session),
    ...(procedures.listsObjects(session) && { objects: procedures.supportedObjects(session) }),
  };
}

export function startOf({ reason, notificationID }: SessionCause): SessionStart {
  if (reason === 'client-initiated') return { reason };
  return { reason, ...(notificationID !== undefined && { notificationID }) };
}

/** What could not be delivered before, then what the session is for. @see dm2.md 3.5 */
export function alertsToTell({ server, cause }: Session): Initiation['alerts'] {
  const kept = server.keptAlerts.filter(({ to }) => to === cause.to).map(({ alert }) => alert);
  return [...kept, ...(cause.alerts ?? [])];
}

/** When the notification asked for it, and on first contact. @see dm2.md 3.2 */
export function listsObjects({ cause, server }: Session): boolean {
  return cause.requestsObjects === true || !server.isMet;
}

/** The objects that the server may manage, with their instances. */
export function supportedObjects({ client, server }: Session): readonly SupportedObject[] {
  const { store, procedures } = client;
  return [...store.descriptions.values()]
    .filter(({ moid }) => procedures.mayManage(server, moid))
    .map(({ moid, ddf }) => ({
      ...(ddf !== undefined && { ddf }),
      moid,
      miids: [...(store.tree.get(moid)?.keys() ?? [])],
    }));
}

/** What the server took, it knows; what it did not take is told again another time. @see dm2.md 3.5 */
export function noteContact(
  { server, cause, client }: Session,
  { alerts }: Initiation,
  reply: ServerReply,
): void {
  const isTaken = reply.kind === 'commands' || reply.kind === 'unreadable';
  if (!isTaken) {
    keepAlerts(server, { ...cause, limit: client.config.limits.keptAlerts });
    return;
  }
  server.isMet = true;
  const told = new Set(alerts);
  const left = server.keptAlerts.filter(({ alert }) => !told.has(alert));
  server.keptAlerts.splice(0, server.keptAlerts.length, ...left);
}

/** Those before END. @see dm2.md 3.3 */
export function commandsToPerform({ commands }: RequestPackage): readonly DM2Command[] {
  const end = commands.findIndex(({ verb }) => verb === 'END');
  return end === -1 ? commands : commands.slice(0, end);
}

/** END is never answered. @see DM2 B.1 step 9, B.2 step 11 */
export function isEnd({ commands }: RequestPackage): boolean {
  return commands.some(({ verb }) => verb === 'END');
}

export function composeResponse(_session: Session, results: readonly CommandResult[]): ResponsePackage {
  return { results, alerts: [] };
}

export interface Step {
  readonly reply: CommandsReply;
  readonly continuation: string | undefined;
}

/** Where the results go: where CONT leads, where the answer says, or where the session is at home. @see dm2.md 4.1, 4.2 */
export function moveOn(session: Session, { reply, continuation }: Step): void {
  if (continuation !== undefined) {
    session.home = continuation;
    session.trustedOrigins.add(new URL(continuation).origin);
  }
  session.to = continuation ?? reply.next ?? session.home;
}

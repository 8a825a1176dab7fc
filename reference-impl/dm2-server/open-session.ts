import type { Initiation, SessionStart } from '../../protocol/model/dm2-package';
import type { Refusal } from '../../protocol/model/refusal';
import { refused, type ServerReply } from './device-message';
import type { DM2Server, ManagedDevice, SentNotification } from './dm2-server';
import { openSessionOf, type Session } from './session';

/** Package 1 of a device that was identified. The newest session wins. @see dm2.md 4.1, 4.5, B.1 steps 3 to 5 */
export function openSession(server: DM2Server, device: ManagedDevice, initiation: Initiation): ServerReply {
  const { procedures } = server;
  const refusal = procedures.refuseStart(server, device, initiation.start);
  if (refusal !== undefined) return refused(refusal);
  const before = openSessionOf(device);
  if (before !== undefined) procedures.endSession(server, before, 'superseded');
  procedures.keepObjects(device, initiation);
  const session = procedures.createSession(server, device, initiation);
  return procedures.nextPackage(server, session);
}

export function createSession(
  server: DM2Server,
  device: ManagedDevice,
  { start, alerts }: Initiation,
): Session {
  const { procedures, config } = server;
  const cause = procedures.notificationBehind(server, device, start);
  if (cause?.state === 'asking' || cause?.state === 'taken') cause.state = 'obeyed';
  const session: Session = {
    sessionID: procedures.newSessionID(server),
    device,
    start,
    state: 'open',
    rounds: 0,
    commands: [],
    alerts: [...alerts],
    waiting: [],
    callOffExpiry: () => {},
  };
  device.sessions.push(session);
  device.sessions.splice(0, device.sessions.length - config.limits.rememberedSessions);
  return session;
}

/** Nobody can guess it, for it is in the addresses of results. @see dm2.md 4.1 */
export function newSessionID({ ports }: DM2Server): string {
  return ports.ids.next('s-');
}

/** A notification that nobody knows does not matter. @see X-DM2-13 */
export function refuseStart(): Refusal | undefined {
  return undefined;
}

export function notificationBehind(
  { notifications }: DM2Server,
  device: ManagedDevice,
  start: SessionStart,
): SentNotification | undefined {
  if (start.reason !== 'server-initiated' || start.notificationID === undefined) return undefined;
  const { notificationID } = start;
  return [...notifications.values()].findLast(
    (sent) => sent.device === device && sent.order.notification.notificationID === notificationID,
  );
}

export function keepObjects(device: ManagedDevice, { objects }: Initiation): void {
  if (objects !== undefined) device.objects = objects;
}

import type { ManagementAlert } from '../../../protocol/model/dm2-alert';
import type { DM2Client, KnownServer, Session, SessionCause } from '../dm2-client';

/** Opens a session, or remembers it until the one with this server is over; false where neither can be. @see dm2.md 4.5 */
export function openSession(client: DM2Client, server: KnownServer, cause: SessionCause): boolean {
  const { procedures } = client;
  if (procedures.mayOpenNow(server)) {
    begin(client, server, cause);
    return true;
  }
  return procedures.remember(client, server, cause);
}

/** Never two with one server. */
export function mayOpenNow({ session }: KnownServer): boolean {
  return session === undefined;
}

/** Two plain wishes of the device are one. What there is no room for is kept as far as it has alerts. */
export function remember({ config }: DM2Client, server: KnownServer, cause: SessionCause): boolean {
  const { waiting } = server;
  if (isPlain(cause) && waiting.some((other) => isPlain(other) && other.to === cause.to)) return true;
  if (waiting.length < config.limits.waitingSessions) {
    waiting.push(cause);
    return true;
  }
  keepAlerts(server, { ...cause, limit: config.limits.keptAlerts });
  return false;
}

function isPlain({ reason, alerts }: SessionCause): boolean {
  return reason === 'client-initiated' && alerts === undefined;
}

interface Undelivered {
  readonly to: string;
  readonly alerts?: readonly ManagementAlert[];
  readonly limit: number;
}

/** For the next package 1 to the same address; of too many the oldest are forgotten. @see dm2.md 3.5 */
export function keepAlerts({ keptAlerts }: KnownServer, { to, alerts = [], limit }: Undelivered): void {
  keptAlerts.push(...alerts.map((alert) => ({ to, alert })));
  keptAlerts.splice(0, keptAlerts.length - limit);
}

function begin(client: DM2Client, server: KnownServer, cause: SessionCause): void {
  const session = sessionFor(client, server, cause);
  server.session = session;
  const next = (): void => {
    if (server.session === session) server.session = undefined;
    const waiting = client.procedures.mayOpenNow(server) ? server.waiting.shift() : undefined;
    if (waiting !== undefined) begin(client, server, waiting);
  };
  client.procedures.runSession(session).then(next, next);
}

function sessionFor(client: DM2Client, server: KnownServer, cause: SessionCause): Session {
  return {
    client,
    server,
    cause,
    isSecure: new URL(cause.to).protocol === 'https:',
    home: cause.to,
    to: cause.to,
    rounds: 0,
    trustedOrigins: new Set([new URL(server.account.serverURI).origin]),
  };
}

import type { DM2Client, KnownServer, SessionCause } from '../dm2-client';

/** Something that happened inside of the device, such as a timer. @see DM2 B.1 step 1, dm2.md 10 */
export interface InternalEvent {
  /** Of the server to talk with; its own first server where absent. */
  readonly serverURI?: string;
}

/** Opens a session; false where the device knows no server. @see dm2.md 3.2 */
export function takeEvent(client: DM2Client, event: InternalEvent): boolean {
  const { procedures } = client;
  const server = procedures.serverOfEvent(client, event);
  return (
    server !== undefined && procedures.openSession(client, server, procedures.causeOfEvent(server, event))
  );
}

/** The one that the event names; the first for an address that belongs to none. @see dm2.md 10 */
export function serverOfEvent({ servers }: DM2Client, { serverURI }: InternalEvent): KnownServer | undefined {
  const known = [...servers.values()];
  return known.find(({ account }) => isOfOrigin(account.serverURI, serverURI)) ?? known[0];
}

/** An address of the server itself is taken as it is; credentials go to no other. @see dm2.md 9 */
export function causeOfEvent({ account }: KnownServer, { serverURI }: InternalEvent): SessionCause {
  const to =
    isOfOrigin(account.serverURI, serverURI) && serverURI !== undefined ? serverURI : account.serverURI;
  return { reason: 'client-initiated', to };
}

function isOfOrigin(own: string, other: string | undefined): boolean {
  return other !== undefined && URL.canParse(other) && new URL(own).origin === new URL(other).origin;
}

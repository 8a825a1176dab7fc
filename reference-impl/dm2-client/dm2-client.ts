import type { ManagementAlert } from '../../protocol/model/dm2-alert';
import type { ClientURI } from '../../protocol/model/dm2-client-uri';
import type { DM2Notification, NotificationSecret } from '../../protocol/model/dm2-notification';
import type { KnownChallenge } from './credentials';
import type { DM2ClientConfig, ServerAccount } from './dm2-client-config';
import type { DM2ClientPorts } from './dm2-client-ports';
import type { DM2ClientProcedures } from './dm2-client-procedures';
import type { ObjectStore } from './tree/object-store';
import type { FoundNode } from './tree/object-tree';
import type { ToldNode } from './tree/serialize';

/** What every procedure of the client works with. It knows values, and neither octets nor addresses of its own. */
export interface DM2Client {
  readonly config: DM2ClientConfig;
  readonly store: ObjectStore;
  /** By SERVER-ID. */
  readonly servers: ReadonlyMap<string, KnownServer>;
  /** Where to fetch an object that is missing, by MOID. */
  readonly defaults: Map<string, Errand>;
  readonly subscriptions: Set<Subscription>;
  /** How many executions are under way. */
  executions: number;
  readonly ports: DM2ClientPorts;
  /** The table of procedures in force; a fault of the reference is another table. Always call through it. */
  readonly procedures: DM2ClientProcedures;
}

/** A server, and what the client remembers of it. */
export interface KnownServer {
  readonly account: ServerAccount;
  /** It has answered a package 1. */
  isMet: boolean;
  /** The session that is open; the others wait. */
  session?: Session | undefined;
  readonly waiting: SessionCause[];
  /** Until when a NOTIFICATION-ID counts as seen. */
  readonly notified: Map<number, number>;
  /** By origin. */
  readonly challenges: Map<string, KnownChallenge>;
  /** What could not be delivered, by the address that it is for. */
  readonly keptAlerts: { readonly to: string; readonly alert: ManagementAlert }[];
}

/** Why a session begins, and what it is for. */
export interface SessionCause {
  readonly reason: 'client-initiated' | 'server-initiated';
  readonly notificationID?: number;
  /** The notification asked for the list of objects. */
  readonly requestsObjects?: boolean;
  /** Where package 1 goes. */
  readonly to: string;
  /** What the session is to tell. */
  readonly alerts?: readonly ManagementAlert[];
}

/** On whose behalf something is done, and how safe the way to it was. */
export interface Mandate {
  readonly client: DM2Client;
  readonly server: KnownServer;
  /** The session has, or had, TLS. */
  readonly isSecure: boolean;
}

export interface Session extends Mandate {
  readonly cause: SessionCause;
  /** Where messages go as long as no answer says where the next one goes. */
  home: string;
  /** Where the next message goes. */
  to: string;
  /** Packages with commands. */
  rounds: number;
  /** Whose own the credentials are. */
  readonly trustedOrigins: Set<string>;
}

/** `abandoned`: the client sends nothing more, whatever the server thinks. */
export type SessionEnd = 'finished' | 'abandoned';

/** One package that is being performed. */
export interface Performance extends Mandate {
  readonly objectTypes?: readonly string[];
  /** What may still be reported. */
  reportable: number;
  /** Where the last CONT leads. */
  continuation?: string;
}

/** An address for later, with whose wish it was. */
export interface Errand extends Mandate {
  readonly serverURI: string;
}

export interface Subscription extends Errand {
  /** Letter by letter, as UNSUB has to say it. */
  readonly clientURI: string;
  readonly address: ClientURI;
  /** What the address named last. */
  nodes: readonly FoundNode[];
  /** What is still to be sent, change by change. */
  readonly waiting: (readonly ToldNode[])[];
  isSending: boolean;
}

/** A package 0 that came in. Only who has the octets can say who made them. */
export interface ReceivedNotification {
  readonly notification: DM2Notification;
  isMadeWith(secret: NotificationSecret): boolean;
}

/** An EXEC of which the result comes later. */
export interface Execution {
  /** As it was sent. */
  readonly clientURI: string;
  /** Where the result goes. */
  readonly to: string;
}

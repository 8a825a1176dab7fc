import type { SessionEndpoint } from '../../../protocol/model/session-event';

/** A session as the application holds it. Nothing of it survives its end. */
export interface HeldSession {
  readonly sessionID: string;
  /** 256 bits in base64url. */
  readonly key: string;
  /** AE-ID of this application, SP-relative. */
  readonly endpointID: string;
  /** Point of access of its registrar, and the session there. */
  readonly pointOfAccess: string;
  readonly address: string;
  readonly partner?: SessionEndpoint;
  /** Number of its latest update. */
  sequence: number;
}

/** What the application said when it offered to be invited. */
export interface Offer {
  readonly pointOfAccess: string;
  readonly registrar: string;
  readonly accept: boolean;
}

/** All sessions, the latest last, and the offer in force. */
export interface SessionMemory {
  readonly held: Map<string, HeldSession>;
  offer: Offer | undefined;
  /** Collections where it has registered. */
  readonly registered: Set<string>;
  /** What the application has read in its sessions, opened; the latest last. */
  readonly read: Uint8Array[];
}

export function emptyMemory(): SessionMemory {
  return { held: new Map(), offer: undefined, registered: new Set(), read: [] };
}

export function latestSession({ held }: SessionMemory): HeldSession | undefined {
  return [...held.values()].at(-1);
}

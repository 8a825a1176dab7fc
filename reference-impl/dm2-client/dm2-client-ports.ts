import type { SerializedObject } from '../../protocol/model/dm2-object';
import type { Initiation, RequestPackage, ResponsePackage } from '../../protocol/model/dm2-package';
import type { Clock } from '../runtime/clock';
import type { Random } from '../runtime/random';
import type { Challenge, Credentials } from './credentials';

/** What the client needs of its surroundings. None of it rejects: what went wrong is a value. */
export interface DM2ClientPorts {
  readonly clock: Clock;
  readonly random: Random;
  /** Sends a package and answers what came back. It is called off by `signal`. */
  send(outgoing: OutgoingPackage, signal: AbortSignal): Promise<ServerReply>;
  askRepository(question: RepositoryQuestion, signal: AbortSignal): Promise<RepositoryReply>;
  /** Shows a page to whoever is at the device; false where nobody can see it. */
  show(uri: string): boolean;
}

export type ClientPackage =
  | { readonly kind: 'initiation'; readonly initiation: Initiation }
  | { readonly kind: 'response'; readonly response: ResponsePackage };

export interface OutgoingPackage {
  readonly url: string;
  readonly deviceID: string;
  readonly message: ClientPackage;
  readonly credentials?: Credentials;
}

/** What became of a package. */
export type ServerReply =
  | CommandsReply
  /** 401. */
  | { readonly kind: 'challenged'; readonly challenges: readonly Challenge[] }
  /** Any other status than 200. */
  | { readonly kind: 'refused'; readonly status: number }
  /** Taken, but what came back is no package 2. */
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** Nothing came back, or nothing in time. */
  | { readonly kind: 'silent' }
  /** It cannot be written. */
  | { readonly kind: 'unsendable'; readonly reason: string };

export interface CommandsReply {
  readonly kind: 'commands';
  readonly request: RequestPackage;
  /** Where the server wants the results. */
  readonly next?: string;
  /** Media ranges that repositories take. */
  readonly objectTypes?: readonly string[];
}

export type RepositoryQuestion =
  | { readonly method: 'GET'; readonly uri: string }
  | { readonly method: 'PUT' | 'POST'; readonly uri: string; readonly content: SentContent };

export type SentContent =
  | { readonly type: 'objects'; readonly objects: readonly SerializedObject[] }
  | { readonly type: 'text/plain'; readonly text: string }
  | { readonly type: 'application/octet-stream'; readonly octets: Uint8Array };

export type FetchedContent =
  | { readonly type: 'objects'; readonly objects: readonly SerializedObject[] }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'octets'; readonly octets: Uint8Array }
  /** It says that it is what it is not. */
  | { readonly type: 'unreadable'; readonly reason: string }
  | { readonly type: 'unknown' };

export type RepositoryReply =
  | RepositoryAnswer
  | { readonly kind: 'unreachable' | 'broken' | 'silent' | 'too-large' };

export interface RepositoryAnswer {
  readonly kind: 'answered';
  readonly status: number;
  /** Of a GET that succeeded. */
  readonly content?: FetchedContent;
  /** Media ranges that it takes, as it says. */
  readonly objectTypes?: readonly string[];
}

import { compareMAC, hmacCredential, type NonceSecret } from '../../../protocol/codec/syncml/digests';
import { decodeHMACHeader, encodeHMACHeader } from '../../../protocol/codec/syncml/hmac-header';
import {
  decodeSyncMLBody,
  encodeSyncMLBody,
  readSyncMLMediaType,
  type SyncMLSerialization,
} from '../../../protocol/codec/syncml/syncml-body';
import type { SyncMLMessage } from '../../../protocol/model/syncml-message';
import { HMAC_HEADER, SYNCML_MEDIA_TYPES } from '../../../protocol/tables/syncml/identifiers';
import { type Link, LinkFailure } from '../../links/link';
import { type MessageNote, notesOn } from './message-notes';

/**
 * SyncML messages over links, for testers of every role. It writes what it is told and reads whatever comes: what is no
 * message is a value with its reason, and nothing that a target sends makes it throw.
 */

/** A message that a tester got, with what HTTP carried beside it. */
export interface MessageArrival {
  readonly kind: 'message';
  readonly message: SyncMLMessage;
  readonly serialization: SyncMLSerialization;
  readonly mac?: ArrivedMAC;
  /** Habits of the sender that the standard does not have; none of them makes the message unreadable. */
  readonly notes: readonly MessageNote[];
  readonly octets: Uint8Array;
}

/** What the header `x-syncml-hmac` said of the body. @see DM_Security 5.1.4.2 */
export interface ArrivedMAC {
  readonly userName: string;
  compare(secret: NonceSecret): ReturnType<typeof compareMAC>;
}

export type Arrival =
  | MessageArrival
  /** HTTP said something, but not with a message of SyncML. */
  | { readonly kind: 'no-message'; readonly status: number; readonly why: string }
  /** Nothing came back at all. */
  | { readonly kind: 'nothing'; readonly why: string };

/** A message as a tester sends it. */
export interface Outgoing {
  readonly message: SyncMLMessage;
  readonly serialization: SyncMLSerialization;
  /** The body is signed with it. */
  readonly mac?: NonceSecret;
  /** Changes the octets after the message was written; the signature covers what is left. */
  readonly spoil?: (octets: Uint8Array) => Uint8Array;
  readonly contentType?: string;
}

export function bodyOf(outgoing: Outgoing): { readonly body: Uint8Array; readonly headers: Headers } {
  const { message, serialization, mac, contentType } = outgoing;
  const written = encodeSyncMLBody(message, serialization);
  const body = outgoing.spoil?.(written) ?? written;
  const headers = new Headers({ 'content-type': contentType ?? SYNCML_MEDIA_TYPES[serialization].dm });
  if (mac !== undefined)
    headers.set(HMAC_HEADER, encodeHMACHeader({ userName: mac.name, mac: hmacCredential(mac, body) }));
  return { body, headers };
}

export function requestOf(address: string, outgoing: Outgoing): Request {
  return new Request(address, { method: 'POST', ...bodyOf(outgoing) });
}

export function responseOf(outgoing: Outgoing): Response {
  return new Response(...responseParts(outgoing));
}

function responseParts(outgoing: Outgoing): [Uint8Array, ResponseInit] {
  const { body, headers } = bodyOf(outgoing);
  return [body, { status: 200, headers }];
}

/** Sends and reads what comes back; the link's failures are an arrival like any other. */
export async function exchange(link: Link, request: Request): Promise<Arrival> {
  try {
    const response = await link.send(request);
    const arrival = withoutMirror(request, await readArrival(response));
    if (arrival.kind !== 'message' || response.status === 200) return arrival;
    return { kind: 'no-message', status: response.status, why: `HTTP ${response.status} beside a message` };
  } catch (failure) {
    if (failure instanceof LinkFailure) return { kind: 'nothing', why: failure.message };
    throw failure;
  }
}

/** Who answers in the media type that it was asked in has no habit of its own. */
function withoutMirror({ headers }: Request, arrival: Arrival): Arrival {
  const asked = readSyncMLMediaType(headers.get('content-type') ?? '');
  if (arrival.kind !== 'message' || asked?.isDataSynchronization !== true) return arrival;
  return {
    ...arrival,
    notes: arrival.notes.filter(({ habit }) => habit !== 'data synchronization media type'),
  };
}

/** The message of SyncML in an HTTP message, or why there is none. */
export async function readArrival(from: Request | Response): Promise<Arrival> {
  const status = from instanceof Response ? from.status : 200;
  const octets = new Uint8Array(await from.arrayBuffer());
  const contentType = from.headers.get('content-type') ?? '';
  const mediaType = readSyncMLMediaType(contentType);
  if (mediaType === undefined || octets.length === 0) {
    const carried = octets.length === 0 ? 'no body' : `a body of ${contentType || 'no media type'}`;
    return { kind: 'no-message', status, why: `HTTP ${status} with ${carried}` };
  }
  const read = decodeSyncMLBody(octets, contentType);
  if (!read.ok) {
    const { where, detail } = read.fault;
    return { kind: 'no-message', status, why: `a body that is no message, at ${where}: ${detail}` };
  }
  const { serialization } = mediaType;
  const notes = notesOn(read.value, octets, mediaType);
  return { kind: 'message', message: read.value, serialization, ...readMAC(from, octets), notes, octets };
}

function readMAC({ headers }: Request | Response, octets: Uint8Array): Pick<MessageArrival, 'mac'> {
  const value = headers.get(HMAC_HEADER);
  if (value === null) return {};
  const read = decodeHMACHeader(value);
  const { userName, mac } = read.ok ? read.value : { userName: '', mac: '' };
  return { mac: { userName, compare: (secret) => compareMAC(hmacCredential(secret, octets), mac) } };
}

/** What came, in words for a person. */
export function describeArrival(arrival: Arrival): string {
  if (arrival.kind !== 'message') return arrival.why;
  const { commands, final } = arrival.message;
  const words = commands.map((command) => {
    if (command.kind === 'Status') return `Status ${command.code} of ${command.command}`;
    if (command.kind === 'Alert') return `Alert ${command.code ?? 'without a code'}`;
    return command.kind === 'NotInDM' ? command.command : command.kind;
  });
  const content = words.length === 0 ? 'nothing' : words.slice(0, 8).join(', ');
  return `a message with ${content}${words.length > 8 ? ', ...' : ''}${final ? '' : ', not final'}`;
}

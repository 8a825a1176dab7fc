import {
  INITIATION_MEDIA_TYPE,
  NOTIFICATION_MEDIA_TYPE,
  REQUEST_MEDIA_TYPE,
  RESPONSE_MEDIA_TYPE,
} from '../../../protocol/tables/dm2/identifiers';
import type { RecordedMessage } from '../../links/exchange';
import type { MessageWords } from './message-words';
import { isOfType } from './recorded-octets';

/** What a message of DM 2.0 is and says, as far as its JSON can be read. It judges nothing. */
export function dm2Words(message: RecordedMessage, octets: Uint8Array): MessageWords | undefined {
  if (isOfType(message, NOTIFICATION_MEDIA_TYPE)) return ['notification', `${octets.length} octets`];
  const reader = READERS.find(({ mediaType }) => isOfType(message, mediaType));
  if (reader === undefined) return isOfType(message, 'application/json') ? pushWords(octets) : undefined;
  const said = entriesOf(Buffer.from(octets).toString(), reader.member).map(reader.words);
  return [reader.what, said.join(', ')];
}

/** A push request, its acceptance, and the report of its outcome; any other JSON is none. @see dm2.md 8 */
function pushWords(octets: Uint8Array): MessageWords | undefined {
  const value = parsed(Buffer.from(octets).toString());
  const pushID = memberOf(value, 'PushID');
  if (typeof pushID !== 'string') return undefined;
  const outcome = memberOf(value, 'Outcome');
  if (outcome !== undefined) return ['push report', `${outcome} after ${textIn(value, 'Attempts')} attempts`];
  if (memberOf(value, 'Content') !== undefined) return ['push request', pushID];
  return ['accepted', pushID];
}

interface Reader {
  readonly mediaType: string;
  readonly what: string;
  /** The list that holds what is said. */
  readonly member: string;
  words(entry: unknown): string;
}

const READERS: readonly Reader[] = [
  {
    mediaType: INITIATION_MEDIA_TYPE,
    what: 'package 1',
    member: 'Alert',
    words: (entry) => textIn(entry, 'AlertType').replace(/^.*:/u, ''),
  },
  {
    mediaType: REQUEST_MEDIA_TYPE,
    what: 'package 2',
    member: 'CMD',
    words: (entry) => (Array.isArray(entry) ? String(entry[0]) : ''),
  },
  {
    mediaType: RESPONSE_MEDIA_TYPE,
    what: 'package 3',
    member: 'Status',
    words: (entry) => `Status ${textIn(entry, 'sc')}`,
  },
];

function entriesOf(text: string, member: string): readonly unknown[] {
  const list = memberOf(parsed(text), member);
  return Array.isArray(list) ? list.slice(0, MOST_ENTRIES) : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** More than fit into a line. */
const MOST_ENTRIES = 20;

function textIn(value: unknown, member: string): string {
  return String(memberOf(value, member) ?? '');
}

function memberOf(value: unknown, member: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === member)?.[1];
}

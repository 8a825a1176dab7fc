import { decodeNotification } from '../../../protocol/codec/syncml/notification';
import { decodeSyncMLBody, readSyncMLMediaType } from '../../../protocol/codec/syncml/syncml-body';
import type { SyncMLMessage } from '../../../protocol/model/syncml-message';
import { sessionIDText } from '../../../protocol/model/syncml-notification';
import { ALERT_CODES } from '../../../protocol/tables/syncml/alert-codes';
import { NOTIFICATION_MEDIA_TYPE } from '../../../protocol/tables/syncml/identifiers';
import type { RecordedMessage } from '../../links/exchange';
import { commandWords } from './command-words';
import { dm2Words } from './dm2-words';
import { contentTypeOf, isOfType, recordedOctets } from './recorded-octets';

/** What a message is, and what it says: `package 1` and `Alert 1200, Replace ./DevInfo`. */
export type MessageWords = readonly [what: string, says: string];

/** Of a message of device management that can be read; of every other there are none. */
export function managementWords(message: RecordedMessage): MessageWords | undefined {
  const octets = recordedOctets(message);
  if (octets === undefined) return undefined;
  if (isOfType(message, NOTIFICATION_MEDIA_TYPE)) return notificationWords(octets);
  if (readSyncMLMediaType(contentTypeOf(message)) === undefined) return dm2Words(message, octets);
  const decoded = decodeSyncMLBody(octets, contentTypeOf(message));
  return decoded.ok ? syncMLWords(decoded.value) : undefined;
}

function notificationWords(octets: Uint8Array): MessageWords | undefined {
  const decoded = decodeNotification(octets);
  if (!decoded.ok) return undefined;
  const { sessionID, serverID } = decoded.value;
  return ['package 0', `session ${sessionIDText(sessionID)}, ${serverID}`];
}

const BEGINNINGS: readonly (number | undefined)[] = [
  ALERT_CODES.SERVER_INITIATED_MANAGEMENT,
  ALERT_CODES.CLIENT_INITIATED_MANAGEMENT,
];

/**
 * Which package a message belongs to can be seen of the first one only. What it asks comes before what it answers, since
 * a line holds little. @see DM_Protocol 2.3
 */
function syncMLWords({ commands, final }: SyncMLMessage): MessageWords {
  const isFirst = commands.some((command) => command.kind === 'Alert' && BEGINNINGS.includes(command.code));
  const statuses = commands.filter((command) => command.kind === 'Status');
  const others = commands.filter((command) => command.kind !== 'Status');
  const words = [...commandWords(others), ...commandWords(statuses), ...(final ? [] : ['not final'])];
  if (isFirst) return ['package 1', words.join(', ')];
  const [first = 'no commands', ...rest] = words;
  return [first, rest.join(', ')];
}

import { decodeNotification } from '../../../protocol/codec/syncml/notification';
import { decodeSyncMLBody, readSyncMLMediaType } from '../../../protocol/codec/syncml/syncml-body';
import { encodeSyncMLXml } from '../../../protocol/codec/syncml/syncml-xml';
import { UnencodableError } from '../../../protocol/codec/unencodable';
import { sessionIDText } from '../../../protocol/model/syncml-notification';
import { NOTIFICATION_MEDIA_TYPE } from '../../../protocol/tables/syncml/identifiers';
import type { RecordedMessage } from '../../links/exchange';
import { contentTypeOf, isOfType, recordedOctets } from './recorded-octets';
import { xmlLines } from './xml-lines';

/** A body of SyncML in a form that people can read; of every other there is none. The octets stay in the evidence. */
export function shownBody(message: RecordedMessage): string | undefined {
  const octets = recordedOctets(message);
  if (octets === undefined) return undefined;
  if (isOfType(message, NOTIFICATION_MEDIA_TYPE)) return shownNotification(octets);
  const mediaType = readSyncMLMediaType(contentTypeOf(message));
  if (mediaType === undefined) return undefined;
  const decoded = decodeSyncMLBody(octets, contentTypeOf(message));
  if (!decoded.ok) return undefined;
  if (mediaType.serialization === 'wbxml') return shownWbxml(() => encodeSyncMLXml(decoded.value));
  return `(broken into lines)\n${xmlLines(Buffer.from(octets).toString())}`;
}

/** What XML cannot carry is left as octets. */
function shownWbxml(write: () => string): string | undefined {
  try {
    return `(WBXML, shown as XML)\n${xmlLines(write())}`;
  } catch (error) {
    if (error instanceof UnencodableError) return undefined;
    throw error;
  }
}

function shownNotification(octets: Uint8Array): string | undefined {
  const decoded = decodeNotification(octets);
  if (!decoded.ok) return undefined;
  const { version, uiMode, initiator, sessionID, serverID, vendorData } = decoded.value;
  return [
    '(package 0)',
    `version ${(version / 10).toFixed(1)}, user interaction ${uiMode}, wish of the ${initiator}`,
    `session ${sessionIDText(sessionID)}, server ${serverID}`,
    ...(vendorData === undefined ? [] : [`${vendorData.length} octets of the vendor`]),
    Buffer.from(octets).toString('hex'),
  ].join('\n');
}

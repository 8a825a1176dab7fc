import type { Decoded } from '../../model/decoded';
import type { SyncMLMessage } from '../../model/syncml-message';
import { type CodecLimits, DEFAULT_LIMITS } from '../limits';
import { Place } from '../place';
import { readMessage } from './message-reader';
import { writeMessage } from './message-writer';
import { parseWbxml } from './wbxml-decoder';
import { writeWbxml } from './wbxml-encoder';

/** SyncML DM messages in WBXML. The encoder throws UnencodableError, the decoder nothing. @see DM_TND 8.6 */
export function encodeSyncMLWbxml(message: SyncMLMessage): Uint8Array {
  return writeWbxml(writeMessage(message));
}

export function decodeSyncMLWbxml(
  bytes: Uint8Array,
  limits: CodecLimits = DEFAULT_LIMITS,
): Decoded<SyncMLMessage> {
  const place = new Place('message');
  const root = parseWbxml(bytes, limits, place);
  return place.outcome(root === undefined ? undefined : readMessage(root, place));
}

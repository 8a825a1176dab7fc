import { encodeSyncMLBody } from '../protocol/codec/syncml/syncml-body';
import { UnencodableError } from '../protocol/codec/unencodable';
import type { SyncMLMessage } from '../protocol/model/syncml-message';

/** Octets of a message, at most: XML is the longer serialization, and octets that are no text go in WBXML only. */
export function syncmlSize(message: SyncMLMessage): number {
  try {
    return encodeSyncMLBody(message, 'xml').length;
  } catch (error) {
    if (!(error instanceof UnencodableError)) throw error;
    return encodeSyncMLBody(message, 'wbxml').length;
  }
}

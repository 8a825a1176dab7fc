import { encodeSyncMLBody, type SyncMLSerialization } from '../protocol/codec/syncml/syncml-body';
import { UnencodableError } from '../protocol/codec/unencodable';
import type { SyncMLMessage } from '../protocol/model/syncml-message';

/** Octets of a message in one serialization; none where that cannot carry it. */
export function syncmlSizeIn(
  serialization: SyncMLSerialization,
): (message: SyncMLMessage) => number | undefined {
  return (message) => {
    try {
      return encodeSyncMLBody(message, serialization).length;
    } catch (error) {
      if (error instanceof UnencodableError) return undefined;
      throw error;
    }
  };
}

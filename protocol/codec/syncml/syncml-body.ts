import { type Decoded, undecodable } from '../../model/decoded';
import type { SyncMLMessage } from '../../model/syncml-message';
import { SYNCML_MEDIA_TYPES } from '../../tables/syncml/identifiers';
import type { CodecLimits } from '../limits';
import { decodeSyncMLWbxml, encodeSyncMLWbxml } from './syncml-wbxml';
import { decodeSyncMLXml, encodeSyncMLXml } from './syncml-xml';

/** The body of an HTTP message, by its media type. @see IANA application/vnd.syncml.dm+xml */
export type SyncMLSerialization = 'xml' | 'wbxml';

export interface SyncMLMediaType {
  readonly serialization: SyncMLSerialization;
  /** Real clients post with the types of data synchronization; a strict server may mind. */
  readonly isDataSynchronization: boolean;
}

/** Parameters and letter case do not matter; none for any other media type. */
export function readSyncMLMediaType(contentType: string): SyncMLMediaType | undefined {
  const essence = contentType.split(';', 1)[0]?.trim().toLowerCase();
  for (const serialization of ['xml', 'wbxml'] as const) {
    const { dm, dataSynchronization } = SYNCML_MEDIA_TYPES[serialization];
    if (essence === dm) return { serialization, isDataSynchronization: false };
    if (essence === dataSynchronization) return { serialization, isDataSynchronization: true };
  }
  return undefined;
}

export function encodeSyncMLBody(message: SyncMLMessage, serialization: SyncMLSerialization): Uint8Array {
  return serialization === 'xml'
    ? new TextEncoder().encode(encodeSyncMLXml(message))
    : encodeSyncMLWbxml(message);
}

export function decodeSyncMLBody(
  bytes: Uint8Array,
  contentType: string,
  limits?: CodecLimits,
): Decoded<SyncMLMessage> {
  const mediaType = readSyncMLMediaType(contentType);
  if (mediaType === undefined) {
    const detail = `expected ${SYNCML_MEDIA_TYPES.xml.dm} or ${SYNCML_MEDIA_TYPES.wbxml.dm}, found ${contentType}`;
    return undecodable('unsupported-media-type', 'message', detail);
  }
  return mediaType.serialization === 'xml'
    ? decodeSyncMLXml(bytes, limits)
    : decodeSyncMLWbxml(bytes, limits);
}

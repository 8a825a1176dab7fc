import { DEFAULT_LIMITS } from '../protocol/codec/limits';
import { encodeSyncMLBody, type SyncMLSerialization } from '../protocol/codec/syncml/syncml-body';
import { SYNCML_MEDIA_TYPES } from '../protocol/tables/syncml/identifiers';
import type { Transmit } from './http-outbound';
import type { TransmitMessage } from './syncml/envelope';
import { readSyncMLMessage } from './syncml-received';
import { signatureHeaders } from './syncml-signature';

export interface SyncMLOutboundOptions {
  readonly serialization: SyncMLSerialization;
  /** Octets of an answer. */
  readonly messageSize?: number;
}

/**
 * Sends messages of a role over HTTP. Whatever comes back that is no message of SyncML is a failure, and says why; what
 * it means is for the role to know.
 */
export function syncmlOutbound(transmit: Transmit, options: SyncMLOutboundOptions): TransmitMessage {
  const { serialization, messageSize = DEFAULT_LIMITS.bytes } = options;
  const { xml, wbxml } = SYNCML_MEDIA_TYPES;
  const contentType = SYNCML_MEDIA_TYPES[serialization].dm;
  return async (to, { message, mac }) => {
    const body = encodeSyncMLBody(message, serialization);
    const headers = {
      'Content-Type': contentType,
      Accept: `${xml.dm}, ${wbxml.dm}`,
      'Accept-Charset': 'utf-8',
      'Cache-Control': 'no-store',
      ...signatureHeaders(mac, body),
    };
    const response = await transmit(new Request(to, { method: 'POST', headers, body }));
    if (response.status !== 200) {
      response.body?.cancel().catch(() => undefined);
      throw new Error(`${to} answered a SyncML message with HTTP ${response.status}, expected 200.`);
    }
    const limits = { ...DEFAULT_LIMITS, bytes: messageSize };
    const read = await readSyncMLMessage(response, response.headers.get('Content-Type') ?? '', limits);
    if (read.ok) return read.value;
    const { where, detail } = read.fault;
    throw new Error(`${to} answered with what is no SyncML message: ${where}: ${detail}`);
  };
}

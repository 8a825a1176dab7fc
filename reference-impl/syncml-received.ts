import { readBodyBytes } from '../protocol/codec/http-body';
import type { CodecLimits } from '../protocol/codec/limits';
import { Place } from '../protocol/codec/place';
import { decodeSyncMLBody } from '../protocol/codec/syncml/syncml-body';
import { type Decoded, decoded } from '../protocol/model/decoded';
import type { ReceivedMessage } from './syncml/envelope';
import { readSignature } from './syncml-signature';

/** The message in the body of a request or response, with its signature. Never rejects. */
export async function readSyncMLMessage(
  carrier: Request | Response,
  contentType: string,
  limits: CodecLimits,
): Promise<Decoded<ReceivedMessage>> {
  const place = new Place('message');
  const read = place.outcome(await readBodyBytes(carrier, limits, place));
  if (!read.ok) return read;
  const body = read.value;
  const message = decodeSyncMLBody(body, contentType, limits);
  if (!message.ok) return message;
  const mac = readSignature(carrier.headers, body);
  return decoded({ message: message.value, ...(mac !== undefined && { mac }) });
}

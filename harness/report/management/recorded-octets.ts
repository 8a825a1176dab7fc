import type { RecordedMessage } from '../../links/exchange';

/** The octets of a body as they were recorded; none where only the beginning was. */
export function recordedOctets(message: RecordedMessage): Uint8Array | undefined {
  if (message.truncated || message.bodyBytes === 0) return undefined;
  return Buffer.from(message.body, message.bodyEncoding);
}

/** Letter case of the name does not matter; empty where there is none. */
export function contentTypeOf({ headers }: RecordedMessage): string {
  const found = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type');
  return found?.[1] ?? '';
}

export function isOfType(message: RecordedMessage, mediaType: string): boolean {
  return contentTypeOf(message).split(';', 1)[0]?.trim().toLowerCase() === mediaType;
}

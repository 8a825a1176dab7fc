import type { CodecLimits } from './limits';
import type { Place } from './place';
import { readUtf8 } from './utf8';

/** Reads the body of a message as text, no further than the limit. Empty where there is none. */
export async function readBody(
  message: Request | Response,
  limits: CodecLimits,
  place: Place,
): Promise<string> {
  const bytes = await readBodyBytes(message, limits, place);
  return (bytes && readUtf8(bytes, place)) ?? '';
}

/** The same for bodies that are no text. Empty where there is none. */
export async function readBodyBytes(
  message: Request | Response,
  limits: CodecLimits,
  place: Place,
): Promise<Uint8Array | undefined> {
  return message.body === null ? new Uint8Array() : readBytes(message.body, limits, place);
}

async function readBytes(
  stream: ReadableStream<Uint8Array>,
  limits: CodecLimits,
  place: Place,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = stream.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.byteLength;
      if (length > limits.bytes) {
        reader.cancel().catch(() => undefined);
        return place.refuse('too-large', `expected at most ${limits.bytes} bytes`);
      }
      chunks.push(next.value);
    }
  } catch (error) {
    return place.refuse('syntax', `the body broke off: ${error instanceof Error ? error.message : error}`);
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
}

import { ReadableStream, type ReadableStreamDefaultReader } from 'node:stream/web';

/** What reading a body came to: its bytes, or the news that it holds more than the limit. */
export type BoundedBody = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false };

/** The beginning of a body, and where there is more, a stream that gives the whole of it once more. */
export interface BodyStart {
  readonly bytes: Uint8Array;
  readonly whole?: ReadableStream;
}

const NOTHING = new Uint8Array(0);

/**
 * Reads a body to its end, or up to the first piece beyond `limit`; the rest is then called off, so that an endless body
 * costs no more than the limit. Rejects where the stream itself breaks.
 */
export async function readBoundedBody(body: ReadableStream | null, limit: number): Promise<BoundedBody> {
  const { bytes, whole } = await peekBody(body, limit);
  if (whole === undefined) return { ok: true, bytes };
  whole.cancel().catch(() => undefined);
  return { ok: false };
}

/** Reads a body up to the first piece beyond `limit` and keeps what is left readable. */
export async function peekBody(body: ReadableStream | null, limit: number): Promise<BodyStart> {
  if (body === null) return { bytes: NOTHING };
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  while (length <= limit) {
    const { done, value } = await reader.read();
    if (done) return { bytes: joined(chunks, length) };
    length += value.byteLength;
    chunks.push(value);
  }
  return { bytes: joined(chunks, length), whole: replayed(chunks, reader) };
}

function replayed(chunks: readonly Uint8Array[], reader: ReadableStreamDefaultReader): ReadableStream {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (first === undefined) return NOTHING;
  if (chunks.length === 1) return first;
  return new Uint8Array(Buffer.concat(chunks, length));
}

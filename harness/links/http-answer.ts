import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { ReadableStreamReadResult } from 'node:stream/web';
import { misbehaviourOf } from './misbehaviour';

/** Bytes that begin like nothing in HTTP. */
const GARBAGE = Buffer.from([0x00, 0xff, 0x16, 0x03, 0x01, 0x0d, 0x0a, 0x0d, 0x0a]);

/**
 * Writes a standard Response to a node:http answer, or misbehaves as the Response's mark asks. A body of one piece goes
 * with its length, a longer stream in pieces as they come, so that a tester can also answer without end.
 */
export async function writeAnswer(response: Response, outgoing: ServerResponse): Promise<void> {
  switch (misbehaviourOf(response)) {
    case 'close-without-answer':
      outgoing.socket?.destroy();
      return;
    case 'garbage':
      outgoing.socket?.end(GARBAGE);
      return;
    case 'never':
      return;
    case 'answer-twice':
      return writeTwice(response, outgoing);
    default:
      return write(response, outgoing);
  }
}

async function writeTwice(response: Response, outgoing: ServerResponse): Promise<void> {
  const { socket } = outgoing;
  const body = Buffer.from(await response.arrayBuffer());
  const lines = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `HTTP/1.1 ${response.status} Twice\r\n${lines.join('')}content-length: ${body.byteLength}\r\n\r\n`;
  const answer = Buffer.concat([Buffer.from(head, 'latin1'), body]);
  socket?.write(answer);
  socket?.end(answer);
}

async function write(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value);
  if (response.body === null) return writeWhole(new Uint8Array(0), response.status, outgoing);
  const reader = response.body.getReader();
  const first = await reader.read();
  const second = first.done ? first : await reader.read();
  if (second.done) return writeWhole(first.value ?? new Uint8Array(0), response.status, outgoing);
  let onward = await writePiece(first.value, outgoing);
  for (
    let piece: ReadableStreamReadResult<Uint8Array> = second;
    onward && !piece.done;
    piece = await reader.read()
  ) {
    onward = await writePiece(piece.value, outgoing);
  }
  if (onward) outgoing.end();
  else await reader.cancel();
}

function writeWhole(body: Uint8Array, status: number, outgoing: ServerResponse): void {
  if (status !== 204 && status !== 304) outgoing.setHeader('content-length', body.byteLength);
  outgoing.end(body);
}

/** False as soon as the peer is gone. */
async function writePiece(piece: Uint8Array, outgoing: ServerResponse): Promise<boolean> {
  if (outgoing.destroyed) return false;
  if (!outgoing.write(piece)) await drainedOrGone(outgoing);
  return !outgoing.destroyed;
}

async function drainedOrGone(outgoing: ServerResponse): Promise<void> {
  const watch = new AbortController();
  const { signal } = watch;
  await Promise.race([once(outgoing, 'drain', { signal }), once(outgoing, 'close', { signal })]);
  watch.abort();
}

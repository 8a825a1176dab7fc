import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A message as it came over the socket. */
export interface ReceivedMessage {
  readonly path: string;
  readonly requestIdentifier: string;
  /** Everything that was sent, to be compared with what is sent again. */
  readonly bytes: string;
  readonly body: string;
}

/**
 * A peer that takes messages and leaves them without an answer, unless `acknowledges` says otherwise. It lives longer
 * than the servers that write to it, and knows nothing of what they say.
 */
export class SilentApplication {
  readonly received: ReceivedMessage[] = [];
  acknowledges: (message: ReceivedMessage) => boolean = () => false;
  readonly #arrivals = new EventEmitter();
  readonly #server = createServer((incoming, outgoing) => void this.#take(incoming, outgoing));

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const bound = this.#server.address();
    return `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  }

  /** Resolves once what was received is as it should be. */
  async until(enough: () => boolean): Promise<void> {
    while (!enough()) await once(this.#arrivals, 'message');
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #take(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece);
    const { method, url: path = '', rawHeaders, headers } = incoming;
    const body = Buffer.concat(pieces).toString();
    const requestIdentifier = String(headers['x-m2m-ri']);
    const message = {
      path,
      requestIdentifier,
      bytes: JSON.stringify([method, path, rawHeaders, body]),
      body,
    };
    this.received.push(message);
    if (this.acknowledges(message)) {
      outgoing.writeHead(200, { 'X-M2M-RSC': '2000', 'X-M2M-RI': requestIdentifier, 'X-M2M-RVI': '3' }).end();
    }
    this.#arrivals.emit('message');
  }
}

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerOf, bodyTooLarge } from './guarded-endpoint';
import { writeAnswer } from './http-answer';
import type { Endpoint, Listener } from './link';
import { LinkFailure } from './link';
import type { LinkLimits } from './link-limits';

export interface HttpListenOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly limits: LinkLimits;
}

/**
 * Puts an endpoint behind a node:http server. Turns wire messages into standard Requests and Responses back into wire
 * messages, bounds what a peer can send, and knows nothing of what is said. Slow senders, half-closed sockets and bytes
 * that are no HTTP get node's own 408, 400 or 431 and lose their connection.
 */
export async function listenHttp(endpoint: Endpoint, options: HttpListenOptions): Promise<Listener> {
  const { limits } = options;
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headerMilliseconds,
    requestTimeout: limits.requestMilliseconds,
    keepAliveTimeout: limits.keepAliveMilliseconds,
    connectionsCheckingInterval: limits.checkMilliseconds,
  });
  server.maxConnections = limits.connections;
  server.timeout = limits.silenceMilliseconds;
  const address = await opened(server, options);
  server.on('request', (incoming, outgoing) => {
    // Nothing may escape here: a peer that vanishes mid-way is no reason to end the process.
    serve({ incoming, outgoing, address, endpoint, limits }).catch(() => outgoing.destroy());
  });
  return { address, close: () => closed(server) };
}

interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly address: string;
  readonly endpoint: Endpoint;
  readonly limits: LinkLimits;
}

async function serve(exchange: Exchange): Promise<void> {
  const { incoming, outgoing, endpoint, limits } = exchange;
  const body = await readIncomingBody(incoming, limits.bodyBytes);
  if (body === 'too-large') {
    outgoing.setHeader('connection', 'close');
    await writeAnswer(bodyTooLarge(limits.bodyBytes, { headers: headersOf(incoming) }), outgoing);
    incoming.destroy();
    return;
  }
  const request = standardRequest(incoming, exchange.address, body);
  await writeAnswer(request === undefined ? notUnderstood() : await answerOf(endpoint, request), outgoing);
}

async function readIncomingBody(incoming: IncomingMessage, limit: number): Promise<Buffer | 'too-large'> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.byteLength;
      if (length <= limit) chunks.push(chunk);
      else {
        incoming.pause();
        resolve('too-large');
      }
    });
    incoming.on('end', () => resolve(Buffer.concat(chunks, length)));
    incoming.on('error', reject);
    incoming.on('close', () => reject(new Error('the sender left within its request')));
  });
}

/** The message as a Request; `undefined` where a Request cannot hold it (TRACE, a GET with a body, a broken target). */
function standardRequest(incoming: IncomingMessage, address: string, body: Buffer): Request | undefined {
  const { method = 'GET', url: target = '/' } = incoming;
  try {
    const headers = headersOf(incoming);
    // The Host header is the peer's word; the address under which this server listens is our own.
    const url = target.startsWith('/') ? address + target : target;
    return new Request(url, body.byteLength === 0 ? { method, headers } : { method, headers, body });
  } catch {
    return undefined;
  }
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '');
  }
  return headers;
}

function notUnderstood(): Response {
  return new Response('This server cannot take a request of this method, target and body.\n', {
    status: 400,
    headers: { 'content-type': 'text/plain; charset=utf-8', connection: 'close' },
  });
}

function opened(server: Server, { host, port }: HttpListenOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const detail = `cannot listen here (${error.message}); choose another port or end what uses this one`;
      reject(new LinkFailure('unreachable', `http://${host}:${port}`, detail));
    });
    server.listen(port, host, () => resolve(addressOf(server.address(), host)));
  });
}

function addressOf(bound: AddressInfo | string | null, host: string): string {
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // The only error here says that the server is closed already, which is what was asked for.
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

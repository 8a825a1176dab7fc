import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { answerOf, bodyTooLarge } from './guarded-endpoint';
import { writeAnswer } from './http-answer';
import type { Endpoint, Listener } from './link';
import { LinkFailure } from './link';
import type { LinkLimits } from './link-limits';

/** With what a listener proves over TLS who it is, both in PEM. */
export interface TlsIdentity {
  readonly key: string;
  /** Its certificate, followed by those that lead to an authority. */
  readonly certificate: string;
}

export interface HttpListenOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly limits: LinkLimits;
  /** Plain HTTP where absent. */
  readonly tls?: TlsIdentity;
}

/**
 * Puts an endpoint behind a node:http server. Turns wire messages into standard Requests and Responses back into wire
 * messages, bounds what a peer can send, and knows nothing of what is said. Slow senders, half-closed sockets and bytes
 * that are no HTTP get node's own 408, 400 or 431 and lose their connection.
 */
export async function listenHttp(endpoint: Endpoint, options: HttpListenOptions): Promise<Listener> {
  const { limits } = options;
  const server = serverFor(options);
  server.maxConnections = limits.connections;
  server.timeout = limits.silenceMilliseconds;
  const sockets = openSockets(server);
  const address = await opened(server, options);
  server.on('request', (incoming, outgoing) => {
    // Nothing may escape here: a peer that vanishes mid-way is no reason to end the process.
    serve({ incoming, outgoing, address, endpoint, limits }).catch(() => outgoing.destroy());
  });
  return { address, close: () => closed(server, sockets) };
}

/** TLS of an older version than 1.2 is not spoken. A key and certificate that do not fit throw. */
function serverFor({ limits, tls }: HttpListenOptions): Server {
  const bounds = {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headerMilliseconds,
    requestTimeout: limits.requestMilliseconds,
    keepAliveTimeout: limits.keepAliveMilliseconds,
    connectionsCheckingInterval: limits.checkMilliseconds,
  };
  if (tls === undefined) return createServer(bounds);
  const { key, certificate: cert } = tls;
  const handshakeTimeout = limits.headerMilliseconds;
  return createSecureServer({ ...bounds, key, cert, minVersion: 'TLSv1.2', handshakeTimeout });
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

function opened(server: Server, { host, port, tls }: HttpListenOptions): Promise<string> {
  const scheme = tls === undefined ? 'http' : 'https';
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const detail = `cannot listen here (${error.message}); choose another port or end what uses this one`;
      reject(new LinkFailure('unreachable', `${scheme}://${host}:${port}`, detail));
    });
    server.listen(port, host, () => resolve(`${scheme}://${hostAndPort(server.address(), host)}`));
  });
}

function hostAndPort(bound: AddressInfo | string | null, host: string): string {
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Also those that have not come to speak HTTP yet, which a server over TLS does not count as its connections. */
function openSockets(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

function closed(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    // The only error here says that the server is closed already, which is what was asked for.
    server.close(() => resolve());
    server.closeAllConnections();
    for (const socket of sockets) socket.destroy();
  });
}

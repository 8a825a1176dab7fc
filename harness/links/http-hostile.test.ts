import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createHttpLink } from './http';
import { type Link, LinkFailure } from './link';

/** Short enough that a hostile peer is dropped at once, and still met by the peers that behave. */
const IMPATIENT = {
  headerMilliseconds: 40,
  requestMilliseconds: 80,
  checkMilliseconds: 10,
  answerMilliseconds: 100,
  bodyBytes: 4096,
  headerBytes: 2048,
};

describe('an HTTP listener and hostile senders', () => {
  let link: Link;
  let port: number;
  before(async () => {
    link = createHttpLink({ limits: IMPATIENT });
    const { address } = await link.listen(
      'peer',
      async (request) => new Response(`got ${await request.text()}`),
    );
    port = Number(new URL(address).port);
  });
  after(() => link.close());

  /** Everything the listener says to `bytes` until it closes the connection. */
  async function saidTo(bytes: string, half: 'open' | 'end' = 'open'): Promise<string> {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const said: Buffer[] = [];
    socket.on('data', (chunk) => said.push(chunk));
    socket.on('end', () => socket.destroy());
    socket.on('error', () => undefined);
    if (half === 'end') socket.end(bytes);
    else socket.write(bytes);
    await once(socket, 'close').catch(() => undefined);
    return Buffer.concat(said).toString('latin1');
  }

  async function stillServes(): Promise<void> {
    const answer = await link.send(new Request(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'x' }));
    assert.equal(await answer.text(), 'got x');
  }

  const post = (rest: string) => `POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${rest}`;

  it('drops a sender that never finishes its headers', async () => {
    assert.match(await saidTo('POST / HTTP/1.1\r\nHost: a\r\nX-Slow: '), /^HTTP\/1\.1 408 /);
    await stillServes();
  });

  it('drops a sender that never finishes its body', async () => {
    assert.match(await saidTo(post('Content-Length: 10\r\n\r\nabc')), /^HTTP\/1\.1 408 /);
    await stillServes();
  });

  it('answers a sender that half-closes after its request', async () => {
    assert.match(await saidTo(post('Content-Length: 3\r\n\r\nabc'), 'end'), /^HTTP\/1\.1 200 .*got abc$/s);
  });

  it('drops a sender that half-closes within its request', async () => {
    assert.match(await saidTo(post('Content-Length: 10\r\n\r\nabc'), 'end'), /^HTTP\/1\.1 400 /);
    await stillServes();
  });

  it('refuses a body without end', async () => {
    const chunk = `800\r\n${'x'.repeat(0x800)}\r\n`;
    const said = await saidTo(post(`Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(3)}`));
    assert.match(said, /^HTTP\/1\.1 413 /);
    await stillServes();
  });

  it('refuses a header section beyond the limit', async () => {
    assert.match(await saidTo(post(`X-Large: ${'x'.repeat(4000)}\r\n\r\n`)), /^HTTP\/1\.1 431 /);
    await stillServes();
  });

  it('refuses bytes that are no HTTP', async () => {
    assert.match(await saidTo('\x00\xff\x16\x03\x01\r\n\r\n'), /^HTTP\/1\.1 400 /);
    await stillServes();
  });

  it('refuses two lengths that contradict each other', async () => {
    const said = await saidTo(post('Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'));
    assert.match(said, /^HTTP\/1\.1 400 /);
  });

  for (const line of ['TRACE / HTTP/1.1', 'OPTIONS * HTTP/1.1', 'GET http://[ HTTP/1.1']) {
    it(`answers 400 to ${line}`, async () => {
      assert.match(await saidTo(`${line}\r\nHost: a\r\nConnection: close\r\n\r\n`), /^HTTP\/1\.1 400 /);
    });
  }

  it('answers 400 to a GET with a body, rather than lose the body', async () => {
    const said = await saidTo('GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}');
    assert.match(said, /^HTTP\/1\.1 400 /);
  });

  it('takes its own address for the authority of a request, whatever the peer says', async () => {
    const echo = await link.listen('echo', async ({ url }) => new Response(url));
    port = Number(new URL(echo.address).port);
    const said = await saidTo('GET //evil/x HTTP/1.1\r\nHost: evil\r\nConnection: close\r\n\r\n');
    assert.ok(said.endsWith(`\r\n\r\n${echo.address}//evil/x`), said);
  });
});

describe('an HTTP sender and hostile peers', () => {
  const open: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  /** Sends one request to a raw socket that answers as `behave` says, and answers what the link made of it. */
  async function sendTo(behave: (socket: Socket) => void): Promise<Response | LinkFailure> {
    const sockets: Socket[] = [];
    const server: Server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.once('data', () => behave(socket));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const link = createHttpLink({ limits: IMPATIENT });
    open.push(link, server, { close: () => sockets.forEach((socket) => void socket.destroy()) });
    const { port } = server.address() as AddressInfo;
    return link.send(new Request(`http://127.0.0.1:${port}/`)).catch((error: unknown) => {
      assert.ok(error instanceof LinkFailure, `expected a LinkFailure, got ${String(error)}`);
      return error;
    });
  }

  const cases: readonly [string, LinkFailure['kind'], (socket: Socket) => void][] = [
    ['says nothing', 'timeout', () => undefined],
    ['never ends its headers', 'timeout', (socket) => socket.write('HTTP/1.1 200 OK\r\nX-Slow: ')],
    [
      'never ends its body',
      'timeout',
      (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc'),
    ],
    ['closes within its headers', 'broken', (socket) => socket.end('HTTP/1.1 200 OK\r\nX-Half: ')],
    [
      'closes within its body',
      'broken',
      (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc'),
    ],
    ['resets the connection', 'broken', (socket) => socket.resetAndDestroy()],
    ['talks something else', 'broken', (socket) => socket.end('SSH-2.0-OpenSSH_9.7\r\n')],
    [
      'sends headers without end',
      'broken',
      (socket) => socket.end(`HTTP/1.1 200 OK\r\n${'X: y\r\n'.repeat(20_000)}`),
    ],
    [
      'answers with status 999',
      'broken',
      (socket) => socket.end('HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n'),
    ],
    ['sends a body without end', 'too-large', (socket) => socket.write(chunked('x'.repeat(8000)))],
    ['sends a body that unpacks beyond the limit', 'too-large', (socket) => socket.write(bomb())],
  ];
  for (const [what, kind, behave] of cases) {
    it(`ends with ${kind} where the peer ${what}`, async () => {
      const outcome = await sendTo(behave);
      assert.ok(outcome instanceof LinkFailure, `expected a failure, got ${outcome instanceof Response}`);
      assert.equal(outcome.kind, kind, outcome.message);
    });
  }

  it('takes an answer that the peer sends before it half-closes', async () => {
    const outcome = await sendTo((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'));
    assert.ok(outcome instanceof Response);
    assert.equal(await outcome.text(), 'ok');
  });

  it('says where and why in the failure', async () => {
    const link = createHttpLink();
    open.push(link);
    const failure = await link.send(new Request('http://127.0.0.1:2/x')).catch((error: unknown) => error);
    assert.ok(failure instanceof LinkFailure);
    assert.equal(failure.address, 'http://127.0.0.1:2/x');
    assert.match(failure.message, /^http:\/\/127\.0\.0\.1:2\/x: .*ECONNREFUSED/);
  });

  it('says that a fixed port is taken', async () => {
    const link = createHttpLink();
    const { address } = await link.listen('first', async () => new Response());
    const second = createHttpLink({ ports: { cse1: Number(new URL(address).port) } });
    open.push(link, second);
    const failure = await second.listen('cse1', async () => new Response()).catch((error: unknown) => error);
    assert.ok(failure instanceof LinkFailure);
    assert.match(failure.message, /cannot listen here .*EADDRINUSE/);
  });
});

function chunked(text: string): string {
  return `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${text.length.toString(16)}\r\n${text}\r\n`;
}

function bomb(): Buffer {
  const packed = gzipSync(Buffer.alloc(1_000_000));
  const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), packed]);
}

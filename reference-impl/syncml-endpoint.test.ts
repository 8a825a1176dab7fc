import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeSyncMLWbxml, encodeSyncMLWbxml } from '../protocol/codec/syncml/syncml-wbxml';
import { decodeSyncMLXml } from '../protocol/codec/syncml/syncml-xml';
import type { SyncMLMessage } from '../protocol/model/syncml-message';
import type { OutgoingMessage, ReceivedMessage } from './syncml/envelope';
import { syncmlEndpoint } from './syncml-endpoint';

const XML = 'application/vnd.syncml.dm+xml';
const BODY = `<SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1</SessionID><MsgID>1</MsgID><Target><LocURI>srv</LocURI></Target><Source><LocURI>urn:dev</LocURI></Source></SyncHdr><SyncBody><Alert><CmdID>1</CmdID><Data>1201</Data></Alert><Final/></SyncBody></SyncML>`;

const ANSWER: SyncMLMessage = {
  header: {
    versionDTD: '1.2',
    versionProtocol: 'DM/1.2',
    sessionID: '1',
    messageID: 1,
    target: { uri: 'urn:dev' },
    source: { uri: 'srv' },
  },
  commands: [],
  final: true,
};

function request(body: string | Uint8Array | null, type = XML, more: RequestInit = {}, query = ''): Request {
  const headers = { 'Content-Type': type };
  return new Request(`http://srv.example/dm${query}`, {
    method: 'POST',
    headers,
    body: bodyOf(body),
    ...more,
  });
}

/** Octets of a buffer of their own, as a request wants them. */
function bodyOf(body: string | Uint8Array | null) {
  return body instanceof Uint8Array ? Uint8Array.from(body) : body;
}

function endpoint(answer: OutgoingMessage | undefined = { message: ANSWER }, messageSize?: number) {
  const received: { readonly what: ReceivedMessage; readonly token: string | undefined }[] = [];
  const handle = async (what: ReceivedMessage, token?: string) => {
    received.push({ what, token });
    return answer;
  };
  return { received, take: syncmlEndpoint(handle, messageSize) };
}

describe('SyncML over HTTP', () => {
  it('takes a message and answers in the same media type', async () => {
    const { take, received } = endpoint();
    const response = await take(request(BODY, `${XML}; charset=UTF-8`, {}, '?session=abc'));
    assert.deepEqual([response.status, response.headers.get('Content-Type')], [200, XML]);
    assert.equal(response.headers.get('Cache-Control'), 'private');
    const bytes = new Uint8Array(await response.arrayBuffer());
    assert.deepEqual(decodeSyncMLXml(bytes), { ok: true, value: ANSWER });
    assert.deepEqual([received[0]?.token, received[0]?.what.message.header.source.uri], ['abc', 'urn:dev']);
    assert.equal(received[0]?.what.mac, undefined);
  });

  it('takes WBXML, and the types of data synchronization', async () => {
    const type = 'application/vnd.syncml.dm+wbxml';
    const { take, received } = endpoint();
    const response = await take(request(encodeSyncMLWbxml(ANSWER), type));
    assert.equal(response.headers.get('Content-Type'), type);
    const bytes = new Uint8Array(await response.arrayBuffer());
    assert.deepEqual(decodeSyncMLWbxml(bytes), { ok: true, value: ANSWER });
    const other = await take(request(BODY, 'application/vnd.syncml+xml'));
    assert.deepEqual([other.status, other.headers.get('Content-Type')], [200, 'application/vnd.syncml+xml']);
    assert.deepEqual(
      received.map(({ token }) => token),
      [undefined, undefined],
    );
  });

  const refused: readonly [name: string, status: number, request: () => Request][] = [
    ['another method', 405, () => new Request('http://srv.example/dm')],
    ['another media type', 415, () => request(BODY, 'text/xml')],
    ['no media type', 415, () => request(BODY, '')],
    ['what is no XML', 400, () => request('<SyncML')],
    ['what is no SyncML', 400, () => request('<html/>')],
    ['entities', 400, () => request(`<!DOCTYPE SyncML [<!ENTITY a "b">]>${BODY}`)],
    ['nothing', 400, () => request(null)],
    ['what is no WBXML', 400, () => request(new Uint8Array([3, 0xff]), 'application/vnd.syncml.dm+wbxml')],
    ['too much', 413, () => request(BODY + ' '.repeat(5000))],
  ];
  for (const [name, status, of] of refused) {
    it(`refuses ${name} by ${status} without a body`, async () => {
      const { take, received } = endpoint(undefined, 4096);
      const response = await take(of());
      assert.deepEqual([response.status, await response.text(), received.length], [status, '', 0]);
    });
  }

  it('says which method it takes', async () => {
    const response = await endpoint().take(new Request('http://srv.example/dm'));
    assert.equal(response.headers.get('Allow'), 'POST');
  });

  it('turns away what there is no room for, and tells nothing of what went wrong inside', async () => {
    const none = syncmlEndpoint(async () => undefined);
    assert.equal((await none(request(BODY))).status, 503);
    const failing = syncmlEndpoint(async () => Promise.reject(new Error('mine')));
    const response = await failing(request(BODY));
    assert.deepEqual([response.status, await response.text()], [500, '']);
  });
});

describe('the signature of a body (DM_Security 5.1.4)', () => {
  const secret = { name: 'Bruce2', password: 'OhBehave', nonce: new TextEncoder().encode('Nonce') };

  it('is made over the octets of the answer', async () => {
    const { take } = endpoint({ message: ANSWER, mac: secret });
    const response = await take(request(BODY));
    assert.match(
      response.headers.get('x-syncml-hmac') ?? '',
      /^algorithm=MD5, username="Bruce2", mac=[A-Za-z0-9+/]{22}==$/u,
    );
    const again = await take(
      request(BODY, XML, {
        headers: { 'Content-Type': XML, 'x-syncml-hmac': response.headers.get('x-syncml-hmac') ?? '' },
      }),
    );
    assert.equal(again.status, 200);
  });

  it('of a message is asked for with a secret', async () => {
    // MD5( b64(MD5("Bruce2:OhBehave")) ":Nonce:" b64(MD5(BODY)) ), by another program.
    const mac = 'lawnSx2dk6f8URusu8wMGA==';
    const { take, received } = endpoint();
    const signature = `algorithm=MD5, username="Bruce2", mac=${mac}`;
    await take(request(BODY, XML, { headers: { 'Content-Type': XML, 'x-syncml-hmac': signature } }));
    const given = received[0]?.what.mac;
    assert.equal(given?.userName, 'Bruce2');
    assert.equal(given?.isMadeWith(secret), true);
    assert.equal(given?.isMadeWith({ ...secret, password: 'ohbehave' }), false);
    assert.equal(given?.isMadeWith({ ...secret, nonce: new Uint8Array() }), false);
  });

  it('that cannot be read was made with no secret', async () => {
    const { take, received } = endpoint();
    await take(request(BODY, XML, { headers: { 'Content-Type': XML, 'x-syncml-hmac': 'nonsense' } }));
    assert.equal(received[0]?.what.mac?.isMadeWith(secret), false);
  });
});

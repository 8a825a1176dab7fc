import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encodeSyncMLXml } from '../protocol/codec/syncml/syncml-xml';
import type { SyncMLMessage } from '../protocol/model/syncml-message';
import { syncmlOutbound } from './syncml-outbound';
import { syncmlSize } from './syncml-size';

const XML = 'application/vnd.syncml.dm+xml';
const MESSAGE: SyncMLMessage = {
  header: {
    versionDTD: '1.2',
    versionProtocol: 'DM/1.2',
    sessionID: '1',
    messageID: 1,
    target: { uri: 'srv' },
    source: { uri: 'urn:dev' },
  },
  commands: [],
  final: true,
};

function sending(answer: () => Response, serialization: 'xml' | 'wbxml' = 'xml', messageSize?: number) {
  const sent: Request[] = [];
  const transmit = async (request: Request): Promise<Response> => {
    sent.push(request);
    return answer();
  };
  const options = { serialization, ...(messageSize !== undefined && { messageSize }) };
  return { sent, send: syncmlOutbound(transmit, options) };
}

function answered(body: string, type = XML): Response {
  return new Response(body, { headers: { 'Content-Type': type } });
}

describe('SyncML by HTTP', () => {
  it('goes out as a POST, and the answer comes back as a value', async () => {
    const { send, sent } = sending(() => answered(encodeSyncMLXml(MESSAGE)));
    const answer = await send('http://srv.example/dm?session=a', { message: MESSAGE });
    assert.deepEqual(answer, { message: MESSAGE });
    const [request] = sent;
    assert.deepEqual([request?.method, request?.url], ['POST', 'http://srv.example/dm?session=a']);
    assert.equal(request?.headers.get('Content-Type'), XML);
    assert.equal(request?.headers.get('Accept'), `${XML}, application/vnd.syncml.dm+wbxml`);
    assert.equal(request?.headers.get('x-syncml-hmac'), null);
    assert.equal(await request?.text(), encodeSyncMLXml(MESSAGE));
  });

  it('is signed where a secret is given, and says how the answer was', async () => {
    const secret = { name: 'Bruce2', password: 'OhBehave', nonce: new TextEncoder().encode('Nonce') };
    const { send, sent } = sending(() => {
      const headers = { 'Content-Type': XML, 'x-syncml-hmac': 'username="srv", mac=AAAA' };
      return new Response(encodeSyncMLXml(MESSAGE), { headers });
    }, 'wbxml');
    const answer = await send('http://srv.example/dm', { message: MESSAGE, mac: secret });
    assert.equal(sent[0]?.headers.get('Content-Type'), 'application/vnd.syncml.dm+wbxml');
    assert.match(sent[0]?.headers.get('x-syncml-hmac') ?? '', /username="Bruce2"/u);
    assert.deepEqual([answer.mac?.userName, answer.mac?.isMadeWith(secret)], ['srv', false]);
  });

  const failures: readonly [name: string, answer: () => Response, message: RegExp][] = [
    ['another status', () => new Response(null, { status: 503 }), /HTTP 503, expected 200/],
    [
      'another media type',
      () => answered('<html/>', 'text/html'),
      /expected application\/vnd.syncml.dm\+xml/,
    ],
    ['what is no SyncML', () => answered('<html/>'), /no SyncML message/],
    ['too much', () => answered(encodeSyncMLXml(MESSAGE) + ' '.repeat(5000)), /at most 4096 bytes/],
  ];
  for (const [name, answer, message] of failures) {
    it(`fails with its reason at ${name}`, async () => {
      const { send } = sending(answer, 'xml', 4096);
      await assert.rejects(send('http://srv.example/dm', { message: MESSAGE }), message);
    });
  }
});

it('a message has the size of its XML, or of its WBXML where XML cannot carry it', () => {
  assert.equal(syncmlSize(MESSAGE), encodeSyncMLXml(MESSAGE).length);
  const data = Uint8Array.from({ length: 200 }, () => 0xff);
  const binary: SyncMLMessage = {
    ...MESSAGE,
    commands: [{ kind: 'Replace', commandID: '1', items: [{ target: { uri: './A' }, data }] }],
  };
  assert.ok(syncmlSize(binary) > 200);
});

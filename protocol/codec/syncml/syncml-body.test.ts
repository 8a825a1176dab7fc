import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { octetsOf } from '../../model/syncml-item';
import type { SyncMLMessage } from '../../model/syncml-message';
import { DEFAULT_LIMITS } from '../limits';
import { decodeSyncMLBody, encodeSyncMLBody, readSyncMLMediaType } from './syncml-body';
import { decodeSyncMLWbxml, encodeSyncMLWbxml } from './syncml-wbxml';
import { decodeCommandsXml, encodeCommandsXml, encodeSyncMLXml } from './syncml-xml';

const HEADER = {
  versionDTD: '1.2',
  versionProtocol: 'DM/1.2',
  sessionID: '1',
  messageID: 1,
  target: { uri: 's' },
  source: { uri: 'd' },
} as const;

const GET = { kind: 'Get', commandID: '1', items: [{ target: { uri: './a' } }] } as const;
const MESSAGE: SyncMLMessage = { header: HEADER, commands: [GET], final: true };

function messageWith(data: string | Uint8Array): SyncMLMessage {
  return { ...MESSAGE, commands: [{ kind: 'Add', commandID: '1', items: [{ data }] }] };
}

describe('a body by its media type', () => {
  it('is read as what it says it is', () => {
    const xml = encodeSyncMLBody(MESSAGE, 'xml');
    const wbxml = encodeSyncMLBody(MESSAGE, 'wbxml');
    const value = { ok: true, value: MESSAGE };
    assert.deepEqual(decodeSyncMLBody(xml, 'application/vnd.syncml.dm+xml; charset=utf-8'), value);
    assert.deepEqual(decodeSyncMLBody(wbxml, 'Application/vnd.syncml.dm+WBXML;verproto=DM/1.2'), value);
    assert.equal(decodeSyncMLBody(wbxml, 'application/vnd.syncml.dm+xml').ok, false);
    assert.equal(decodeSyncMLBody(xml, 'application/vnd.syncml.dm+wbxml').ok, false);
  });

  it('may have the types of data synchronization, which is told', () => {
    const serialization = 'xml';
    assert.deepEqual(readSyncMLMediaType('application/vnd.syncml+xml'), {
      serialization,
      isDataSynchronization: true,
    });
    assert.deepEqual(readSyncMLMediaType('application/vnd.syncml.dm+xml'), {
      serialization,
      isDataSynchronization: false,
    });
  });

  it('is refused under any other', () => {
    for (const type of ['', 'text/xml', 'application/xml', 'application/vnd.syncml.dm+json']) {
      const read = decodeSyncMLBody(encodeSyncMLBody(MESSAGE, 'xml'), type);
      assert.equal(read.ok ? 'read' : read.fault.reason, 'unsupported-media-type');
    }
  });

  it('is refused where it is longer than the limit, in both', () => {
    const limits = { ...DEFAULT_LIMITS, bytes: 20 };
    for (const serialization of ['xml', 'wbxml'] as const) {
      const bytes = encodeSyncMLBody(MESSAGE, serialization);
      const read = decodeSyncMLBody(bytes, `application/vnd.syncml.dm+${serialization}`, limits);
      assert.equal(read.ok ? 'read' : read.fault.reason, 'too-large');
    }
  });
});

describe('what is not written', () => {
  const unencodable = { name: 'UnencodableError' };

  it('a command without an identifier', () => {
    const message = { ...MESSAGE, commands: [{ ...GET, commandID: '' }] };
    assert.throws(() => encodeSyncMLXml(message), unencodable);
    assert.throws(() => encodeSyncMLWbxml(message), unencodable);
  });

  it('a number that is none', () => {
    for (const messageID of [Number.NaN, -1, 1.5, 1e300])
      assert.throws(() => encodeSyncMLXml({ ...MESSAGE, header: { ...HEADER, messageID } }), unencodable);
  });

  it('a control character as text, in both', () => {
    assert.throws(() => encodeSyncMLXml(messageWith('a\u0000b')), unencodable);
    assert.throws(() => encodeSyncMLWbxml(messageWith('a\u0000b')), unencodable);
  });

  it('octets in XML; WBXML has them opaque, also where they are many', () => {
    assert.throws(() => encodeSyncMLXml(messageWith(Uint8Array.from([0xff]))), unencodable);
    const message = messageWith(new Uint8Array(100_000).fill(0xff));
    assert.deepEqual(decodeSyncMLWbxml(encodeSyncMLWbxml(message)), { ok: true, value: message });
  });
});

describe('values that are octets', () => {
  it('come as text where they happen to be text; as octets they are the same', () => {
    const sent = Uint8Array.from([0x68, 0x69]);
    const read = decodeSyncMLWbxml(encodeSyncMLWbxml(messageWith(sent)));
    assert.deepEqual(read, { ok: true, value: messageWith('hi') });
    assert.deepEqual(octetsOf('hi'), sent);
    assert.deepEqual(octetsOf(sent), sent);
  });
});

it('a string table that is used over and over is refused before it fills the memory', () => {
  const table = [...new Uint8Array(60_000).fill(0x41), 0];
  const length = [0x83, 0xd4, 0x61];
  const uses = Array.from({ length: 10_000 }, () => [0x83, 0x00]).flat();
  const bytes = Uint8Array.from([0x02, 0xa4, 0x01, 0x6a, ...length, ...table, 0x6d, ...uses, 0x01]);
  const read = decodeSyncMLWbxml(bytes);
  assert.equal(read.ok ? 'read' : read.fault.reason, 'too-large');
});

describe('commands by themselves (GFO step 2)', () => {
  const XML = '<Get><CmdID>1</CmdID><Item><Target><LocURI>./a</LocURI></Target></Item></Get>';

  it('are written one after the other', () => {
    assert.equal(encodeCommandsXml([GET, GET]), XML + XML);
  });

  const accepted = [
    XML,
    ` ${XML} `,
    `<?xml version="1.0"?>${XML}`,
    `<SyncBody>${XML}</SyncBody>`,
    `<?xml version="1.0" encoding="UTF-8"?><SyncBody xmlns="SYNCML:SYNCML1.2">${XML}<Final/></SyncBody>`,
    XML.replace('<Get>', '<Get xmlns="SYNCML:SYNCML1.2">'),
  ];
  for (const text of accepted) {
    it(`are read: ${text}`, () => assert.deepEqual(decodeCommandsXml(text), { ok: true, value: [GET] }));
  }

  it('may be none', () => assert.deepEqual(decodeCommandsXml(''), { ok: true, value: [] }));

  const refused: readonly [text: string, reason: string][] = [
    ['Get ./a', 'wrong-shape'],
    [`${XML}and more`, 'wrong-shape'],
    ['<Get>', 'syntax'],
    ['</SyncBody><SyncBody>', 'syntax'],
    ['</SyncBody><!--', 'syntax'],
    ['<Destroy/>', 'unknown-parameter'],
    ['<Get xmlns="urn:other"/>', 'unknown-parameter'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><Get/>', 'entities'],
    [XML.repeat(20_000), 'too-large'],
  ];
  for (const [text, reason] of refused) {
    it(`are refused as ${reason}: ${text.slice(0, 50)}`, () => {
      const read = decodeCommandsXml(text);
      assert.equal(read.ok ? 'read' : read.fault.reason, reason);
    });
  }
});

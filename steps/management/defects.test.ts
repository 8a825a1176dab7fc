import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bodyOf, type Outgoing } from '../../harness/cast/management/syncml-messages';
import { decodeSyncMLBody, type SyncMLSerialization } from '../../protocol/codec/syncml/syncml-body';
import type { SyncMLMessage } from '../../protocol/model/syncml-message';
import { SYNCML_MEDIA_TYPES } from '../../protocol/tables/syncml/identifiers';
import { defectOf } from './defects';

const PLACE = { uri: 'x' };
const MESSAGE: SyncMLMessage = {
  header: {
    versionDTD: '1.2',
    versionProtocol: 'DM/1.2',
    sessionID: '1A',
    messageID: 2,
    target: PLACE,
    source: PLACE,
  },
  commands: [
    {
      kind: 'Status',
      commandID: '1',
      messageReference: 1,
      commandReference: '2',
      command: 'Replace',
      targetReferences: [],
      sourceReferences: [],
      code: 200,
      items: [],
    },
    { kind: 'Replace', commandID: '2', items: [{ target: { uri: './Test/probe' }, data: 'changed' }] },
    { kind: 'Get', commandID: '3', items: [{ target: { uri: './DevInfo/Man' } }] },
  ],
  final: true,
};

function spoilt(text: string, serialization: SyncMLSerialization = 'xml') {
  const outgoing: Outgoing = defectOf(text).change({ message: MESSAGE, serialization });
  return decodeSyncMLBody(bodyOf(outgoing).body, SYNCML_MEDIA_TYPES[serialization].dm);
}

function read(text: string): SyncMLMessage {
  const decoded = spoilt(text);
  assert.ok(decoded.ok, text);
  return decoded.value;
}

describe('a message with a defect', () => {
  for (const text of [
    'cut in the middle',
    'nested 500 levels deep',
    'that is not UTF-8',
    'that is no XML',
    'with a DOCTYPE',
    'with an entity that reads a file',
    'with entities that multiply',
    'with an unknown element',
    'without a SyncHdr',
    'with a MsgID of 0',
    'of 9000000 characters',
  ])
    it(`${text} cannot be read`, () => assert.equal(spoilt(text).ok, false));

  for (const text of [
    'cut in the middle',
    'with an unknown token',
    'with an unknown code page',
    'with an unknown public identifier',
    'with a string table index beyond its end',
    'with an opaque length beyond its end',
    'with a multi-byte number that overflows',
  ])
    it(`${text} cannot be read as WBXML`, () => assert.equal(spoilt(text, 'wbxml').ok, false));

  it('can be read, and says what it should not', () => {
    assert.equal(read('with VerDTD "9.9"').header.versionDTD, '9.9');
    assert.equal(read('with VerProto "DM/9.9"').header.versionProtocol, 'DM/9.9');
    assert.notEqual(read('with another SessionID').header.sessionID, '1A');
    assert.notEqual(read('from another device').header.source.uri, 'x');
    assert.equal(read('with the MsgID of before').header.messageID, 1);
    const identifiers = (text: string) => read(text).commands.map(({ commandID }) => commandID);
    assert.deepEqual(identifiers('with two commands of one CmdID'), ['1', '2', '2']);
    assert.deepEqual(identifiers('with a command without CmdID'), ['1', '2', '']);
    assert.deepEqual(identifiers('with a CmdID of 0'), ['1', '0', '0']);
    const [stray] = read('with a MsgRef to nowhere').commands;
    assert.ok(stray?.kind === 'Status' && stray.messageReference === 99);
    const [lost] = read('with a CmdRef to nowhere').commands;
    assert.ok(lost?.kind === 'Status' && lost.commandReference === '99');
    assert.equal(read('with a Put').commands.at(-1)?.kind, 'NotInDM');
  });
});

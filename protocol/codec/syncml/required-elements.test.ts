import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_LIMITS } from '../limits';
import { decodeCommandsXml, decodeSyncMLXml } from './syncml-xml';

const PARTS: Readonly<Record<string, string>> = {
  VerDTD: '<VerDTD>1.2</VerDTD>',
  VerProto: '<VerProto>DM/1.2</VerProto>',
  SessionID: '<SessionID> 1 </SessionID>',
  MsgID: '<MsgID>1</MsgID>',
  Target: '<Target><LocURI>s</LocURI></Target>',
  Source: '<Source><LocURI>d</LocURI></Source>',
};
const STATUS: Readonly<Record<string, string>> = {
  CmdRef: '<CmdRef>1</CmdRef>',
  Cmd: '<Cmd>Get</Cmd>',
  Data: '<Data>200</Data>',
};

function message(header: string, namespace = 'SYNCML:SYNCML1.2'): string {
  return `<SyncML xmlns="${namespace}"><SyncHdr>${header}</SyncHdr><SyncBody><Final/></SyncBody></SyncML>`;
}

function said(text: string, limits = DEFAULT_LIMITS): string {
  const read = decodeSyncMLXml(new TextEncoder().encode(text), limits);
  return read.ok ? 'read' : `${read.fault.reason} ${read.fault.where}`;
}

function saidOfCommands(text: string, limits = DEFAULT_LIMITS): string {
  const read = decodeCommandsXml(text, limits);
  return read.ok ? 'read' : `${read.fault.reason} ${read.fault.where}`;
}

describe('what a message must have (DM_RepPro 4.1.2)', () => {
  it('is each part of its header', () => {
    assert.equal(said(message(Object.values(PARTS).join(''))), 'read');
    for (const [name, part] of Object.entries(PARTS)) {
      const without = Object.values(PARTS).filter((one) => one !== part);
      assert.equal(said(message(without.join(''))), `missing message/SyncHdr/${name}`);
    }
  });

  it('is a header, a body and the namespace of SyncML', () => {
    const header = Object.values(PARTS).join('');
    assert.equal(said('<SyncML><SyncBody/></SyncML>'), 'missing message/SyncHdr');
    assert.equal(said(`<SyncML><SyncHdr>${header}</SyncHdr></SyncML>`), 'missing message/SyncBody');
    assert.equal(said(message(header, 'SYNCML:SYNCML1.3')), 'read');
    assert.equal(said(message(header, '')), 'read');
    for (const namespace of ['xSYNCML:SYNCML1.2', 'SYNCML:SYNCML1.2x', 'urn:other'])
      assert.equal(said(message(header, namespace)), 'wrong-shape message');
  });

  it('is each part of a status and the command of results', () => {
    assert.equal(saidOfCommands(`<Status>${Object.values(STATUS).join('')}</Status>`), 'read');
    for (const [name, part] of Object.entries(STATUS)) {
      const without = Object.values(STATUS).filter((one) => one !== part);
      assert.equal(
        saidOfCommands(`<Status>${without.join('')}</Status>`),
        `missing commands/Status#1/${name}`,
      );
    }
    assert.equal(saidOfCommands('<Get/><Results/>'), 'missing commands/Results#2/CmdRef');
    assert.equal(saidOfCommands('<Results><CmdRef>1</CmdRef></Results>'), 'read');
  });

  it('is nothing but commands where commands are expected', () => {
    assert.equal(saidOfCommands('<Get/> <Get/>'), 'read');
    assert.equal(saidOfCommands('<Get/>x'), 'wrong-shape commands');
    assert.equal(saidOfCommands('<Fetch/>'), 'unknown-parameter commands/Fetch#1');
    assert.equal(saidOfCommands('<Get xmlns="urn:other"/>'), 'unknown-parameter commands/Get#1');
    assert.equal(saidOfCommands('<SyncBody><Get/></SyncBody>'), 'read');
    assert.equal(saidOfCommands('<SyncBody/><Get/>'), 'unknown-parameter commands/SyncBody#1');
    assert.equal(saidOfCommands(' <?xml version="1.0"?><Get/>'), 'read');
    assert.equal(saidOfCommands('<Get/><?xml version="1.0"?>'), 'syntax commands');
  });

  it('are numbers in digits, fifteen at most, and a message number above zero', () => {
    const numbered = (text: string) =>
      said(message(Object.values({ ...PARTS, MsgID: `<MsgID>${text}</MsgID>` }).join('')));
    assert.equal(numbered(' 123456789012345 '), 'read');
    for (const text of ['1234567890123456', '0', '-1', '1.0', '', 'x1'])
      assert.equal(numbered(text), 'wrong-type message/SyncHdr/MsgID', text);
  });

  it('is no more than its reader takes', () => {
    const text = message(Object.values(PARTS).join(''));
    assert.equal(said(text, { ...DEFAULT_LIMITS, bytes: text.length }), 'read');
    assert.equal(said(text, { ...DEFAULT_LIMITS, bytes: text.length - 1 }), 'too-large message');
    assert.equal(saidOfCommands('<Get/>', { ...DEFAULT_LIMITS, bytes: 5 }), 'too-large commands');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Deviation, deviationsFromDTD } from './strict-check';

const HEADER =
  '<SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1</SessionID><MsgID>1</MsgID>' +
  '<Target><LocURI>s</LocURI></Target><Source><LocURI>d</LocURI></Source></SyncHdr>';
const GET = '<Get><CmdID>1</CmdID><Item/></Get>';

function deviations(body: string, header = HEADER): readonly Deviation[] {
  const xml = `<SyncML xmlns="SYNCML:SYNCML1.2">${header}<SyncBody>${body}</SyncBody></SyncML>`;
  const read = deviationsFromDTD(new TextEncoder().encode(xml), 'xml');
  assert.ok(read.ok);
  return read.value;
}

function kinds(body: string, header = HEADER): string[] {
  return deviations(body, header).map(({ kind, where }) => `${kind} ${where}`);
}

describe('what the DTD says of a message', () => {
  it('nothing, of one that follows it', () => {
    assert.deepEqual(kinds(`${GET}<Final/>`), []);
  });

  it('a status in the order of Windows', () => {
    const status =
      '<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>200</Data>' +
      '<TargetRef>d</TargetRef></Status>';
    assert.deepEqual(deviations(status), [
      { kind: 'order', where: 'SyncML/SyncBody[1]/Status[0]', detail: 'TargetRef comes after Data' },
    ]);
  });

  it('a correlator in front of the data of an alert', () => {
    const alert = '<Alert><CmdID>1</CmdID><Correlator>c</Correlator><Data>1226</Data></Alert>';
    assert.deepEqual(kinds(alert), ['order SyncML/SyncBody[1]/Alert[0]']);
  });

  it('a command behind Final', () => {
    assert.deepEqual(kinds(`<Final/>${GET}`), ['order SyncML/SyncBody[1]']);
  });

  it('something missing: commands, identifiers, items, MsgRef of a status', () => {
    assert.deepEqual(kinds('<Final/>'), ['missing SyncML/SyncBody[1]']);
    assert.deepEqual(kinds('<Get/>'), [
      'missing SyncML/SyncBody[1]/Get[0]',
      'missing SyncML/SyncBody[1]/Get[0]',
    ]);
    assert.deepEqual(
      kinds('<Status><CmdID>1</CmdID><CmdRef>0</CmdRef><Cmd>Get</Cmd><Data>200</Data></Status>'),
      ['missing SyncML/SyncBody[1]/Status[0]'],
    );
  });

  it('something twice', () => {
    assert.deepEqual(kinds('<Get><CmdID>1</CmdID><CmdID>2</CmdID><Item/></Get>'), [
      'repeated SyncML/SyncBody[1]/Get[0]',
    ]);
  });

  it('elements that nobody knows, or that belong elsewhere', () => {
    assert.deepEqual(kinds(`${GET}<Hint/>`), ['unknown SyncML/SyncBody[1]/Hint[1]']);
    assert.deepEqual(kinds('<Get><CmdID>1</CmdID><Item><CmdRef>1</CmdRef></Item></Get>'), [
      'unknown SyncML/SyncBody[1]/Get[0]/Item[1]',
    ]);
  });

  it('what DM does not use', () => {
    assert.deepEqual(kinds('<Get><CmdID>1</CmdID><Lang>en</Lang><Item/></Get>'), [
      'not-in-dm SyncML/SyncBody[1]/Get[0]/Lang[1]',
    ]);
  });

  it('meta information outside of its namespace', () => {
    const meta = '<Get><CmdID>1</CmdID><Meta><Format>chr</Format></Meta><Item/></Get>';
    assert.deepEqual(kinds(meta), ['namespace SyncML/SyncBody[1]/Get[0]/Meta[1]/Format[0]']);
  });

  it('the same of WBXML', () => {
    const read = deviationsFromDTD(Buffer.from('02a4016a006d2c2b01', 'hex'), 'wbxml');
    assert.ok(read.ok);
    assert.equal(read.value.filter(({ kind }) => kind === 'missing').length, 7);
  });

  it('nothing at all of what cannot be read', () => {
    assert.equal(deviationsFromDTD(new Uint8Array(), 'wbxml').ok, false);
    assert.equal(deviationsFromDTD(new Uint8Array(), 'xml').ok, false);
  });
});

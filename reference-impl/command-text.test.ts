import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { ResultsCommand, StatusCommand } from '../protocol/model/syncml-command';
import { commandText } from './command-text';

const STATUS: StatusCommand = {
  kind: 'Status',
  commandID: '1',
  messageReference: 1,
  commandReference: '7',
  command: 'Get',
  targetReferences: [],
  sourceReferences: [],
  code: 200,
  items: [],
};

function results(uri: string, data: string | Uint8Array): ResultsCommand {
  const items = [{ source: { uri }, data }];
  return { kind: 'Results', commandID: '2', messageReference: 1, commandReference: '7', items };
}

const NAMESPACE = ' xmlns="SYNCML:SYNCML1.2"';

it('answers stand one after the other', () => {
  const text = commandText.write([STATUS, results('./A', 'x < y')]);
  assert.equal(
    text.replaceAll(NAMESPACE, ''),
    '<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>7</CmdRef><Cmd>Get</Cmd><Data>200</Data></Status>' +
      '<Results><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>7</CmdRef>' +
      '<Item><Source><LocURI>./A</LocURI></Source><Data>x &lt; y</Data></Item></Results>',
  );
});

for (const [what, data] of [
  ['octets that are no text', Uint8Array.from([0xff, 0x00])],
  ['text with control characters', '\u0000a'],
] as const) {
  it(`${what} are said in base64`, () => {
    const text = commandText.write([results('./A', data)]);
    const base64 = Buffer.from(data).toString('base64');
    assert.match(text, new RegExp(`<Format[^>]*>b64</Format></Meta><Data>${base64}</Data>`));
  });
}

it('where an address cannot be said, the codes are left', () => {
  const text = commandText.write([STATUS, results('./\u0001', 'x')]);
  assert.match(text, /<Data>200<\/Data><\/Status>$/);
});

it('commands are read with and without identifiers and namespace', () => {
  const target = '<Item><Target><LocURI>./A</LocURI></Target></Item>';
  const read = commandText.read(`<Get>${target}</Get>\n<Delete><CmdID>2</CmdID>${target}</Delete>`);
  assert.ok(read.ok);
  assert.deepEqual(
    read.value.map(({ kind, commandID }) => `${kind} ${commandID}`),
    ['Get ', 'Delete 2'],
  );
});

for (const text of ['<Get>', 'Get', '<Fetch/>', '<!DOCTYPE a [<!ENTITY b "c">]><Get/>'])
  it(`${text} is no command`, () => assert.equal(commandText.read(text).ok, false));

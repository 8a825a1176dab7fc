import assert from 'node:assert/strict';
import { it } from 'node:test';
import { decodeCommandsXml } from '../../protocol/codec/syncml/syncml-xml';
import { outcomeOf } from './outcome';
import { plain } from './same-commands';

function said(xml: string): string[] {
  const read = decodeCommandsXml(xml);
  assert.ok(read.ok);
  return read.value.map(plain);
}

const item = (uri: string, rest = '<Data>on</Data>') =>
  `<Item><Target><LocURI>${uri}</LocURI></Target>${rest}</Item>`;

it('commands say the same whatever their identifiers, the spelling of addresses and what is the default', () => {
  const meta =
    '<Meta><Format xmlns="syncml:metinf">chr</Format><Type xmlns="syncml:metinf">text/plain</Type></Meta>';
  const one = said(`<Replace><CmdID>1</CmdID>${item('./Pump/State')}</Replace>`);
  assert.deepEqual(
    one,
    said(`<Replace><CmdID>7</CmdID>${item('Pump/State', `${meta}<Data>on</Data>`)}</Replace>`),
  );
});

it('commands differ by node, value, format, kind and group', () => {
  const replace = `<Replace><CmdID>1</CmdID>${item('./Pump/State')}</Replace>`;
  const number = '<Meta><Format xmlns="syncml:metinf">int</Format></Meta><Data>on</Data>';
  const others = [
    `<Replace><CmdID>1</CmdID>${item('./Pump/Name')}</Replace>`,
    `<Replace><CmdID>1</CmdID>${item('./Pump/State', '<Data>off</Data>')}</Replace>`,
    `<Replace><CmdID>1</CmdID>${item('./Pump/State', number)}</Replace>`,
    `<Add><CmdID>1</CmdID>${item('./Pump/State')}</Add>`,
    `<Atomic><CmdID>2</CmdID>${replace}</Atomic>`,
    `<Sequence><CmdID>2</CmdID>${replace}</Sequence>`,
  ];
  assert.equal(new Set([replace, ...others].flatMap(said)).size, 1 + others.length);
});

it('an outcome is a code by name and number, a success, a refusal or none, or one of several', () => {
  assert.equal(outcomeOf('OK (200) or NOT_FOUND (404)').allows(404), true);
  assert.equal(outcomeOf('OK (200) or NOT_FOUND (404)').allows(405), false);
  assert.equal(outcomeOf('a success').allows(202), true);
  assert.equal(outcomeOf('a success').allows(undefined), false);
  assert.equal(outcomeOf('a success').allows(216), false);
  assert.equal(outcomeOf('a refusal').allows(undefined), true);
  assert.equal(outcomeOf('a refusal').allows(216), false);
  assert.equal(outcomeOf('none or a refusal or NOT_EXECUTED (215)').allows(215), true);
  assert.throws(() => outcomeOf('NOT_FOUND (405)'));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { xmlLines } from './xml-lines';

test('each element has a line, below the one that holds it', () => {
  const xml =
    '<?xml version="1.0"?><SyncBody><Get><CmdID>1</CmdID><Item><Data/></Item></Get><Final/></SyncBody>';
  assert.equal(
    xmlLines(xml),
    [
      '<?xml version="1.0"?>',
      '<SyncBody>',
      '  <Get>',
      '    <CmdID>1</CmdID>',
      '    <Item>',
      '      <Data/>',
      '    </Item>',
      '  </Get>',
      '  <Final/>',
      '</SyncBody>',
    ].join('\n'),
  );
});

test('text of an element stays as it is, over several lines too', () => {
  assert.equal(xmlLines('<Data>a\nb</Data>'), '<Data>a\n  b</Data>');
});

test('what is no XML is no reason to stop', () => {
  assert.equal(xmlLines('</a></b>'), '</a>\n</b>');
  assert.equal(xmlLines(''), '');
});

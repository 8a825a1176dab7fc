import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeSyncMLBody, encodeSyncMLBody } from '../../../protocol/codec/syncml/syncml-body';
import type { SyncMLMessage } from '../../../protocol/model/syncml-message';
import { SYNCML_MEDIA_TYPES } from '../../../protocol/tables/syncml/identifiers';
import { withoutSyncMLSecrets } from './syncml-redaction';

/** Commands as a value: XML within XML. */
const COMMANDS =
  '<Replace><CmdID>1</CmdID><Item><Target><LocURI>./DMAcc/a/AAuthSecret</LocURI></Target><Data>grault&amp;waldo</Data></Item>' +
  '<Item><Target><LocURI>./Pump/State</LocURI></Target><Data>on</Data></Item></Replace>';

const MESSAGE: SyncMLMessage = {
  header: {
    versionDTD: '1.2',
    versionProtocol: 'DM/1.2',
    sessionID: '1A',
    messageID: 1,
    target: { uri: 'urn:gw' },
    source: { uri: 'com.server' },
    credential: { meta: { type: 'syncml:auth-basic', format: 'b64' }, data: 'cGFzczp3b3Jk' },
  },
  commands: [
    {
      kind: 'Add',
      commandID: '1',
      items: [{ target: { uri: './GwConfig/Devices/d1/ClientSecret' }, data: 'qux&corge' }],
    },
    {
      kind: 'Sequence',
      commandID: '2',
      commands: [
        {
          kind: 'Replace',
          commandID: '3',
          items: [{ target: { uri: './SCM/FanOut/ToBeFannedOut' }, data: COMMANDS }],
        },
      ],
    },
  ],
  final: true,
};

for (const serialization of ['xml', 'wbxml'] as const) {
  const contentType = SYNCML_MEDIA_TYPES[serialization].dm;

  test(`${serialization}: credentials and passwords go, and the rest stays as it was`, () => {
    const body = encodeSyncMLBody(MESSAGE, serialization);
    const kept = withoutSyncMLSecrets([])(body, contentType);
    assert.equal(kept.length, body.length);
    const text = Buffer.from(kept).toString('latin1');

    for (const secret of ['cGFzc', 'qux', 'corge', 'grault', 'waldo'])
      assert.ok(!text.includes(secret), secret);
    const decoded = decodeSyncMLBody(kept, contentType);
    assert.ok(decoded.ok);
    assert.equal(decoded.value.header.credential?.data, '************');
    assert.match(text, /Pump\/State/);
  });

  test(`${serialization}: of a message that was cut nothing secret stays`, () => {
    const long = { ...MESSAGE.header, credential: { data: 'QWxhZGRpbjpvcGVuIHNlc2FtZQ==' } };
    const body = encodeSyncMLBody({ ...MESSAGE, header: long }, serialization);
    const cut = body.subarray(0, body.length - 40);
    assert.ok(!decodeSyncMLBody(cut, contentType).ok);
    const text = Buffer.from(withoutSyncMLSecrets(['qux&corge'])(cut, contentType)).toString('latin1');
    for (const secret of ['QWxh', 'c2FtZQ', 'qux&'])
      assert.ok(!text.includes(secret), `${secret} in ${text}`);
    assert.match(text, /com\.server/);
  });
}

test('a known password goes from whatever it is in, and what is not SyncML stays otherwise', () => {
  const redact = withoutSyncMLSecrets(['s3cret']);
  const body = new TextEncoder().encode('{"a":"s3cret","b":"cGFzczp3b3JkMTIzNDU2"}');
  assert.equal(
    Buffer.from(redact(body, 'application/json')).toString(),
    '{"a":"******","b":"cGFzczp3b3JkMTIzNDU2"}',
  );
});

test('credentials are secret wherever they stand, also where there is no message', () => {
  const text =
    '<SyncBody xmlns="SYNCML:SYNCML1.2"><Get><CmdID>1</CmdID><Cred><Data>QnJ1Y2U=</Data></Cred></Get></SyncBody>';
  const kept = withoutSyncMLSecrets([])(new TextEncoder().encode(text), SYNCML_MEDIA_TYPES.xml.dm);
  assert.equal(Buffer.from(kept).toString(), text.replace('QnJ1Y2U=', '********'));
});

test('a body that is full of secrets is kept by its length only', () => {
  const body = new TextEncoder().encode('\u0003QWxhZGRpbjpvcGVuMTIz'.repeat(50_000));
  const kept = withoutSyncMLSecrets([])(body, SYNCML_MEDIA_TYPES.wbxml.dm);
  assert.equal(kept.length, body.length);
  assert.ok(kept.every((octet) => octet === 0x2a));
});

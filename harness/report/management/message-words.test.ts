import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeNotification } from '../../../protocol/codec/syncml/notification';
import { encodeSyncMLBody } from '../../../protocol/codec/syncml/syncml-body';
import type { SyncMLCommand } from '../../../protocol/model/syncml-command';
import type { RecordedMessage } from '../../links/exchange';
import { managementWords } from './message-words';
import { shownBody } from './shown-body';

function recorded(octets: Uint8Array, contentType: string): RecordedMessage {
  return {
    headers: { 'Content-Type': contentType },
    body: Buffer.from(octets).toString('base64'),
    bodyEncoding: 'base64',
    bodyBytes: octets.length,
    truncated: false,
  };
}

function message(commands: readonly SyncMLCommand[], final = true): RecordedMessage {
  const header = {
    versionDTD: '1.2',
    versionProtocol: 'DM/1.2',
    sessionID: '1A',
    messageID: 1,
    target: { uri: 'http://s' },
    source: { uri: 'urn:d' },
  };
  const body = encodeSyncMLBody({ header, commands, final }, 'wbxml');
  return recorded(body, 'application/vnd.syncml.dm+wbxml; charset=utf-8');
}

function status(commandReference: string, code: number): SyncMLCommand {
  const references = { targetReferences: [], sourceReferences: [], items: [] };
  return {
    kind: 'Status',
    commandID: commandReference,
    messageReference: 1,
    commandReference,
    command: 'Get',
    code,
    ...references,
  };
}

test('package 1 is known by its alert, and DevInfo is one thing', () => {
  const items = ['./DevInfo/DevId', './DevInfo/Man'].map((uri) => ({ source: { uri }, data: 'x' }));
  const commands: SyncMLCommand[] = [
    { kind: 'Alert', commandID: '1', code: 1200, items: [] },
    { kind: 'Replace', commandID: '2', items },
  ];
  assert.deepEqual(managementWords(message(commands)), ['package 1', 'Alert 1200, Replace ./DevInfo']);
});

test('equal statuses are counted, and groups hold what they hold', () => {
  const get: SyncMLCommand = { kind: 'Get', commandID: '5', items: [{ target: { uri: './Pump/State' } }] };
  const commands: SyncMLCommand[] = [
    status('1', 200),
    status('2', 200),
    status('3', 404),
    { kind: 'Sequence', commandID: '4', commands: [get] },
  ];
  assert.deepEqual(managementWords(message(commands, false)), [
    'Sequence (Get ./Pump/State)',
    'Status 200 ×2, Status 404, not final',
  ]);
});

test('commands of one kind in a row are named by the first', () => {
  const add = (uri: string): SyncMLCommand => ({
    kind: 'Add',
    commandID: uri,
    items: [{ target: { uri }, data: '' }],
  });
  assert.deepEqual(managementWords(message(['./a', './b', './c'].map(add))), ['Add ./a and 2 more', '']);
});

test('a generic alert is known by its type', () => {
  const type = 'urn:oma:at:oma-gwmo:resultaggregation:1.0';
  const items = [{ source: { uri: './SCM/Results/1' }, meta: { type }, data: '' }];
  const alert: SyncMLCommand = { kind: 'Alert', commandID: '1', code: 1226, items };
  assert.deepEqual(managementWords(message([alert])), ['Alert 1226 resultaggregation:1.0', '']);
});

test('package 0 says which session of which server', () => {
  const octets = encodeNotification(
    { version: 11, uiMode: 'background', initiator: 'server', sessionID: 0x1a2b, serverID: 'com.s' },
    { password: 'secret', nonce: new Uint8Array() },
  );
  const notification = recorded(octets, 'application/vnd.syncml.notification');
  assert.deepEqual(managementWords(notification), ['package 0', 'session 1A2B, com.s']);
  assert.match(
    shownBody(notification) ?? '',
    /version 1\.1, user interaction background, wish of the server\n/,
  );
});

test('messages of DM 2.0 are told by media type, verbs and codes', () => {
  const json = (value: unknown, kind: string) =>
    managementWords(recorded(Buffer.from(JSON.stringify(value)), `application/vnd.oma.dm.${kind}+json`));
  const alert = { AlertType: 'urn:oma:at:dm:2.0:ServerInitiatedMgmt' };
  assert.deepEqual(json({ Alert: [alert] }, 'initiation'), ['package 1', 'ServerInitiatedMgmt']);
  assert.deepEqual(json({ CMD: [['GET', 'x'], ['END']] }, 'request'), ['package 2', 'GET, END']);
  assert.deepEqual(json({ Status: [{ sc: 200 }] }, 'response'), ['package 3', 'Status 200']);
  assert.deepEqual(json('no package', 'response'), ['package 3', '']);
});

test('push messages are told by what they hold, and other JSON is none', () => {
  const json = (value: unknown) =>
    managementWords(recorded(Buffer.from(JSON.stringify(value)), 'application/json'));
  assert.deepEqual(json({ PushID: 'p-1', Address: 'http://d', Content: 'AA==' }), ['push request', 'p-1']);
  assert.deepEqual(json({ PushID: 'p-1' }), ['accepted', 'p-1']);
  assert.deepEqual(json({ PushID: 'p-1', Outcome: 'refused', Attempts: 1 }), [
    'push report',
    'refused after 1 attempts',
  ]);
  assert.equal(json({ 'm2m:rsp': {} }), undefined);
});

test('a binary message is shown as XML, and what cannot be read as it is', () => {
  const shown = shownBody(message([{ kind: 'Alert', commandID: '1', code: 1201, items: [] }])) ?? '';
  assert.match(shown, /^\(WBXML, shown as XML\)\n<\?xml/);
  assert.match(shown, /\n {4}<Alert>\n {6}<CmdID>1<\/CmdID>\n {6}<Data>1201<\/Data>\n {4}<\/Alert>\n/);
  const written = Buffer.from(/<SyncML.*/s.exec(shown)?.[0]?.replaceAll(/>\s+</g, '><') ?? '');
  const xml = shownBody(recorded(written, 'application/vnd.syncml.dm+xml')) ?? '';
  assert.match(xml, /^\(broken into lines\)\n<SyncML[^>]*>\n {2}<SyncHdr>\n {4}<VerDTD>1\.2<\/VerDTD>\n/);
  const broken = recorded(Uint8Array.of(3, 0xff), 'application/vnd.syncml.dm+wbxml');
  assert.deepEqual([managementWords(broken), shownBody(broken)], [undefined, undefined]);
});

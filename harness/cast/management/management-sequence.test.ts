import assert from 'node:assert/strict';
import { it } from 'node:test';
import { encodeSyncMLBody } from '../../../protocol/codec/syncml/syncml-body';
import type { SyncMLCommand } from '../../../protocol/model/syncml-command';
import type { Exchange, RecordedMessage } from '../../links/exchange';
import { alert, numbered, onNodes, statusOf } from './command-building';
import { saidIn } from './management-sequence';

function recorded(commands: readonly SyncMLCommand[]): RecordedMessage {
  const place = { uri: 'x' };
  const header = {
    versionDTD: '1.2',
    versionProtocol: 'DM/1.2',
    sessionID: '1',
    messageID: 1,
    target: place,
    source: place,
  };
  const body = Buffer.from(
    encodeSyncMLBody({ header, commands: numbered(commands), final: true }, 'xml'),
  ).toString();
  const headers = { 'content-type': 'application/vnd.syncml.dm+xml' };
  return { headers, body, bodyEncoding: 'utf-8', bodyBytes: body.length, truncated: false };
}

function exchange(
  id: number,
  parts: Pick<Exchange, 'from' | 'to'>,
  asked: RecordedMessage,
  answered?: RecordedMessage,
): Exchange {
  return {
    id,
    requestPlace: 2 * id,
    answerPlace: 2 * id + 1,
    at: 0,
    ...parts,
    request: { method: 'POST', url: 'http://x', ...asked },
    ...(answered && { response: { status: 200, ...answered } }),
  };
}

it('a session is read as what the workflow calls it, requests and answers apart', () => {
  const get = onNodes('Get', ['./Pump/Name']);
  const package0 = {
    headers: { 'content-type': 'application/vnd.syncml.notification' },
    body: '',
    bodyEncoding: 'base64',
    bodyBytes: 0,
    truncated: false,
  } as const;
  const said = saidIn([
    exchange(1, { from: 'the gateway', to: 'd1' }, package0),
    exchange(2, { from: 'd1', to: 'the gateway' }, recorded([alert(1200)]), recorded([get])),
    exchange(3, { from: 'd1', to: 'the gateway' }, recorded([statusOf(1, { ...get, commandID: '1' }, 200)])),
    exchange(4, { from: 'the gateway', to: 'the server' }, recorded([alert(1201), alert(1226)])),
  ]);
  assert.deepEqual(
    said.map(({ word, from, place }) => [place, from, word]),
    [
      [2, 'the gateway', 'package 0'],
      [4, 'd1', 'package 1'],
      [5, 'the gateway', 'the commands'],
      [6, 'd1', 'its results'],
      [8, 'the gateway', 'package 1'],
      [8, 'the gateway', 'alert'],
    ],
  );
});

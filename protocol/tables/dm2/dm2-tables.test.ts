import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ACCEPT_HEADER,
  DEVICE_ID_HEADER,
  DM2_MEDIA_TYPES,
  NOTIFICATION_ID_MEMBER,
  START_ALERT_ROWS,
  START_REASONS,
  startAlertType,
  startReason,
} from './identifiers';
import {
  CONNECTION_TYPES,
  NOTIFICATION_OPTION_ROWS,
  NOTIFICATION_VERSION,
  optionNumber,
} from './notification-options';
import { COMMAND_STATUS_CODES, commandStatus, MESSAGE_STATUS_CODES, messageStatus } from './status-codes';
import { isVerb, VERB_ROWS, verbRow } from './verbs';

describe('the verbs of DM 2.0', () => {
  it('with what follows them', () => {
    const written = VERB_ROWS.map((row) =>
      [row.verb, ...row.arguments.map(({ name, occurs }) => `${name}${occurs}`)].join(' '),
    );
    assert.deepEqual(written, [
      'HGET serverURI1 clientURI?',
      'HPUT serverURI1 clientURI+',
      'HPOST serverURI1 clientURI+',
      'DELETE clientURI1',
      'EXEC clientURI1 serverURI?',
      'GET clientURI1',
      'SHOW serverURI1',
      'CONT serverURI1',
      'END',
      'DEFAULT serverURI1 moid1',
      'SUB serverURI1 clientURI1',
      'UNSUB clientURI1',
    ]);
  });

  it('who has to know them', () => {
    const support = VERB_ROWS.map(({ verb, server, client }) => `${verb} ${server} ${client}`);
    assert.deepEqual(
      support.filter((text) => !text.endsWith('must must')),
      [
        'GET must should',
        'SHOW must should',
        'DEFAULT must should',
        'SUB should should',
        'UNSUB should should',
      ],
    );
  });

  it('which of them are not sent twice', () => {
    const once = VERB_ROWS.filter(({ repeatable }) => !repeatable).map(({ verb }) => verb);
    assert.deepEqual(once, ['HPOST', 'EXEC']);
  });

  it('what may be reported of them, all of it codes that have a row', () => {
    assert.deepEqual(verbRow('DELETE').statusCodes, [200, 400, 403, 404, 405, 414, 500]);
    assert.deepEqual(verbRow('EXEC').statusCodes, [200, 202, 400, 403, 404, 405, 414, 500]);
    assert.deepEqual(verbRow('GET').statusCodes, [200, 304, 400, 403, 404, 413, 414, 500, 501]);
    assert.deepEqual(
      verbRow('HGET').statusCodes,
      [200, 400, 403, 404, 405, 413, 414, 415, 500, 502, 503, 504],
    );
    assert.deepEqual(
      verbRow('HPUT').statusCodes,
      [200, 304, 400, 403, 404, 406, 413, 414, 415, 500, 502, 503, 504],
    );
    assert.deepEqual(verbRow('HPOST').statusCodes, verbRow('HPUT').statusCodes);
    assert.deepEqual(verbRow('SHOW').statusCodes, [200, 400, 403, 500, 501, 503]);
    assert.deepEqual(verbRow('CONT').statusCodes, [200, 400, 403, 500]);
    assert.deepEqual(verbRow('DEFAULT').statusCodes, [200, 400, 403, 500, 501]);
    assert.deepEqual(verbRow('SUB').statusCodes, [200, 400, 403, 404, 414, 500, 501]);
    assert.deepEqual(verbRow('UNSUB').statusCodes, [200, 400, 404, 414, 500, 501]);
    assert.deepEqual(verbRow('END').statusCodes, []);
    const known = new Set(COMMAND_STATUS_CODES.map(({ code }) => code));
    for (const { statusCodes } of VERB_ROWS) assert.ok(statusCodes.every((code) => known.has(code)));
  });

  it('are written in capitals', () => {
    assert.deepEqual(
      [isVerb('END'), isVerb('end'), isVerb('ADD'), isVerb('toString')],
      [true, false, false, false],
    );
  });
});

it('the codes of commands and of messages', () => {
  assert.deepEqual(
    COMMAND_STATUS_CODES.map(({ code }) => code),
    [200, 202, 304, 400, 403, 404, 405, 406, 413, 414, 415, 500, 501, 502, 503, 504],
  );
  assert.deepEqual(
    MESSAGE_STATUS_CODES.map(({ code }) => code),
    [200, 400, 401, 403, 404, 405, 406, 408, 410, 413, 415, 500, 503],
  );
  assert.deepEqual([commandStatus('URI_TOO_LONG'), messageStatus('GONE')], [414, 410]);
});

it('the names are those of DM 2.0, letter by letter', () => {
  assert.deepEqual(
    DM2_MEDIA_TYPES.map(({ type }) => type),
    [
      'application/vnd.oma.dm.initiation+json',
      'application/vnd.oma.dm.request+json',
      'application/vnd.oma.dm.response+json',
      'application/vnd.oma.dm.mo+json',
      'application/vnd.oma.dm.notification',
    ],
  );
  assert.deepEqual(
    START_ALERT_ROWS.map(({ type }) => type),
    [
      'urn:oma:at:dm:2.0:ClientInitiatedMgmt',
      'urn:oma:at:dm:2.0:ServerInitiatedMgmt',
      'urn:oma:at:dm:2.0:BootstrapComplete',
    ],
  );
  for (const reason of START_REASONS) assert.equal(startReason(startAlertType(reason)), reason);
  assert.equal(startReason('urn:oma:at:dm:2.0'), undefined);
  assert.deepEqual(
    [DEVICE_ID_HEADER, ACCEPT_HEADER, NOTIFICATION_ID_MEMBER],
    ['OMADM-DevID', 'OMADM-Accept', 'NOTIFICATION-ID'],
  );
});

it('the options of a notification', () => {
  assert.deepEqual(
    NOTIFICATION_OPTION_ROWS.map(({ number, name, length }) => `${number} ${name} ${length.join('-')}`),
    [
      '1 SERVER-ID 1-270',
      '2 PREFERRED-CON-TYPE 1-1',
      '3 NOTIFICATION-ID 2-2',
      '4 SHA256-DIGEST 32-32',
      '5 TIMESTAMP 4-4',
      '6 REQ-MOS 0-0',
    ],
  );
  assert.deepEqual([optionNumber('TIMESTAMP'), NOTIFICATION_VERSION], [5, 1]);
  assert.deepEqual(CONNECTION_TYPES, ['any', 'cellular', 'wlan', 'wireline']);
});

it('every row names a section of the profile', () => {
  const rows = [
    ...VERB_ROWS,
    ...COMMAND_STATUS_CODES,
    ...MESSAGE_STATUS_CODES,
    ...DM2_MEDIA_TYPES,
    ...START_ALERT_ROWS,
    ...NOTIFICATION_OPTION_ROWS,
  ];
  for (const { clause, meaning } of rows) {
    assert.match(clause, /^dm2\.md \d+(\.\d+)?$/u);
    assert.ok(meaning.length > 0);
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ALERT_CODE_ROWS, ALERT_MARKS, GATEWAY_ALERT_TYPES, RESULT_AGGREGATION_ALERT } from './alert-codes';
import { CODE_PAGES } from './code-pages';
import { CONTENT_MODELS } from './content-models';
import { DATA_FORMATS, DEFAULT_FORMAT, DEFAULT_TYPE } from './data-formats';
import {
  AUTHENTICATION_TYPES,
  HMAC_HEADER,
  METINF_NAMESPACE,
  NOTIFICATION_MEDIA_TYPE,
  SYNCML_MEDIA_TYPES,
  SYNCML_NAMESPACE,
  SYNCML_PUBLIC_ID,
  VERSION_DTD,
  VERSION_PROTOCOL,
} from './identifiers';
import { STATUS_CODES_OF, SYNCML_STATUS_CODES, statusCode } from './status-codes';

function tokensOf(page: number): Map<string, number> {
  const elements = CODE_PAGES.find((row) => row.page === page)?.elements ?? [];
  return new Map(elements.map(({ name, token }) => [name, token]));
}

describe('the code pages of SyncML 1.2', () => {
  it('page 0 has the tokens 05 to 3C but for 30, each once', () => {
    const expected = Array.from({ length: 0x3c - 0x05 + 1 }, (_, index) => 0x05 + index);
    assert.deepEqual(
      [...tokensOf(0).values()],
      expected.filter((token) => token !== 0x30),
    );
    assert.equal(tokensOf(0).size, 55);
  });

  it('page 0 names them as the standard does', () => {
    const tokens = tokensOf(0);
    const known: readonly [string, number][] = [
      ['Add', 0x05],
      ['CmdID', 0x0b],
      ['Data', 0x0f],
      ['Exec', 0x11],
      ['Item', 0x14],
      ['LocURI', 0x17],
      ['Meta', 0x1a],
      ['Replace', 0x20],
      ['Status', 0x29],
      ['SyncML', 0x2d],
      ['TargetRef', 0x2f],
      ['VerDTD', 0x31],
      ['MoreData', 0x34],
      ['Correlator', 0x3c],
    ];
    for (const [name, token] of known) assert.equal(tokens.get(name), token, name);
  });

  it('page 1 has the meta information', () => {
    assert.deepEqual(Object.fromEntries(tokensOf(1)), {
      Anchor: 0x05,
      EMI: 0x06,
      Format: 0x07,
      FreeID: 0x08,
      FreeMem: 0x09,
      Last: 0x0a,
      Mark: 0x0b,
      MaxMsgSize: 0x0c,
      Mem: 0x0d,
      MetInf: 0x0e,
      Next: 0x0f,
      NextNonce: 0x10,
      SharedMem: 0x11,
      Size: 0x12,
      Type: 0x13,
      Version: 0x14,
      MaxObjSize: 0x15,
      FieldLevel: 0x16,
    });
  });

  it('every element of a content model has a token, and is modelled once', () => {
    const names = new Set(CODE_PAGES.flatMap(({ elements }) => elements.map(({ name }) => name)));
    const used = CONTENT_MODELS.flatMap((row) => [
      row.element,
      ...row.particles.flatMap((part) => part.names),
    ]);
    assert.deepEqual(
      used.filter((name) => !names.has(name)),
      [],
    );
    assert.equal(new Set(CONTENT_MODELS.map(({ element }) => element)).size, CONTENT_MODELS.length);
  });
});

describe('the codes of DM 1.2', () => {
  it('status codes, by name and by number', () => {
    assert.deepEqual(
      SYNCML_STATUS_CODES.map(({ code }) => code),
      [
        200, 202, 212, 213, 214, 215, 216, 304, 400, 401, 403, 404, 405, 406, 407, 408, 412, 413, 414, 415,
        416, 418, 420, 424, 425, 500, 507, 510, 516, 517,
      ],
    );
    assert.equal(statusCode('ACCEPTED_FOR_PROCESSING'), 202);
    assert.equal(statusCode('AUTHENTICATION_ACCEPTED'), 212);
    assert.equal(statusCode('INVALID_CREDENTIALS'), 401);
    assert.equal(statusCode('MISSING_CREDENTIALS'), 407);
    assert.equal(statusCode('ALREADY_EXISTS'), 418);
    assert.equal(statusCode('PERMISSION_DENIED'), 425);
    assert.equal(statusCode('ATOMIC_ROLL_BACK_FAILED'), 516);
  });

  it('each command is listed with codes that have a row', () => {
    const known = new Set(SYNCML_STATUS_CODES.map(({ code }) => code));
    assert.deepEqual(Object.keys(STATUS_CODES_OF).sort(), [
      'Add',
      'Alert',
      'Atomic',
      'Copy',
      'Delete',
      'Exec',
      'Get',
      'Replace',
      'Sequence',
    ]);
    for (const codes of Object.values(STATUS_CODES_OF)) assert.ok(codes.every((code) => known.has(code)));
  });

  it('alerts', () => {
    assert.deepEqual(
      ALERT_CODE_ROWS.map(({ code, from }) => `${code} ${from}`),
      [
        '1100 server',
        '1101 server',
        '1102 server',
        '1103 server',
        '1104 server',
        '1200 client',
        '1201 client',
        '1222 both',
        '1223 both',
        '1224 client',
        '1225 both',
        '1226 client',
      ],
    );
    assert.equal(ALERT_MARKS.length, 7);
    assert.equal(RESULT_AGGREGATION_ALERT, 'urn:oma:at:oma-gwmo:resultaggregation:1.0');
    assert.ok(GATEWAY_ALERT_TYPES.some(({ type }) => type === 'urn:oma:at:oma-gwmo:completionstatus:1.0'));
  });

  it('formats, and what holds without one', () => {
    const formats = 'b64 bin bool chr int node null xml date time float';
    assert.equal(DATA_FORMATS.map(({ format }) => format).join(' '), formats);
    assert.deepEqual([DEFAULT_FORMAT, DEFAULT_TYPE], ['chr', 'text/plain']);
  });
});

it('the identifiers are those of the standard, letter by letter', () => {
  assert.deepEqual([SYNCML_NAMESPACE, METINF_NAMESPACE], ['SYNCML:SYNCML1.2', 'syncml:metinf']);
  assert.deepEqual([VERSION_DTD, VERSION_PROTOCOL], ['1.2', 'DM/1.2']);
  assert.deepEqual(SYNCML_PUBLIC_ID, { code: 4609, text: '-//SYNCML//DTD SyncML 1.2//EN' });
  assert.equal(SYNCML_MEDIA_TYPES.xml.dm, 'application/vnd.syncml.dm+xml');
  assert.equal(SYNCML_MEDIA_TYPES.wbxml.dm, 'application/vnd.syncml.dm+wbxml');
  assert.equal(NOTIFICATION_MEDIA_TYPE, 'application/vnd.syncml.notification');
  assert.deepEqual(AUTHENTICATION_TYPES, {
    basic: 'syncml:auth-basic',
    md5: 'syncml:auth-md5',
    hmac: 'syncml:auth-MAC',
  });
  assert.equal(HMAC_HEADER, 'x-syncml-hmac');
});

it('every row cites a clause', () => {
  const rows = [
    ...CODE_PAGES.flatMap(({ elements }) => elements),
    ...CONTENT_MODELS,
    ...SYNCML_STATUS_CODES,
    ...ALERT_CODE_ROWS,
    ...GATEWAY_ALERT_TYPES,
    ...DATA_FORMATS,
  ];
  const citation =
    /^(DM_(Protocol|RepPro|TND) \d+(\.\d+)+|(RepPro|MetInf) (DTD|WBXML code page \d)|OMNA DM alert types)$/u;
  for (const { clause } of rows) assert.match(clause, citation);
});

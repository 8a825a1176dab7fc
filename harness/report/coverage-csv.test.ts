import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverageCsv } from './coverage-csv';
import { sampleRequirement, sampleRow, sampleRun } from './sample/sample-run';

const HEADER = 'requirement,document,source,level,role,verdict,scenarios,faults,proven,reason,text\r\n';

function line(given: Parameters<typeof sampleRequirement>[0]): string {
  return coverageCsv(sampleRun({ requirements: [sampleRequirement(given)] })).slice(HEADER.length);
}

test('A requirement with its scenarios, verdict and faults', () => {
  const csv = coverageCsv(
    sampleRun({
      requirements: [sampleRequirement({ scenarios: ['a.feature:1', 'b.feature:2'], faults: ['f1', 'f2'] })],
    }),
  );
  assert.equal(
    csv,
    `${HEADER}SOM-CAST-004,SOM,TS-0004 7.4.14.2.4 step b,must,group-hosting-cse,PASS,a.feature:1; b.feature:2,f1; f2,yes,,` +
      'A somecast number that is not less than the number of members is refused with BAD_REQUEST.\r\n',
  );
});

test('A requirement that nobody tested has a reason and no proof', () => {
  const row = sampleRow({ text: 'x' });
  assert.equal(
    line({ row, verdict: 'NOT_TESTED', reason: 'no scenario, yet', scenarios: [], faults: [] }),
    'SOM-CAST-004,SOM,TS-0004 7.4.14.2.4 step b,must,group-hosting-cse,NOT_TESTED,,,,"no scenario, yet",x\r\n',
  );
});

test('A tested requirement without a fault is unproven', () => {
  assert.match(line({ faults: [] }), /,PASS,features\/[^,]+,,no,,/);
});

test('No cell is a formula, whatever stands in it', () => {
  for (const start of ['=', '+', '-', '@', '\t=', ' =', '|', '%', '\uff1d']) {
    const written = line({ row: sampleRow({ text: `${start}cmd|' /C calc'!A0` }) });
    assert.ok(written.endsWith(`,"'${start}cmd|' /C calc'!A0"\r\n`), JSON.stringify(written));
  }
});

test('Quotation marks are doubled and line breaks stay inside their cell', () => {
  assert.ok(line({ row: sampleRow({ text: 'say "a",\nthen b' }) }).endsWith(',"say ""a"",\nthen b"\r\n'));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readVerdicts } from './read-verdicts';
import { MIXED_RUN, sampleRun } from './sample/sample-run';
import { BROKEN_LAW, sampleScenario } from './sample/sample-scenario';
import { verdictsJson } from './verdicts-json';

test('A document names its schema and its version', () => {
  const document = JSON.parse(verdictsJson(sampleRun()));
  assert.equal(document.$schema, './verdicts.schema.json');
  assert.equal(document.schemaVersion, 1);
  assert.equal(document.counts.PASS, 1);
});

test('What was written is read back, every verdict and every exchange', () => {
  assert.deepEqual(readVerdicts(verdictsJson(MIXED_RUN)), { ok: true, value: MIXED_RUN });
});

test('A law is read back with the story that breaks it', () => {
  const run = sampleRun({ scenarios: [BROKEN_LAW] });
  assert.deepEqual(readVerdicts(verdictsJson(run)), { ok: true, value: run });
});

test('Characters that cannot be written are read back too', () => {
  const run = sampleRun({ scenarios: [sampleScenario({ name: '\ud800 \u0000 </script> \u2028' })] });
  const bytes = Buffer.from(verdictsJson(run));
  assert.deepEqual(readVerdicts(bytes.toString()), { ok: true, value: run });
});

test('A document that was cut off is refused', () => {
  assert.deepEqual(readVerdicts(verdictsJson(sampleRun()).slice(0, 200)), {
    ok: false,
    fault: { reason: 'syntax', where: '', detail: 'the text is no JSON; it may have been cut off' },
  });
});

test('A document of another version or shape is refused with the place', () => {
  const version = readVerdicts(verdictsJson(sampleRun()).replace('"schemaVersion": 1', '"schemaVersion": 2'));
  assert.equal(!version.ok && version.fault.where, 'schemaVersion');
  const verdict = readVerdicts(
    verdictsJson(sampleRun()).replace(/"verdict": "PASS",(\s+"warnings")/, '"verdict": "GREEN",$1'),
  );
  assert.equal(!verdict.ok && verdict.fault.where, 'scenarios.0.verdict');
  assert.equal(readVerdicts('null').ok, false);
  assert.equal(readVerdicts('{"__proto__":{"schemaVersion":1}}').ok, false);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MIXED_RUN, sampleRun } from './sample/sample-run';
import { sampleScenario } from './sample/sample-scenario';
import { summaryMd } from './summary-md';

test('A run that passed, in full', () => {
  assert.equal(
    summaryMd(sampleRun()),
    `## ACME hub: Conformant

1 scenario: 1 pass (over http, seed 42, 1.2 s)

| Verdict | Scenarios | Meaning |
|---|---:|---|
| ✓ Pass | 1 | The target did what the document demands. |

**Certifiable.**

1 of 1 requirement tested, 1 by a test proven to catch a fault.
`,
  );
});

test('A cause says what was expected, what came, and how to see it again', () => {
  assert.ok(
    summaryMd(MIXED_RUN).includes(`3. **Fail** SOM\\-NTF\\-002 (1 scenario)
   - the notification of the deletion of "pumps"
   - expected: one NOTIFY to AE1
   - actual: none
   - rerun: \`npx flowproof run features/group-somecast/notifications.feature:9 --target <target file> --seed 42\``),
  );
});

test('What stands against a certificate is listed', () => {
  assert.ok(
    summaryMd(MIXED_RUN).includes('**Not certifiable:** 3 scenarios failed; 1 scenario is inconclusive'),
  );
});

test('Many causes stay a short page', () => {
  const scenarios = Array.from({ length: 500 }, (_, index) =>
    sampleScenario({ verdict: 'ERROR', reason: `cause ${index} ${'x'.repeat(5000)}` }),
  );
  const summary = summaryMd(sampleRun({ scenarios, exitCode: 4 }));
  assert.ok(summary.includes('480 further causes: see index.html.'));
  assert.ok(summary.length < 20_000);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { junitXml } from './junit-xml';
import { MIXED_RUN, sampleRun } from './sample/sample-run';
import { BROKEN_LAW, NOT_APPLICABLE, sampleScenario } from './sample/sample-scenario';

test('A run of one skipped scenario, in full', () => {
  assert.equal(
    junitXml(sampleRun({ scenarios: [NOT_APPLICABLE] })),
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="flowproof" tests="1" failures="0" errors="0" skipped="1" time="0.000">
<testsuite name="Multicast" tests="1" failures="0" errors="0" skipped="1" time="0.000" timestamp="2026-11-20T18:00:00.000Z">
<properties>
<property name="tool" value="flowproof 0.1.0"/>
<property name="target" value="ACME hub"/>
<property name="target.kind" value="external"/>
<property name="link" value="http"/>
<property name="seed" value="42"/>
<property name="verdict" value="Conformant"/>
<property name="certifiable" value="true"/>
</properties>
<testcase name="SOM-MUL-001 A multicast group is announced" classname="Multicast" file="features/group-somecast/multicast.feature:5" time="0.000">
<properties>
<property name="verdict" value="NOT_APPLICABLE"/>
<property name="requirement" value="SOM-MUL-001"/>
<property name="location" value="features/group-somecast/multicast.feature:5"/>
</properties>
<skipped message="ICS: multicast=false"/>
</testcase>
</testsuite>
</testsuites>
`,
  );
});

test('Failures of the target and errors of others are counted apart', () => {
  const xml = junitXml(MIXED_RUN);
  assert.match(
    xml,
    /<testsuites name="flowproof" tests="7" failures="3" errors="1" skipped="1" time="0\.072">/,
  );
  assert.match(
    xml,
    /<error type="INCONCLUSIVE" message="The application could not be registered: http:\/\/127/,
  );
  assert.match(
    xml,
    /<failure type="FAIL" message="the notification of the deletion of &quot;pumps&quot;: expected one NOTIFY to AE1, got none">/,
  );
});

test('A law that is broken shows how to play its story again, and the story as a scenario', () => {
  const xml = junitXml(sampleRun({ scenarios: [BROKEN_LAW] }));
  const rerun =
    'npx flowproof run --properties somecast-turns --target &lt;target file&gt; --runs 20 --seed 42';
  assert.ok(xml.includes(`rerun     ${rerun} --path 2:0:1\n\n  @SOM-ALG-001\n  Scenario: Turns\n`), xml);
});

test('A known failure is skipped and a warning passes', () => {
  const xml = junitXml(
    sampleRun({
      scenarios: [
        sampleScenario({ verdict: 'EXPECTED_FAIL', reason: 'BUG-7' }),
        sampleScenario({ verdict: 'WARN', reason: 'not recommended' }),
      ],
    }),
  );
  assert.match(xml, /tests="2" failures="0" errors="0" skipped="1"/);
  assert.match(xml, /<skipped message="known failure: BUG-7"\/>/);
  assert.match(xml, /<system-out>reason {4}not recommended/);
});

test('What a target sent cannot break the document', () => {
  const hostile = `]]></failure><failure>"\u0000\ud800\u202e&'`;
  const xml = junitXml(
    sampleRun({
      scenarios: [
        sampleScenario({
          name: hostile,
          verdict: 'FAIL',
          deviation: { what: hostile, expected: hostile, actual: `${hostile}\n${'x'.repeat(50_000)}` },
        }),
      ],
    }),
  );
  assert.equal(xml.match(/<failure/g)?.length, 1);
  assert.ok(xml.includes(']]&gt;&lt;/failure&gt;&lt;failure&gt;&quot;\\u{0}\\u{D800}\\u{202E}&amp;&#39;'));
  assert.ok(xml.length < 30_000);
});

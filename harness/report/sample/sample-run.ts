import type { RequirementRow } from '../../verdict/catalogue';
import type { RequirementResult, RunResult } from '../../verdict/run-result';
import type { ScenarioResult } from '../../verdict/scenario-result';
import type { Verdict } from '../../verdict/verdict';
import { FAILING, INCONCLUSIVE, MISSING, NOT_APPLICABLE, PASSING, SILENT, WARNED } from './sample-scenario';

/** A run for the tests of the report writers. */
const NO_COUNTS: RunResult['counts'] = {
  ERROR: 0,
  FAIL: 0,
  UNEXPECTED_PASS: 0,
  INCONCLUSIVE: 0,
  BLOCKED: 0,
  EXPECTED_FAIL: 0,
  WARN: 0,
  PASS: 0,
  NOT_APPLICABLE: 0,
};

export function sampleRun(given: Partial<RunResult> = {}): RunResult {
  const scenarios = given.scenarios ?? [PASSING];
  return {
    tool: { name: 'flowproof', version: '0.1.0' },
    target: { name: 'ACME hub', kind: 'external', address: 'http://127.0.0.1:8080', link: 'http' },
    seed: 42,
    startedAt: '2026-11-20T18:00:00.000Z',
    durationMilliseconds: 1234,
    selectors: [],
    ics: { somecast: true, multicast: false },
    requirements: [sampleRequirement()],
    certifiable: true,
    obstacles: [],
    exitCode: 0,
    interrupted: false,
    ...given,
    scenarios,
    counts: given.counts ?? countsOf(scenarios),
  };
}

export function sampleRow(given: Partial<RequirementRow> = {}): RequirementRow {
  return {
    id: 'SOM-CAST-004',
    document: 'SOM',
    source: 'TS-0004 7.4.14.2.4 step b',
    level: 'must',
    role: 'group-hosting-cse',
    text: 'A somecast number that is not less than the number of members is refused with BAD_REQUEST.',
    observable: 'wire',
    ...given,
  };
}

export function sampleRequirement(given: Partial<RequirementResult> = {}): RequirementResult {
  return {
    row: sampleRow(),
    verdict: 'PASS',
    scenarios: ['features/group-somecast/somecast-number.feature:12'],
    faults: ['somecast-number-not-checked'],
    ...given,
  };
}

/** Every verdict at least once, as a target with several defects would get them. */
export const MIXED_RUN: RunResult = sampleRun({
  scenarios: [PASSING, FAILING, SILENT, MISSING, WARNED, INCONCLUSIVE, NOT_APPLICABLE],
  certifiable: false,
  obstacles: ['3 scenarios failed', '1 scenario is inconclusive'],
  exitCode: 1,
  requirements: [
    sampleRequirement(),
    of(FAILING, 'FAIL', 'As many distinct members as the somecast number are chosen.', ['somecast-to-all']),
    of(SILENT, 'FAIL', 'The answers that came before the result expires are aggregated.', ['waits-for-ever']),
    of(MISSING, 'FAIL', 'Subscribers are told of the deletion of a group.', []),
    of(WARNED, 'WARN', 'The name of a sub-group should tell which group it serves.', []),
    of(INCONCLUSIVE, 'INCONCLUSIVE', 'Duplicate members are dropped.', ['keeps-duplicates']),
    of(NOT_APPLICABLE, 'NOT_APPLICABLE', 'A multicast group is announced to its members.', []),
    {
      row: sampleRow({
        id: 'SOM-INT-001',
        level: 'info',
        text: 'The CSE keeps the list of pending requests.',
        observable: 'no',
      }),
      verdict: 'NOT_TESTED',
      reason: 'Internal to the CSE: nothing on the wire shows it.',
      scenarios: [],
      faults: [],
    },
  ],
});

function of(
  scenario: ScenarioResult,
  verdict: Verdict,
  text: string,
  faults: readonly string[],
): RequirementResult {
  const row = sampleRow({
    id: scenario.requirements[0] ?? '',
    text,
    level: verdict === 'WARN' ? 'should' : 'must',
  });
  return { row, verdict, scenarios: [scenario.location], faults };
}

function countsOf(scenarios: readonly ScenarioResult[]): RunResult['counts'] {
  const counts = { ...NO_COUNTS };
  for (const { verdict } of scenarios) counts[verdict] += 1;
  return counts;
}

import type { Evidence, ScenarioResult, StepResult } from '../verdict/scenario-result';
import type { PlannedScenario } from './planned-scenario';

/** What the message stream has said so far of a scenario that is under way. */
export interface RunningScenario {
  readonly scenario: PlannedScenario;
  readonly startedAt: number;
  readonly steps: StepResult[];
  readonly hookFailures: string[];
  /** What the step that failed threw, in one line. */
  stepFailure?: string;
  evidence?: Evidence | undefined;
}

/** The result of a scenario that has ended. Whatever the harness itself did wrong outranks what the evidence says. */
export function resultOf(running: RunningScenario, endedAt: number): ScenarioResult {
  const fault = harnessFault(running);
  const evidence = running.evidence ?? NO_EVIDENCE;
  const judged = fault === undefined ? evidence : { ...evidence, verdict: 'ERROR' as const, reason: fault };
  return {
    ...judged,
    ...describe(running.scenario),
    steps: withExchanges(running.steps, evidence),
    durationMilliseconds: Math.max(0, Math.round((endedAt - running.startedAt) * 1000) / 1000),
  };
}

/** A scenario that was not run, and why. */
export function resultWithoutRun(
  scenario: PlannedScenario,
  verdict: 'NOT_APPLICABLE' | 'ERROR',
  reason: string,
): ScenarioResult {
  const steps = scenario.steps.map((step) => ({ ...step, status: 'skipped' as const }));
  return { ...NO_EVIDENCE, ...describe(scenario), verdict, reason, steps, durationMilliseconds: 0 };
}

const NO_EVIDENCE: Evidence = { verdict: 'ERROR', warnings: [], ledger: [], exchanges: [] };

function harnessFault(running: RunningScenario): string | undefined {
  const wrong = running.steps.find((step) => ['undefined', 'ambiguous', 'pending'].includes(step.status));
  if (wrong) return `the step "${wrong.text}" is ${STEP_FAULTS[wrong.status] ?? wrong.status}`;
  const [hookFailure] = running.hookFailures;
  if (hookFailure !== undefined) return `a hook of the harness failed: ${hookFailure}`;
  if (running.evidence === undefined) return 'the scenario left no evidence';
  const { stepFailure } = running;
  return running.evidence.verdict === 'ERROR' && stepFailure !== undefined ? stepFailure : undefined;
}

const STEP_FAULTS: { readonly [status: string]: string } = {
  undefined: 'not defined in steps/',
  ambiguous: 'matched by more than one definition in steps/',
  pending: 'defined in steps/ but not written yet',
};

function describe(
  scenario: PlannedScenario,
): Pick<ScenarioResult, 'location' | 'name' | 'feature' | 'tags' | 'requirements'> {
  const { location, name, feature, tags, requirements } = scenario;
  return { location, name, feature, tags, requirements };
}

/** Gives each step the number of the first exchange that began in it. */
function withExchanges(steps: readonly StepResult[], evidence: Evidence): readonly StepResult[] {
  const before = evidence.exchangesBeforeStep ?? [];
  return steps.map((step, index) => {
    const start = before[index];
    const end = before[index + 1] ?? evidence.exchanges.length;
    return start !== undefined && end > start ? { ...step, firstExchange: start + 1 } : step;
  });
}

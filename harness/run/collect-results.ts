import type { Attachment, Envelope, TestCase, TestStepResult, Timestamp } from '@cucumber/messages';
import { EVIDENCE_MEDIA_TYPE, type ScenarioResult, type StepResult } from '../verdict/scenario-result';
import { Pickles } from './pickles';
import type { PlannedScenario } from './planned-scenario';
import { readEvidence } from './read-evidence';
import { type RunningScenario, resultOf } from './scenario-outcome';

/**
 * Turns a message stream into results of scenarios, one as each scenario ends. The stream may come from a run or from
 * a messages.ndjson of an earlier one.
 */
export class ResultCollector {
  readonly #pickles = new Pickles();
  readonly #testCases = new Map<string, TestCase>();
  /** Identifiers of the test steps that are steps of a scenario, not hooks. */
  readonly #stepIds = new Set<string>();
  readonly #running = new Map<string, RunningScenario>();
  readonly #onResult: (result: ScenarioResult) => void;
  readonly #onStart: (scenario: PlannedScenario) => void;

  constructor(
    onResult: (result: ScenarioResult) => void,
    onStart: (scenario: PlannedScenario) => void = () => {},
  ) {
    this.#onResult = onResult;
    this.#onStart = onStart;
  }

  take(message: Envelope): void {
    this.#pickles.take(message);
    if (message.testCase) this.#remember(message.testCase);
    if (message.testCaseStarted) this.#start(message.testCaseStarted);
    if (message.attachment) this.#attach(message.attachment);
    if (message.testStepFinished) this.#step(message.testStepFinished);
    if (message.testCaseFinished) this.#finish(message.testCaseFinished);
  }

  #remember(testCase: TestCase): void {
    this.#testCases.set(testCase.id, testCase);
    for (const step of testCase.testSteps) if (step.pickleStepId !== undefined) this.#stepIds.add(step.id);
  }

  #start(started: NonNullable<Envelope['testCaseStarted']>): void {
    const testCase = this.#testCases.get(started.testCaseId);
    const scenario = testCase && this.#pickles.scenario(testCase.pickleId);
    if (!testCase || !scenario) return;
    this.#running.set(started.id, {
      scenario,
      startedAt: millisecondsOf(started.timestamp),
      steps: [],
      hookFailures: [],
    });
    this.#onStart(scenario);
  }

  #attach(attachment: Attachment): void {
    const running = this.#running.get(attachment.testCaseStartedId ?? '');
    if (!running || attachment.mediaType !== EVIDENCE_MEDIA_TYPE) return;
    const isBase64 = attachment.contentEncoding === 'BASE64';
    running.evidence = readEvidence(
      isBase64 ? Buffer.from(attachment.body, 'base64').toString() : attachment.body,
    );
  }

  #step(finished: NonNullable<Envelope['testStepFinished']>): void {
    const running = this.#running.get(finished.testCaseStartedId);
    if (!running) return;
    const planned = running.scenario.steps[running.steps.length];
    if (this.#stepIds.has(finished.testStepId) && planned) {
      const { status, message } = finished.testStepResult;
      running.steps.push({ ...planned, status: STEP_STATUS[status] });
      if (status === 'FAILED') running.stepFailure = firstLine(message ?? 'no message');
    } else if (finished.testStepResult.status === 'FAILED') {
      running.hookFailures.push(firstLine(finished.testStepResult.message ?? 'no message'));
    }
  }

  #finish(finished: NonNullable<Envelope['testCaseFinished']>): void {
    const running = this.#running.get(finished.testCaseStartedId);
    this.#running.delete(finished.testCaseStartedId);
    if (running) this.#onResult(resultOf(running, millisecondsOf(finished.timestamp)));
  }
}

const STEP_STATUS: { readonly [status in TestStepResult['status']]: StepResult['status'] } = {
  PASSED: 'passed',
  FAILED: 'failed',
  SKIPPED: 'skipped',
  UNDEFINED: 'undefined',
  AMBIGUOUS: 'ambiguous',
  PENDING: 'pending',
  UNKNOWN: 'failed',
};

function millisecondsOf(timestamp: Timestamp): number {
  return timestamp.seconds * 1000 + timestamp.nanos / 1e6;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

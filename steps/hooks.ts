import {
  After,
  AfterAll,
  Before,
  BeforeStep,
  type ITestCaseHookParameter,
  setDefaultTimeout,
} from '@cucumber/cucumber';
import { closeExternalStages } from '../harness/cast/open-stage';
import { openStage } from '../harness/cast/reference';
import { applicability } from '../harness/verdict/applicability';
import { classify } from '../harness/verdict/classify';
import { EVIDENCE_MEDIA_TYPE, type Evidence } from '../harness/verdict/scenario-result';
import { readTags } from '../harness/verdict/scenario-tags';
import type { FlowproofWorld } from './world';

/** The waits of a step end by the limits of the target description; this one ends a harness that hangs. */
const STEP_TIMEOUT = 10 * 60_000;

setDefaultTimeout(STEP_TIMEOUT);

/** Opens the stage, unless the target declares that this scenario does not apply to it. */
Before(async function (this: FlowproofWorld, { pickle }: ITestCaseHookParameter) {
  const { target } = this.parameters;
  const tags = pickle.tags.map((tag) => tag.name);
  const applies = applicability(tags, target);
  if (applies.verdict !== 'applicable') {
    this.leaveOut({ verdict: applies.verdict, reason: applies.reason });
    return 'skipped';
  }
  const { requirements, roles } = readTags(tags);
  this.requirements = requirements;
  this.stepTexts = pickle.steps.map(({ text }) => text);
  await this.openOn(await openStage(this.parameters, { requirements, roles }));
  return undefined;
});

BeforeStep(function (this: FlowproofWorld, { pickleStep }) {
  this.beginStep(pickleStep.type === 'Context' ? 'preamble' : 'test', pickleStep.text);
});

/** Hands the evidence to the message stream, then clears the stage. */
After(async function (this: FlowproofWorld, { result }: ITestCaseHookParameter) {
  const evidence = this.leftOut ?? judged(this, result?.status === 'PASSED');
  this.attach(JSON.stringify(evidence), EVIDENCE_MEDIA_TYPE);
  if (this.isOpen) await this.clear();
});

AfterAll(closeExternalStages);

function judged(world: FlowproofWorld, passed: boolean): Evidence {
  const error = passed
    ? undefined
    : (world.failure ?? new Error('a step is undefined, ambiguous or pending'));
  const classified = world.withEvidence(classify({ error, phase: world.phase, warnings: world.warnings }));
  const failedStep = world.failure === undefined ? {} : { failedStep: world.step };
  return {
    ...classified,
    ...failedStep,
    warnings: world.warnings,
    ledger: world.ledger,
    exchanges: world.exchanges(),
    exchangesBeforeStep: world.exchangesBeforeStep,
  };
}

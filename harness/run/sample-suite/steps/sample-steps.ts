import { After, Before, Given, Then, When } from '@cucumber/cucumber';
import { classify } from '../../../verdict/classify';
import { Deviation } from '../../../verdict/deviation';
import { EVIDENCE_MEDIA_TYPE, type Evidence } from '../../../verdict/scenario-result';

/** Steps of the sample suite, by which the running of scenarios is tested without any protocol. */
let failure: unknown;
let leavesEvidence = true;
let failsInHook = false;

Before(() => {
  failure = undefined;
  leavesEvidence = true;
  failsInHook = false;
});

Given('a thing', () => {});
Given('no evidence', () => {
  leavesEvidence = false;
});
Given('a hook that fails', () => {
  failsInHook = true;
});
When('it is done', () => {});
Then('it is so', () => {});
Then('it is not so', () => {
  failure = new Deviation({ what: 'the thing', expected: 'not so', actual: 'so' });
  throw failure;
});

After(function () {
  const classified = classify({ error: failure, phase: 'test', warnings: [] });
  const evidence: Evidence = { ...classified, warnings: [], ledger: [], exchanges: [] };
  if (leavesEvidence) this.attach(JSON.stringify(evidence), EVIDENCE_MEDIA_TYPE);
  if (failsInHook) throw new Error('cannot clear the stage');
});

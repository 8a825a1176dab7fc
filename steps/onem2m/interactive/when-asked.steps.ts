import { type DataTable, Given } from '@cucumber/cucumber';
import { describeAnswer } from '../../../harness/cast/describe-answer';
import { check } from '../../../harness/verdict/check';
import type { Operation } from '../../../protocol/model/operation';
import type { Path } from '../../parameter-types';
import { stimulus } from '../../say';
import type { FlowproofWorld } from '../../world';
import { isAcceptance } from './acceptance';
import { ask, type Question } from './asking';
import type { Mode } from './parameter-types';
import { outlastRepetitions } from './patience';

stimulus(
  '{originator} asks for a(n) {operation} of {path} {mode}',
  async function (originator: string, operation: Operation, path: Path, mode: Mode) {
    await ask(this, originator, { operation, path, mode });
  },
);

stimulus(
  '{originator} asks for a(n) {operation} of {path} {mode} with:',
  async function (originator: string, operation: Operation, path: Path, mode: Mode, table: DataTable) {
    await ask(this, originator, { operation, path, mode, rows: table.raw() });
  },
);

Given(
  '{originator} has asked for a(n) {operation} of {path} {mode}',
  function (this: FlowproofWorld, originator: string, operation: Operation, path: Path, mode: Mode) {
    return haveAccepted(this, originator, { operation, path, mode });
  },
);

Given(
  '{originator} has asked for a(n) {operation} of {path} {mode} with:',
  function (
    this: FlowproofWorld,
    originator: string,
    operation: Operation,
    path: Path,
    mode: Mode,
    table: DataTable,
  ) {
    return haveAccepted(this, originator, { operation, path, mode, rows: table.raw() });
  },
);

stimulus('{duration} pass(es)', function (milliseconds: number) {
  return this.scene.stage.time.elapse(milliseconds);
});

stimulus('the CSE has given up on {listener}', function (_listener: string) {
  return outlastRepetitions(this);
});

stimulus('the time is over that the CSE keeps results at most', async function () {
  await this.scene.stage.time.elapse(this.parameters.target.ixit.igo.maximumKeepTime);
  await this.quiet();
});

async function haveAccepted(world: FlowproofWorld, originator: string, question: Question): Promise<void> {
  const turn = await ask(world, originator, question);
  const answer = await turn.answer();
  check(isAcceptance(answer), turn.description, 'an acceptance', describeAnswer(answer));
}

import type { DataTable } from '@cucumber/cucumber';
import { describeAnswer, statusText } from '../../harness/cast/describe-answer';
import { check } from '../../harness/verdict/check';
import { isFailure } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { checkAttributes } from './compare-attributes';
import { checkStatus } from './judged-answer';

consequence('the answer is {statuses}', async function (codes: readonly number[]) {
  const answer = await this.answer();
  checkStatus(answer, this.turn.description, codes);
  if (codes.length > 1)
    this.enter(this.requirements[0] ?? '', `answered with ${statusText(answer.responseStatusCode)}`);
});

consequence('the answer is a refusal', async function () {
  const answer = await this.answer();
  check(isFailure(answer), this.turn.description, 'a refusal', describeAnswer(answer));
});

consequence('the answer carries the Request Identifier of the request', async function () {
  const { requestIdentifier } = await this.answer();
  const sent = this.turn.requestIdentifier;
  check(
    requestIdentifier === sent,
    `Request Identifier of ${this.turn.description}`,
    sent,
    requestIdentifier,
  );
});

consequence(
  'one answer is {status} and the other {statuses}',
  async function (one: number, others: readonly number[]) {
    checkCodes(this, await lastTwo(this), { one, others });
  },
);

consequence('the CSE has answered', async function () {
  const { responseStatusCode } = await this.answer();
  const holds = responseStatusCode !== RSC.INTERNAL_SERVER_ERROR;
  check(holds, this.turn.description, 'any answer that is no internal error', statusText(responseStatusCode));
});

consequence('the answer has:', async function (table: DataTable) {
  const answer = await this.answer();
  check(answer.content?.kind === 'resource', this.turn.description, 'a resource', describeAnswer(answer));
  if (answer.content?.kind === 'resource')
    checkAttributes(this, this.turn.description, answer.content.resource, table.raw());
});

consequence('the answer comes before {duration} are over', async function (milliseconds: number) {
  await this.answer();
  const took = this.turn.took ?? Number.POSITIVE_INFINITY;
  check(
    took < milliseconds,
    this.turn.description,
    `within ${milliseconds} ms`,
    `after ${Math.round(took)} ms`,
  );
});

async function lastTwo(world: FlowproofWorld): Promise<number[]> {
  const answers = await Promise.all(world.turns.slice(-2).map((turn) => turn.answer()));
  return answers.map((answer) => answer.responseStatusCode);
}

/** The two codes, in whichever order they came. */
function checkCodes(
  world: FlowproofWorld,
  [first = 0, second = 0]: readonly number[],
  { one, others }: { readonly one: number; readonly others: readonly number[] },
): void {
  const holds = (first === one && others.includes(second)) || (second === one && others.includes(first));
  const expected = `${statusText(one)} and ${others.map(statusText).join(' or ')}`;
  const actual = `${statusText(first)} and ${statusText(second)}`;
  check(holds, `both ${world.turn.description}`, expected, actual);
}

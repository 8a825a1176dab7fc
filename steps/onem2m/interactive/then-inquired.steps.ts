import { describeAnswer } from '../../../harness/cast/describe-answer';
import { check, show } from '../../../harness/verdict/check';
import { Deviation } from '../../../harness/verdict/deviation';
import type { Attributes } from '../../../protocol/model/attribute-value';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { isFailure } from '../../../protocol/model/response-primitive';
import { OperationCode, RequestStatus } from '../../../protocol/tables/onem2m/enumerations';
import type { Path } from '../../parameter-types';
import { consequence } from '../../say';
import type { FlowproofWorld } from '../../world';
import { checkStatus, describeEntries, entriesFor } from '../judged-answer';
import { askedRequest } from './asking';
import { inquireNow, requestShown, resultsShown } from './inquiry';
import { inTheEnd } from './patience';
import { checkMembers } from './told';

const WHAT = 'what the inquiry shows';

consequence('the inquiry shows results of {members} only', async function (members: readonly Path[]) {
  const entries = resultsShown(this, await this.answer());
  checkMembers(this, WHAT, entries, { members, only: true });
  check(entries.length === members.length, WHAT, 'one entry for each', describeEntries(this, entries));
});

consequence('the inquiry shows no results', async function () {
  const entries = resultsShown(this, await this.answer());
  check(entries.length === 0, WHAT, 'no results', describeEntries(this, entries));
});

consequence(
  'the inquiry shows {path} with {statuses}',
  async function (path: Path, codes: readonly number[]) {
    checkStatus(await resultShown(this, path), `the result of "${path.name}" that the inquiry shows`, codes);
  },
);

consequence('the inquiry shows that {path} failed', async function (path: Path) {
  const result = await resultShown(this, path);
  const what = `the result of "${path.name}" that the inquiry shows`;
  check(isFailure(result), what, 'a failure', describeAnswer(result));
});

consequence('the inquiry shows the status {requestStatuses}', async function (statuses: readonly number[]) {
  checkRequestStatus(requestShown(await this.answer()), statuses);
});

consequence('the inquiry shows the request', async function () {
  const { draft, by, requestIdentifier } = askedRequest(this);
  const shown = requestShown(await this.answer());
  const { places } = this.scene;
  const same = (expected: string, actual: unknown) =>
    typeof actual === 'string' && places.same(expected, actual);
  const { operation, target, originator, requestID } = shown;
  const code = OperationCode[draft.operation];
  check(operation === code, `operation in ${WHAT}`, String(code), show(operation));
  check(same(draft.to, target), `target in ${WHAT}`, draft.to, show(target));
  check(same(by.id, originator), `originator in ${WHAT}`, by.id, show(originator));
  check(requestID === requestIdentifier, `requestID in ${WHAT}`, requestIdentifier, show(requestID));
});

consequence('an inquiry eventually shows results of {members}', function (members: readonly Path[]) {
  return inTheEnd(this, () => checkShown(this, members, false));
});

consequence('an inquiry eventually shows results of {members} only', function (members: readonly Path[]) {
  return inTheEnd(this, () => checkShown(this, members, true));
});

consequence(
  'an inquiry eventually shows the status {requestStatuses}',
  function (statuses: readonly number[]) {
    return inTheEnd(this, async () => checkRequestStatus(requestShown(await inquireNow(this)), statuses));
  },
);

async function checkShown(world: FlowproofWorld, members: readonly Path[], only: boolean): Promise<void> {
  checkMembers(world, WHAT, resultsShown(world, await inquireNow(world)), { members, only });
}

function checkRequestStatus({ requestStatus }: Attributes, expected: readonly number[]): void {
  const holds = typeof requestStatus === 'number' && expected.includes(requestStatus);
  check(holds, `requestStatus in ${WHAT}`, expected.map(statusWord).join(' or '), statusWord(requestStatus));
}

function statusWord(value: unknown): string {
  return Object.entries(RequestStatus).find(([, number]) => number === value)?.[0] ?? show(value);
}

async function resultShown(world: FlowproofWorld, path: Path): Promise<ResponsePrimitive> {
  const entries = resultsShown(world, await world.answer());
  const [entry] = entriesFor(world, entries, path);
  if (entry) return entry.response;
  const actual = describeEntries(world, entries);
  throw new Deviation({ what: WHAT, expected: `an entry of ${path.name}`, actual });
}

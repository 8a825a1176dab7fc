import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentOfValue } from '../../protocol/model/content-value';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { ApplicationQuestions } from './application-questions';
import type { HostedResource } from './hosted-resource';

const HOSTED: readonly HostedResource[] = [
  hosted('meters', 'group', { memberIDs: ['base/m1', 'base/m2'] }),
  hosted('m1', 'container'),
  hosted('m2', 'container'),
];

const QUESTION: RequestPrimitive = {
  operation: 'retrieve',
  to: 'base/meters/fopt',
  from: 'Capp',
  requestIdentifier: 'q1',
  responseType: { value: 2 },
};

function hosted(name: string, typeName: string, more: Partial<HostedResource> = {}): HostedResource {
  return { name, typeName, address: `/cse1/base/${name}`, resourceID: `id-${name}`, attributes: {}, ...more };
}

function opened(): ApplicationQuestions {
  const locate = (address: string) =>
    HOSTED.find(({ name, resourceID }) => [name, resourceID].includes(address.split('/').at(-1) ?? ''));
  return new ApplicationQuestions({ locate, unique: (prefix) => `${prefix}-1`, baseName: 'base' });
}

function inquiry(more: Partial<RequestPrimitive> = {}): RequestPrimitive {
  return { operation: 'retrieve', to: 'base/req-1', from: 'Capp', requestIdentifier: 'i1', ...more };
}

/** Status of the request, and who has a result. */
function shownIn(answer: ResponsePrimitive | undefined): unknown[] {
  const content = answer?.content;
  const attributes = content?.kind === 'resource' ? content.resource.attributes : {};
  const { requestStatus, operationResult } = attributes;
  const result = typeof operationResult === 'object' && operationResult !== null ? operationResult : {};
  const aggregate = 'primitiveContent' in result ? contentOfValue(result.primitiveContent) : undefined;
  const from = aggregate?.kind === 'aggregatedResponse' ? aggregate.responses.map((one) => one.from) : [];
  return [requestStatus, ...from];
}

const M1 = { member: 'base/m1', status: 2000 };
const M2 = { member: 'base/m2', status: 4103 };

for (const [value, status] of [
  [1, 1001],
  [2, 1002],
] as const) {
  test(`a request with response type ${value} is accepted with ${status} and the address of its request resource`, () => {
    const questions = opened();
    assert.deepEqual(questions.answerTo({ ...QUESTION, responseType: { value } }), {
      responseStatusCode: status,
      requestIdentifier: 'q1',
      content: { kind: 'uri', uri: 'base/req-1' },
    });
    assert.deepEqual([questions.asked.length, questions.inquiries.length], [1, 0]);
  });
}

test('an inquiry shows what is kept, narrowed where it says so, and the status of the whole', () => {
  const questions = opened();
  questions.answerTo(QUESTION);
  assert.deepEqual(shownIn(questions.answerTo(inquiry())), [3]);
  questions.keep([M1]);
  assert.deepEqual(shownIn(questions.answerTo(inquiry())), [5, 'base/m1']);
  questions.keep([M2]);
  assert.deepEqual(shownIn(questions.answerTo(inquiry())), [1, 'base/m1', 'base/m2']);
  const narrowed = inquiry({ groupRequestTargetMembers: ['/cse1/id-m2', 'nobody'] });
  assert.deepEqual(shownIn(questions.answerTo(narrowed)), [1, 'base/m2']);
  assert.equal(questions.inquiries.length, 4);
});

test('whoever asks the group again and waits gets what is kept of the members named', () => {
  const questions = opened();
  questions.answerTo(QUESTION);
  questions.keep([M1, M2]);
  const { responseType: _, ...again } = { ...QUESTION, groupRequestTargetMembers: ['base/m2'] };
  const answer = questions.answerTo(again);
  assert.deepEqual(answer?.content, {
    kind: 'aggregatedResponse',
    responses: [{ responseStatusCode: 4103, requestIdentifier: 'q1', from: 'base/m2' }],
  });
  assert.deepEqual([questions.asked.length, questions.inquiries.length], [2, 1]);
});

test('what is no question and no inquiry is of no concern', () => {
  const questions = opened();
  questions.answerTo(QUESTION);
  assert.equal(questions.answerTo(inquiry({ to: 'base/meters' })), undefined);
  assert.equal(questions.answerTo(inquiry({ to: 'base/m1/fopt' })), undefined);
  assert.equal(questions.answerTo(inquiry({ operation: 'delete' }))?.responseStatusCode, 2002);
  assert.equal(questions.answerTo(inquiry({ operation: 'update' }))?.responseStatusCode, 4005);
  assert.equal(questions.inquiries.length, 0);
});

test('whoever waits for a request is told when it is there', async () => {
  const questions = opened();
  let isThere = false;
  const arrival = questions
    .until(() => questions.inquiries.length > 0)
    .then(() => {
      isThere = true;
    });
  questions.answerTo(QUESTION);
  await Promise.resolve();
  assert.equal(isThere, false);
  questions.answerTo(inquiry());
  await arrival;
  assert.equal(isThere, true);
});

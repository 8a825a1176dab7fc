import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Passage } from '../../../harness/cast/session/session-log';
import { Deviation } from '../../../harness/verdict/deviation';
import { checkBlocks, flowOf } from './message-flow';

const request = { operation: 'delete', to: 'x', requestIdentifier: 'r' } as const;
const answer = { responseStatusCode: 2002, requestIdentifier: 'r' };

/** AE1 ends a session: CSE2 is told, and answers, before AE1 is answered. */
const PASSAGES: readonly Passage[] = [
  { party: 'AE1', direction: 'sent', message: 'termination', place: 1, answerPlace: 4 },
  { party: 'CSE2', direction: 'received', message: 'termination', place: 2, answerPlace: 3 },
  { party: 'CSE2', direction: 'received', message: undefined, place: 5, answerPlace: 6 },
].map((passage) => ({ ...passage, request, answer, at: 0, isPreamble: false }) as Passage);

function rows(...lines: readonly string[]) {
  return lines.map((line) => {
    const [from = '', to = '', what = ''] = line.split(' | ');
    return { from, to, what, anyOrder: false };
  });
}

const RIGHT = [
  'AE1 | the CSE | termination',
  'the CSE | CSE2 | termination',
  'CSE2 | the CSE | answer DELETED (2002)',
  'the CSE | AE1 | answer DELETED (2002)',
];

test('a flow has its messages in their order, and what is not about sessions does not count', () => {
  const table = rows(...RIGHT);
  checkBlocks(table, flowOf(PASSAGES));
});

test('a message that is missing, too many, or out of place is a deviation', () => {
  const [first = '', second = '', third = '', last = ''] = RIGHT;
  for (const wrong of [
    [first, second, third],
    [...RIGHT, first],
    [first, last, second, third],
  ]) {
    const table = rows(...wrong);
    assert.throws(() => checkBlocks(table, flowOf(PASSAGES)), Deviation);
  }
});

test('a message of a kind that the flow does not name is one too many', () => {
  const stray = { ...PASSAGES[1], message: 'retrieve', place: 5, answerPlace: 6 } as Passage;
  assert.throws(() => checkBlocks(rows(...RIGHT), flowOf([...PASSAGES, stray])), Deviation);
});

import { statusText } from '../../../harness/cast/describe-answer';
import type { Passage } from '../../../harness/cast/session/session-log';
import { check } from '../../../harness/verdict/check';

/** A row of a flow: who sends what to whom, and whether its neighbours may change places with it. */
export interface FlowRow {
  readonly from: string;
  readonly to: string;
  readonly what: string;
  readonly anyOrder: boolean;
}

interface FlowMessage {
  readonly place: number;
  readonly words: string;
}

const TARGET = 'the CSE';

/** Requests that are about sessions, and their answers, in the order in which the testers saw them. */
export function flowOf(passages: readonly Passage[]): readonly string[] {
  return passages
    .filter(({ message }) => message !== undefined)
    .flatMap(messagesOf)
    .sort((one, other) => one.place - other.place)
    .map(({ words }) => words);
}

function messagesOf({
  party,
  direction,
  message,
  place,
  answer,
  answerPlace,
}: Passage): readonly FlowMessage[] {
  const [from, to] = direction === 'sent' ? [party, TARGET] : [TARGET, party];
  const request = { place, words: sentence(from, to, message ?? '') };
  if (!answer || answerPlace === undefined) return [request];
  const said = sentence(to, from, `answer ${statusText(answer.responseStatusCode)}`);
  return [request, { place: answerPlace, words: said }];
}

function sentence(from: string, to: string, what: string): string {
  return `${from} -> ${to}: ${what}`;
}

export function checkBlocks(rows: readonly FlowRow[], messages: readonly string[]): void {
  const left = [...messages];
  for (const block of blocksOf(rows)) {
    const next = left.splice(0, block.length);
    for (const { from, to, what } of block) {
      const expected = sentence(from, to, what);
      const at = next.indexOf(expected);
      check(at >= 0, 'the messages of this flow', expected, next.join(', ') || 'nothing');
      next.splice(at, 1);
    }
  }
  check(left.length === 0, 'the messages of this flow', 'no further message', left.join(', '));
}

function blocksOf(rows: readonly FlowRow[]): readonly (readonly FlowRow[])[] {
  const blocks: FlowRow[][] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (row.anyOrder && last?.[0]?.anyOrder) last.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

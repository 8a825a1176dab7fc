import type { Exchange } from '../../links/exchange';

/** One of an exchange's two messages, at its place in the sequence. */
export interface Crossing {
  readonly exchange: Exchange;
  readonly part: 'request' | 'response';
}

/** Requests and answers in the order in which they crossed the wire. An answer that never came is missed at the end. */
export function inWireOrder(exchanges: readonly Exchange[]): readonly Crossing[] {
  const crossings = exchanges.flatMap((exchange) => [
    { exchange, part: 'request', place: exchange.requestPlace } as const,
    { exchange, part: 'response', place: exchange.answerPlace ?? Number.POSITIVE_INFINITY } as const,
  ]);
  return [...crossings]
    .sort((one, other) => (one.place < other.place ? -1 : Number(one.place > other.place)))
    .map(({ exchange, part }) => ({ exchange, part }));
}

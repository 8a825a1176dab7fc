import type { Exchange } from '../../links/exchange';

/**
 * Puts the requests and answers of a scenario in the order in which they crossed the wire. Where several happen in the
 * same millisecond, as in virtual time, an answer waits for the requests that its sender made to be able to give it.
 */
export interface Crossing {
  readonly exchange: Exchange;
  readonly part: 'request' | 'response';
}

export function inWireOrder(exchanges: readonly Exchange[]): readonly Crossing[] {
  const crossings: Crossing[] = [];
  let open: readonly Exchange[] = [];
  for (const exchange of [...exchanges].sort((one, other) => one.at - other.at || one.id - other.id)) {
    const waiting = stillWaiting(open, exchange);
    crossings.push(...answers(open.filter((earlier) => !waiting.includes(earlier))));
    crossings.push({ exchange, part: 'request' });
    open = [...waiting, exchange];
  }
  return [...crossings, ...answers(open)];
}

/** Exchanges that ended after `next` began, or in the same millisecond where `next` may have been made on their behalf. */
function stillWaiting(open: readonly Exchange[], next: Exchange): readonly Exchange[] {
  const asking = new Set([next.from]);
  const waiting: Exchange[] = [];
  for (const earlier of [...open].reverse()) {
    const end = endOf(earlier);
    const onBehalf = end === next.at && asking.has(earlier.to);
    if (onBehalf) asking.add(earlier.from);
    if (end > next.at || onBehalf) waiting.unshift(earlier);
  }
  return waiting;
}

function answers(exchanges: readonly Exchange[]): readonly Crossing[] {
  const ended = [...exchanges].sort((one, other) => endOf(one) - endOf(other) || other.id - one.id);
  return ended.map((exchange) => ({ exchange, part: 'response' as const }));
}

function endOf(exchange: Exchange): number {
  return exchange.endedAt ?? Number.POSITIVE_INFINITY;
}

import type { Exchange } from '../../links/exchange';
import type { Crossing } from './message-order';

/**
 * Which of an exchange's two messages is the target's. A deviation names the exchange only. The target is taken to be
 * the busiest actor besides the one that began: a scenario begins with a stimulus, and what it stimulates stands in the
 * middle of the flow.
 */
export function wrongPart(exchange: Exchange, exchanges: readonly Exchange[]): Crossing['part'] {
  if (exchange.response === undefined) return 'response';
  return exchange.from === busiestActor(exchanges) ? 'request' : 'response';
}

function busiestActor(exchanges: readonly Exchange[]): string | undefined {
  const stimulus = exchanges[0]?.from;
  const shares = new Map<string, number>();
  for (const actor of exchanges.flatMap(({ from, to }) => [from, to])) {
    if (actor !== stimulus) shares.set(actor, (shares.get(actor) ?? 0) + 1);
  }
  let busiest: string | undefined;
  for (const [actor, share] of shares) {
    if (busiest === undefined || share > (shares.get(busiest) ?? 0)) busiest = actor;
  }
  return busiest;
}

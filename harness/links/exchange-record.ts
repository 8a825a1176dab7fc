import type { Exchange, RecordedRequest } from './exchange';

/** An exchange that is still being observed; whoever observes it fills in what it sees. */
export type OpenExchange = { -readonly [Key in keyof Exchange]: Exchange[Key] };

/** Keeps exchanges in the order in which they began. */
export interface ExchangeRecord {
  begin(start: {
    readonly request: RecordedRequest;
    readonly from: string;
    readonly to: string;
  }): OpenExchange;
  end(exchange: OpenExchange): void;
  exchanges(): readonly Exchange[];
  clear(): void;
}

export function createExchangeRecord(now: () => number): ExchangeRecord {
  const kept: OpenExchange[] = [];
  let count = 0;
  let messages = 0;
  return {
    begin({ request, from, to }) {
      count += 1;
      messages += 1;
      const exchange: OpenExchange = { id: count, requestPlace: messages, at: now(), from, to, request };
      kept.push(exchange);
      return exchange;
    },
    end(exchange) {
      messages += 1;
      exchange.answerPlace = messages;
      exchange.endedAt = now();
    },
    // What has ended changes no more, so only what is under way needs a copy.
    exchanges: () => kept.map((exchange) => (exchange.endedAt === undefined ? { ...exchange } : exchange)),
    clear() {
      kept.length = 0;
    },
  };
}

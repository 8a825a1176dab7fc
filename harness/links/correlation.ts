import { copyHeaders } from './message-copy';

/**
 * Ties the two ends of one exchange together, so that it is recorded once. The sender's tap sets a header, and only
 * towards listeners of the same wiretap; the listener's tap takes it off. It reaches neither an endpoint nor anybody
 * outside, and an identifier counts once: a peer that makes one up hides nothing.
 */
export interface Correlation {
  mark(request: Request, exchangeId: number): Headers;
  /** The request without the mark, if it carries one that is due; `undefined` where it comes from outside the tap. */
  unmarked(request: Request): Request | undefined;
  forget(exchangeId: number): void;
}

const HEADER = 'x-flowproof-exchange';

export function createCorrelation(): Correlation {
  const due = new Set<string>();
  return {
    mark(request, exchangeId) {
      const headers = copyHeaders(request.headers);
      headers.set(HEADER, String(exchangeId));
      due.add(String(exchangeId));
      return headers;
    },
    unmarked(request) {
      const mark = request.headers.get(HEADER);
      if (mark === null || !due.delete(mark)) return undefined;
      request.headers.delete(HEADER);
      return request;
    },
    forget: (exchangeId) => void due.delete(String(exchangeId)),
  };
}

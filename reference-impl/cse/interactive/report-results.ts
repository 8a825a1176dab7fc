import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { releaseOf } from '../group/release';
import type { Delivery, Outstanding } from './outstanding';

/**
 * Tells each target what it has not been told before. A target that still owes an acknowledgement is told afterwards,
 * and holds up no other. @see IGO 2.2 steps 5 and 7
 */
export function reportResults(cse: Cse, outstanding: Outstanding): void {
  for (const delivery of outstanding.deliveries) cse.procedures.reportTo(cse, outstanding, delivery);
}

/** @see IGO 2.2 step 5 */
export function reportTo(cse: Cse, outstanding: Outstanding, delivery: Delivery): void {
  const { results } = outstanding;
  const entries = results.slice(delivery.reported);
  if (delivery.pending !== undefined || entries.length === 0) return;
  const message = cse.procedures.resultMessage(cse, outstanding, { to: delivery.to, entries });
  delivery.pending = { message, upTo: results.length, attempts: 0, nextAttemptAt: cse.ports.clock.now() };
  cse.procedures.sendPending(cse, outstanding, delivery);
}

/** @see TS-0004 7.5.1.2.5: the identifier of the original request is inside, that of the message is its own */
export function resultMessage(
  cse: Cse,
  { accepted }: Outstanding,
  { to, entries }: { readonly to: string; readonly entries: readonly ResponsePrimitive[] },
): RequestPrimitive {
  const { requestIdentifier, releaseVersionIndicator = releaseOf(cse) } = accepted.request;
  const response = responseOf(requestIdentifier, entries);
  return {
    operation: 'notify',
    to,
    from: cse.config.cseID,
    requestIdentifier: cse.ports.ids.next('ntf-'),
    releaseVersionIndicator,
    content: { kind: 'response', response },
  };
}

/** An aggregate of the entries, or the response to the whole request. @see TS-0004 7.5.1.2.5 */
export function responseOf(
  requestIdentifier: string,
  entries: readonly ResponsePrimitive[],
): ResponsePrimitive {
  const [first] = entries;
  if (first !== undefined && first.from === undefined) return first;
  const content = { kind: 'aggregatedResponse', responses: entries } as const;
  return { responseStatusCode: RSC.OK, requestIdentifier, content };
}

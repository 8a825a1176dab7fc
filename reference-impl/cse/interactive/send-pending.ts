import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { Cse } from '../cse';
import { forgetWhenDone } from './finish-gathering';
import type { Delivery, Outstanding, PendingMessage } from './outstanding';
import { recordDelivery } from './outstanding-records';

/**
 * Sends the pending message of a target, and again after each interval in which it was not acknowledged, until the
 * limit. The same message each time: what was made once is sent as it is. A late acknowledgement counts.
 * @see IGO 2.2 steps 5 and 6, IGO note 1
 */
export function sendPending(cse: Cse, outstanding: Outstanding, delivery: Delivery): void {
  const { procedures } = cse;
  const { acknowledgementTimeout, interval } = cse.config.notificationRetry;
  if (delivery.pending === undefined) return;
  if (procedures.mayGiveUp(cse, delivery.pending)) {
    settle(cse, outstanding, delivery);
    return;
  }

  const attempts = delivery.pending.attempts + 1;
  const sent = { ...delivery.pending, attempts };
  sendAgainAfter(cse, outstanding, delivery, { pending: sent, wait: acknowledgementTimeout + interval });
  void procedures.sendResultMessage(cse, sent.message).then((answer) => {
    const { pending } = delivery;
    if (pending?.message.requestIdentifier !== sent.message.requestIdentifier) return;
    if (isAcknowledged(cse, answer)) settle(cse, outstanding, delivery);
    else if (pending.attempts === attempts) {
      sendAgainAfter(cse, outstanding, delivery, { pending: sent, wait: interval });
    }
  });
}

/** The limit counts repetitions. @see IGO note 1 */
export function mayGiveUp(cse: Cse, { attempts }: PendingMessage): boolean {
  return attempts > cse.config.notificationRetry.limit;
}

/** Only success acknowledges. @see IGO 2.2 step 6 */
export function isAcknowledgement({ responseStatusCode }: ResponsePrimitive): boolean {
  return Math.floor(responseStatusCode / 1_000) === 2;
}

/** Goes on where a message stands, at the time that was set for it. */
export function resumePending(cse: Cse, outstanding: Outstanding, delivery: Delivery): void {
  const { pending } = delivery;
  if (pending === undefined) return;
  const wait = Math.max(pending.nextAttemptAt - cse.ports.clock.now(), 0);
  sendAgainAfter(cse, outstanding, delivery, { pending, wait });
}

function isAcknowledged(cse: Cse, answer: ResponsePrimitive | undefined): boolean {
  return answer !== undefined && cse.procedures.isAcknowledgement(answer);
}

function sendAgainAfter(
  cse: Cse,
  outstanding: Outstanding,
  delivery: Delivery,
  { pending, wait }: { readonly pending: PendingMessage; readonly wait: number },
): void {
  const { clock } = cse.ports;
  delivery.callOff?.();
  delivery.pending = { ...pending, nextAttemptAt: clock.now() + wait };
  recordDelivery(cse, outstanding, delivery);
  delivery.callOff = clock.after(wait, () => cse.procedures.sendPending(cse, outstanding, delivery));
}

/** Acknowledged or given up: the target is told what has come since. The results stay to be inquired. @see IGO note 2 */
function settle(cse: Cse, outstanding: Outstanding, delivery: Delivery): void {
  delivery.callOff?.();
  delivery.reported = delivery.pending?.upTo ?? delivery.reported;
  delete delivery.pending;
  recordDelivery(cse, outstanding, delivery);
  cse.procedures.reportTo(cse, outstanding, delivery);
  forgetWhenDone(cse, outstanding);
}

import { isRefusal, type Refusal } from '../../protocol/model/refusal';

/** For faults that refuse rightly with the wrong code. Anything but a refusal passes as it is. */
export function withStatus<Outcome>(outcome: Outcome | Refusal, status: number): Outcome | Refusal {
  return isRefusal(outcome) ? { ...outcome, status } : outcome;
}

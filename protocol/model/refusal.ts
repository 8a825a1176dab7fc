/**
 * Why a request is not carried out: a value, never an exception.
 * `status` is the Response Status Code, `reason` one sentence for a person, `clause` the sentence that demands it.
 */
export interface Refusal {
  readonly refused: true;
  readonly status: number;
  readonly reason: string;
  readonly clause?: string;
}

export function refuse(status: number, reason: string, clause?: string): Refusal {
  return clause === undefined ? { refused: true, status, reason } : { refused: true, status, reason, clause };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as Partial<Refusal>).refused === true;
}

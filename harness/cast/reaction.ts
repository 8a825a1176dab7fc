import type { ResponsePrimitive } from '../../protocol/model/response-primitive';

/** What a scripted tester does with a request. */
export type Reaction =
  | { readonly kind: 'answer' }
  | { readonly kind: 'refuse'; readonly status: number }
  | { readonly kind: 'respond'; readonly response: Partial<ResponsePrimitive> }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  | { readonly kind: 'silent' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'answer-twice' }
  | { readonly kind: 'garbage' }
  /** HTTP 307 with this address. */
  | { readonly kind: 'redirect'; readonly location: string };

export const ANSWER: Reaction = { kind: 'answer' };

/**
 * How a scripted tester's endpoint asks the link below it to misbehave: it marks the Response that it returns. Links
 * look the mark up; nothing of it travels, and a Response without a mark is sent as it is.
 */
export type Misbehaviour =
  /** The connection closes and no answer comes: the sender sees a broken exchange. */
  | 'close-without-answer'
  /** The same answer is sent a second time, unasked: the sender must take the first and no other. */
  | 'answer-twice'
  /** Bytes that are no message: the sender sees a broken exchange. */
  | 'garbage'
  /** The connection stays open and no answer ever comes: the sender waits until it gives up. */
  | 'never';

const marks = new WeakMap<Response, Misbehaviour>();

/** Marks `response` and answers it, to be written in a `return`. */
export function misbehave(response: Response, kind: Misbehaviour): Response {
  marks.set(response, kind);
  return response;
}

export function misbehaviourOf(response: Response): Misbehaviour | undefined {
  return marks.get(response);
}

/** Carries the mark of one response, if any, over to a copy of it. */
export function keepMisbehaviour(from: Response, to: Response): Response {
  const kind = misbehaviourOf(from);
  return kind === undefined ? to : misbehave(to, kind);
}

import { misbehave } from '../../links/misbehaviour';
import type { TestTime } from '../test-time';
import { type Outgoing, responseOf } from './syncml-messages';

/** What a tester does with a message when it is its turn to answer. */
export type MessageReaction =
  /** By the book, unless `change` makes something else of it. */
  | { readonly kind: 'answer'; readonly change?: (outgoing: Outgoing) => Outgoing }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  | { readonly kind: 'silent' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'garbage' }
  | { readonly kind: 'answer-twice' }
  /** A status of HTTP without a body. */
  | { readonly kind: 'http'; readonly status: number }
  | { readonly kind: 'raw'; readonly body: Uint8Array; readonly contentType: string };

export const ANSWERS: MessageReaction = { kind: 'answer' };

/** Plays a reaction on the wire. The answer by the book is made in any case: the tester has taken the message. */
export async function playReaction(
  time: TestTime,
  reaction: MessageReaction,
  byTheBook: Outgoing,
): Promise<Response> {
  switch (reaction.kind) {
    case 'answer':
      return responseOf(reaction.change?.(byTheBook) ?? byTheBook);
    case 'delay':
      return new Promise((resolve) => {
        time.after(reaction.milliseconds, () => resolve(responseOf(byTheBook)));
      });
    case 'silent':
      return misbehave(responseOf(byTheBook), 'never');
    case 'drop':
      return misbehave(responseOf(byTheBook), 'close-without-answer');
    case 'garbage':
      return misbehave(responseOf(byTheBook), 'garbage');
    case 'answer-twice':
      return misbehave(responseOf(byTheBook), 'answer-twice');
    case 'http':
      return new Response(null, { status: reaction.status });
    case 'raw':
      return new Response(reaction.body, { status: 200, headers: { 'content-type': reaction.contentType } });
  }
}

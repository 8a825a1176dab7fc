import type { Attributes, AttributeValue } from '../../../protocol/model/attribute-value';
import type { SessionMessage } from './session-message';

/** Attributes that replace those of an answer; `undefined` takes one out, a dotted name goes into a member. */
export type Changes = { readonly [path: string]: AttributeValue | undefined };

/** What a tester does with messages of one kind other than by the book. */
export type Manner =
  | { readonly kind: 'refuse'; readonly status: number }
  | { readonly kind: 'silent'; readonly firstOnly: boolean }
  | { readonly kind: 'late'; readonly milliseconds: number }
  | { readonly kind: 'with'; readonly changes: Changes; readonly body?: string };

/** How a tester behaves: by the book until it is told otherwise. */
export class Manners {
  readonly #manners = new Map<SessionMessage, Manner>();
  #isReachable = true;

  get isReachable(): boolean {
    return this.#isReachable;
  }

  behave(message: SessionMessage, manner: Manner): void {
    this.#manners.set(message, manner);
  }

  vanish(): void {
    this.#isReachable = false;
  }

  /** By the book again. */
  answerAgain(): void {
    this.#isReachable = true;
    this.#manners.clear();
  }

  /** For the message that has come now. */
  towards(message: SessionMessage | undefined): Manner | undefined {
    const manner = message && this.#manners.get(message);
    if (message && manner?.kind === 'silent' && manner.firstOnly) this.#manners.delete(message);
    return manner;
  }
}

/** Attributes with changes made to them. */
export function changed(attributes: Attributes, changes: Changes): Attributes {
  let result = attributes;
  for (const [path, value] of Object.entries(changes)) result = changedAt(result, path.split('.'), value);
  return result;
}

function changedAt(
  attributes: Attributes,
  [name = '', ...rest]: readonly string[],
  value: AttributeValue | undefined,
): Attributes {
  const others = Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== name));
  if (rest.length === 0) return value === undefined ? others : { ...attributes, [name]: value };
  const inner = attributes[name];
  return { ...attributes, [name]: changedAt(isRecord(inner) ? inner : {}, rest, value) };
}

function isRecord(value: AttributeValue | undefined): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { parseAddress } from '../../protocol/model/identifier';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import type { Collection } from './collection';

/**
 * Keeps the result of each member once, the first that came; a message that is repeated brings nothing new. What a
 * member refused is its result too. Answers whether anything was new. @see IGO 2.2 note 1, step 7
 */
export function keepResults(
  { question, results }: Collection,
  responses: readonly ResponsePrimitive[],
): boolean {
  const before = results.size;
  for (const response of responses) {
    const member = question.intent.members.find((known) => isSame(known, response.from ?? ''));
    if (member !== undefined && !results.has(member)) results.set(member, response);
  }
  return results.size > before;
}

export function missingMembers({ question, results }: Collection): readonly string[] {
  return question.intent.members.filter((member) => !results.has(member));
}

export function isComplete(collection: Collection): boolean {
  return missingMembers(collection).length === 0;
}

/** A CSE may leave its CSE-ID away, or its service provider. */
function isSame(one: string, other: string): boolean {
  const [first, second] = [parseAddress(one), parseAddress(other)];
  if (first === undefined || second === undefined) return one === other;
  const isSameCse = first.cse === undefined || second.cse === undefined || first.cse === second.cse;
  return isSameCse && first.segments.join('/') === second.segments.join('/');
}

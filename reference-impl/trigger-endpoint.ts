import { DEFAULT_LIMITS } from '../protocol/codec/limits';
import type { Decoded } from '../protocol/model/decoded';
import { isRefusal, type Refusal } from '../protocol/model/refusal';
import { readJsonPost, refusalAnswer } from './json-post';

/** What the trigger says, and what the role does about it: nothing where it refuses. */
export interface TriggerHandling<T> {
  readonly decode: (body: Uint8Array) => Decoded<T>;
  readonly take: (trigger: T) => Refusal | undefined;
}

/**
 * Tells a role by HTTP what somebody wants, or what happened. The answer says whether the role will see to it, not how it
 * goes: that is between the role and its peers. @see docs/profiles/gateway-fan-out.md, docs/profiles/dm2.md
 */
export function triggerEndpoint<T>({
  decode,
  take,
}: TriggerHandling<T>): (message: Request) => Promise<Response> {
  return async (message) => {
    const trigger = await readJsonPost(message, { decode, bytes: DEFAULT_LIMITS.bytes });
    if (isRefusal(trigger)) return refusalAnswer(trigger);
    const refusal = take(trigger);
    return refusal === undefined ? new Response(null, { status: 204 }) : refusalAnswer(refusal);
  };
}

import type { Attributes } from '../../../../protocol/model/attribute-value';
import { SessionDelivery } from '../../../../protocol/tables/onem2m/enumerations';
import { isRecord, numberOf, textList } from '../../attribute-reading';
import { canonicalCseID } from '../../request/remote-cse';
import { commonWindow, readWindow, type Window } from './window';

/** What the policies of a session demand of one hop, all together. */
export type BindingPolicy =
  | { readonly kind: 'immediate' }
  | { readonly kind: 'store'; readonly window: Window | 'too many'; readonly maximumDelay?: number };

/**
 * The strictest of those that bind this hop: immediate before store and forward, the time that all windows are open,
 * the shortest delay. Without policies, immediate. @see SES 2 steps 5, 11 and 24
 */
export function bindingPolicy(policies: readonly Attributes[], hop: string | undefined): BindingPolicy {
  const binding = policies.filter((policy) => binds(policy, hop));
  if (binding.length === 0) return { kind: 'immediate' };
  if (binding.some(({ delivery }) => delivery !== SessionDelivery.storeAndForward)) {
    return { kind: 'immediate' };
  }
  const window = commonWindow(binding.map((policy) => readWindow(entriesOf(policy) ?? []) ?? []));
  const delays = binding.flatMap(({ maximumDelay }) => numberOf(maximumDelay) ?? []);
  return { kind: 'store', window, ...(delays.length > 0 && { maximumDelay: Math.min(...delays) }) };
}

/** The hops that policies name, and `undefined` for all others. */
export function hopsBoundBy(policies: readonly Attributes[]): readonly (string | undefined)[] {
  const named = policies.flatMap(({ appliesTo }) => textList(appliesTo).map(canonicalCseID));
  return [...new Set([undefined, ...named])];
}

/** The texts of its schedule entries; `undefined` where it has no schedule. */
export function entriesOf({ scheduleElement }: Attributes): readonly string[] | undefined {
  return isRecord(scheduleElement) ? textList(scheduleElement.scheduleEntry) : undefined;
}

function binds({ appliesTo }: Attributes, hop: string | undefined): boolean {
  return appliesTo === undefined || textList(appliesTo).some((cseID) => canonicalCseID(cseID) === hop);
}

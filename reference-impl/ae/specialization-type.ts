import type { MemberKind } from '../../protocol/model/application-intent';
import type { AttributeValue } from '../../protocol/model/attribute-value';

/**
 * The one specialization of all members, by its containerDefinition or mgmtDefinition; nothing for a variety of them
 * and for members that are told apart by resource type. @see SOM 7.4.13.2.1 Originator sentences 3 to 5
 */
export function specializationType(kinds: readonly MemberKind[]): AttributeValue | undefined {
  const [kind, ...others] = kinds;
  if (kind === undefined || others.length > 0 || 'resourceType' in kind) return undefined;
  return kind;
}

import type { Attributes, AttributeValue } from '../../../protocol/model/attribute-value';
import { ConsistencyStrategy, SomecastAlgorithm } from '../../../protocol/tables/onem2m/enumerations';
import { MemberType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { isRecord, numberOf, textList } from '../attribute-reading';

/**
 * The attributes of a <group> in their types, with the defaults of table 7.4.13.1-3 where one is absent.
 * Knows the attributes only, not what they do. @see SOM 7.4.13.1
 */
export function memberIDsOf(attributes: Attributes): readonly string[] {
  return textList(attributes.memberIDs);
}

export function memberTypeIn(attributes: Attributes): number {
  return numberOr(MemberType.mixed, attributes.memberType);
}

/** The containerDefinition or mgmtDefinition asked for; an empty specializationType asks for none. */
export function specializationTypeIn(attributes: Attributes): string | number | undefined {
  const given = attributes.specializationType;
  return isRecord(given) ? specializationIn(given) : undefined;
}

/** containerDefinition or mgmtDefinition among attributes or in a specializationType. @see TS-0004 6.3.5.67 */
export function specializationIn({
  containerDefinition,
  mgmtDefinition,
}: Attributes): string | number | undefined {
  if (typeof mgmtDefinition === 'number') return mgmtDefinition;
  return typeof containerDefinition === 'string' ? containerDefinition : undefined;
}

export function consistencyStrategyIn(attributes: Attributes): number {
  return numberOr(ConsistencyStrategy.ABANDON_MEMBER, attributes.consistencyStrategy);
}

export function somecastAlgorithmIn(attributes: Attributes): number {
  return numberOr(SomecastAlgorithm.ROUND_ROBIN, attributes.somecastAlgorithm);
}

export function maxNrOfMembersIn(attributes: Attributes): number {
  return numberOr(Number.POSITIVE_INFINITY, attributes.maxNrOfMembers);
}

/** `undefined` where the attribute is absent; an empty list is a list. */
export function membersAccessControlPolicyIDsIn(attributes: Attributes): readonly string[] | undefined {
  const value = attributes.membersAccessControlPolicyIDs;
  return Array.isArray(value) ? textList(value) : undefined;
}

/** The group with another member list, and the count that follows from it. */
export function withMemberIDs(attributes: Attributes, memberIDs: readonly string[]): Attributes {
  return { ...attributes, memberIDs, currentNrOfMembers: memberIDs.length };
}

function numberOr(fallback: number, value: AttributeValue | undefined): number {
  return numberOf(value) ?? fallback;
}

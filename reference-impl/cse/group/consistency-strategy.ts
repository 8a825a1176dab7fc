import type { Attributes } from '../../../protocol/model/attribute-value';
import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { ConsistencyStrategy } from '../../../protocol/tables/onem2m/enumerations';
import { MemberType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { consistencyStrategyIn, memberIDsOf, withMemberIDs } from './group-attributes';
import type { MemberValidation } from './member-validation';

/**
 * What becomes of a group after its members were validated: memberTypeValidated, and the consistencyStrategy where
 * some do not conform. Stores nothing. @see SOM 7.4.13.2.1 steps 2 and 3, 7.4.13.2.3 steps 5 and 6
 */
export function applyConsistencyStrategy(
  attributes: Attributes,
  validation: MemberValidation,
): Attributes | Refusal {
  const memberTypeValidated = validation.every(({ found }) => found.kind !== 'unreachable');
  const inconsistent = validation.filter(({ conforms }) => !conforms).map(({ memberID }) => memberID);
  if (inconsistent.length === 0) return { ...attributes, memberTypeValidated };
  switch (consistencyStrategyIn(attributes)) {
    case ConsistencyStrategy.ABANDON_GROUP:
      return refuse(
        RSC.GROUP_MEMBER_TYPE_INCONSISTENT,
        `Not of the type of the group: ${inconsistent.slice(0, 3).join(', ')}.`,
        'SOM 7.4.13.2.1 step 3 a',
      );
    case ConsistencyStrategy.SET_MIXED:
      return asMixed(attributes);
    default:
      return { ...withoutMembers(attributes, inconsistent), memberTypeValidated };
  }
}

/** A MIXED group asks nothing of its members, so nothing is left to validate. A specialization would ask something. */
function asMixed(attributes: Attributes): Attributes {
  const { specializationType: _unspecialized, ...others } = attributes;
  return { ...others, memberType: MemberType.mixed, memberTypeValidated: true };
}

function withoutMembers(attributes: Attributes, leaving: readonly string[]): Attributes {
  const gone = new Set(leaving);
  return withMemberIDs(
    attributes,
    memberIDsOf(attributes).filter((memberID) => !gone.has(memberID)),
  );
}

import type { Attributes } from '../../../protocol/model/attribute-value';
import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { MemberType as MemberTypeNumber } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { fanOut } from '../../fan-out/fan-out';
import type { Cse } from '../cse';
import { memberIDsOf, memberTypeIn, specializationTypeIn } from './group-attributes';
import type { MemberType } from './member-type';
import type { MemberValidation } from './member-validation';

/** The part of the result expiration that asking members may take: the answer must come before the result expires. */
const PATIENCE = 0.5;

/**
 * Finds the type of every member and judges it by the group's memberType and specializationType. A MIXED group
 * without specializationType asks nothing of its members. A member whose CSE gives no answer in time counts as
 * unreachable. @see SOM 7.4.13.2.1 steps 1 and 2
 */
export async function validateMembers(
  cse: Cse,
  originator: string | undefined,
  attributes: Attributes,
): Promise<MemberValidation> {
  if (!isTyped(attributes)) return [];
  const { clock } = cse.ports;
  const memberIDs = memberIDsOf(attributes);
  const types = await fanOut(clock, {
    members: memberIDs,
    ask: (memberID) => cse.procedures.memberTypeOf(cse, originator, memberID),
    concurrency: cse.config.fanOutConcurrency,
    deadline: clock.now() + cse.config.resultExpiration * PATIENCE,
  });
  return memberIDs.map((memberID, position) => {
    const found: MemberType = types[position] ?? { kind: 'unreachable' };
    return { memberID, found, conforms: conforms(cse, attributes, found) };
  });
}

/** Whether the group's members must be of one type. */
export function isTyped(attributes: Attributes): boolean {
  return (
    memberTypeIn(attributes) !== MemberTypeNumber.mixed || specializationTypeIn(attributes) !== undefined
  );
}

export function conformsToMemberType(attributes: Attributes, found: MemberType): boolean {
  const asked = memberTypeIn(attributes);
  return asked === MemberTypeNumber.mixed || (found.kind === 'known' && found.memberType === asked);
}

/** Lack of privilege for one member rejects the request, whatever the strategy. @see SOM 7.4.13.2.1 steps 1 and 2 */
export function checkMembersReadable(validation: MemberValidation): Refusal | undefined {
  const unreadable = validation.find(({ found }) => found.kind === 'unreadable');
  if (unreadable === undefined) return undefined;
  return refuse(
    RSC.RECEIVER_HAS_NO_PRIVILEGE,
    `The type of member ${unreadable.memberID} cannot be retrieved: no privilege to read it.`,
    'SOM 7.4.13.2.1',
  );
}

function conforms(cse: Cse, attributes: Attributes, found: MemberType): boolean {
  if (found.kind === 'unreachable') return true;
  return (
    cse.procedures.conformsToMemberType(attributes, found) &&
    cse.procedures.conformsToSpecializationType(attributes, found)
  );
}

import type { Attributes } from '../../../protocol/model/attribute-value';
import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Resource } from '../resource';
import { maxNrOfMembersIn, memberIDsOf } from './group-attributes';

/** Counts the URIs as they were given, duplicates included. @see SOM 7.4.13.2.1 step 1 */
export function checkMemberLimitOnCreate(attributes: Attributes): Refusal | undefined {
  return tooMany(memberIDsOf(attributes).length, maxNrOfMembersIn(attributes), 'SOM 7.4.13.2.1 step 1');
}

/**
 * A new list must fit the limit that holds after the update, and a new limit must not be smaller than the number of
 * members before it. `attributes` holds the list without duplicates. @see SOM 7.4.13.2.3 step 7
 */
export function checkMemberLimitOnUpdate(
  current: Resource,
  requested: Attributes,
  attributes: Attributes,
): Refusal | undefined {
  const clause = 'SOM 7.4.13.2.3 step 7';
  const limit = maxNrOfMembersIn(attributes);
  if (requested.memberIDs !== undefined) {
    const exceeded = tooMany(memberIDsOf(attributes).length, limit, clause);
    if (exceeded !== undefined) return exceeded;
  }
  if (requested.maxNrOfMembers === undefined) return undefined;
  return tooMany(memberIDsOf(current.attributes).length, limit, clause);
}

function tooMany(members: number, limit: number, clause: string): Refusal | undefined {
  if (members <= limit) return undefined;
  return refuse(
    RSC.MAX_NUMBER_OF_MEMBER_EXCEEDED,
    `${members} members are more than maxNrOfMembers ${limit}.`,
    clause,
  );
}

import type { Attributes } from '../../protocol/model/attribute-value';
import { isRefusal } from '../../protocol/model/refusal';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import {
  maxNrOfMembersIn,
  memberIDsOf,
  withMemberIDs,
} from '../../reference-impl/cse/group/group-attributes';
import type { Fault } from './fault';
import { filtered } from './given-attributes';

/** Deviations from maxNrOfMembers and currentNrOfMembers. @see SOM 7.4.13.2.1 step 1, 7.4.13.2.3 step 7 */
export const GROUP_LIMIT_FAULTS: readonly Fault[] = [
  {
    name: 'create-ignores-member-limit',
    description: 'A create may hold more members than maxNrOfMembers.',
    catches: [
      'A group with one member more than allowed is not created',
      'A refusal in XML carries the code that it has in JSON',
    ],
    apply: (procedures) => ({ ...procedures, checkMemberLimitOnCreate: () => undefined }),
  },
  {
    name: 'create-limit-off-by-one',
    description: 'A create is refused with as many members as maxNrOfMembers.',
    catches: ['A group with exactly as many members as allowed is created'],
    apply: (procedures) => ({
      ...procedures,
      checkMemberLimitOnCreate: (attributes) => procedures.checkMemberLimitOnCreate(oneLess(attributes)),
    }),
  },
  {
    name: 'create-limit-wrong-code',
    description: 'A create with too many members is refused with BAD_REQUEST.',
    catches: ['A group with one member more than allowed is not created'],
    apply: (procedures) => ({
      ...procedures,
      checkMemberLimitOnCreate(attributes) {
        const refusal = procedures.checkMemberLimitOnCreate(attributes);
        return refusal && { ...refusal, status: RSC.BAD_REQUEST };
      },
    }),
  },
  {
    name: 'update-ignores-member-limit',
    description: 'New memberIDs are not compared with maxNrOfMembers.',
    catches: [
      'An update with one member more than allowed changes nothing',
      'currentNrOfMembers stays within maxNrOfMembers when an update asks for more',
      'A refused update leaves the other attributes of the request alone as well',
    ],
    apply: (procedures) => ({
      ...procedures,
      checkMemberLimitOnUpdate: (current, requested, attributes) =>
        procedures.checkMemberLimitOnUpdate(
          current,
          filtered(requested, (name) => name !== 'memberIDs'),
          attributes,
        ),
    }),
  },
  {
    name: 'update-truncates-members-to-limit',
    description: 'An update takes the first maxNrOfMembers members and leaves out the others.',
    catches: [
      'An update with one member more than allowed changes nothing',
      'A refused update leaves the other attributes of the request alone as well',
    ],
    apply: (procedures) => ({
      ...procedures,
      updateGroup: (cse, request, current, attributes) =>
        procedures.updateGroup(
          cse,
          request,
          current,
          withMemberIDs(attributes, memberIDsOf(attributes).slice(0, maxNrOfMembersIn(attributes))),
        ),
    }),
  },
  {
    name: 'update-limit-off-by-one',
    description: 'An update is refused with as many members as maxNrOfMembers.',
    catches: [
      'An update with exactly as many members as allowed is accepted',
      'A limit equal to the current number of members is accepted',
    ],
    apply: (procedures) => ({
      ...procedures,
      checkMemberLimitOnUpdate: (current, requested, attributes) =>
        procedures.checkMemberLimitOnUpdate(current, requested, oneLess(attributes)),
    }),
  },
  {
    name: 'update-allows-limit-below-current',
    description: 'maxNrOfMembers may become less than currentNrOfMembers.',
    catches: ['A limit below the current number of members is refused'],
    apply: (procedures) => ({
      ...procedures,
      checkMemberLimitOnUpdate: (current, requested, attributes) =>
        procedures.checkMemberLimitOnUpdate(
          current,
          filtered(requested, (name) => name !== 'maxNrOfMembers'),
          attributes,
        ),
    }),
  },
  {
    name: 'current-number-not-kept-up',
    description: 'currentNrOfMembers stays as it was at create.',
    catches: ['currentNrOfMembers follows the members through create and update'],
    apply: (procedures) => ({
      ...procedures,
      async updateGroup(cse, request, current, attributes) {
        const updated = await procedures.updateGroup(cse, request, current, attributes);
        const { currentNrOfMembers = 0 } = current.attributes;
        return isRefusal(updated) ? updated : { ...updated, currentNrOfMembers };
      },
    }),
  },
];

function oneLess(attributes: Attributes): Attributes {
  return { ...attributes, maxNrOfMembers: maxNrOfMembersIn(attributes) - 1 };
}

import type { Attributes } from '../../protocol/model/attribute-value';
import { isRefusal } from '../../protocol/model/refusal';
import { ConsistencyStrategy } from '../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import {
  consistencyStrategyIn,
  memberIDsOf,
  withMemberIDs,
} from '../../reference-impl/cse/group/group-attributes';
import type { MemberValidation } from '../../reference-impl/cse/group/member-validation';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Fault } from './fault';
import { filtered, givenAttributes } from './given-attributes';

/** Deviations in what becomes of a group with members that do not fit. @see SOM 7.4.13.2.1 step 3, 7.4.13.2.3 step 6 */
export const CONSISTENCY_STRATEGY_FAULTS: readonly Fault[] = [
  {
    name: 'validated-flag-missing',
    description: 'memberTypeValidated is never set.',
    catches: [
      'A group whose members all fit is created and validated',
      'New members that fit are taken and validated',
      'ABANDON_MEMBER takes the update without the member that does not fit',
    ],
    apply: (procedures) => ({
      ...procedures,
      applyConsistencyStrategy(attributes, validation) {
        const settled = procedures.applyConsistencyStrategy(attributes, validation);
        return isRefusal(settled) ? settled : filtered(settled, (name) => name !== 'memberTypeValidated');
      },
    }),
  },
  {
    name: 'abandon-group-wrong-code',
    description: 'ABANDON_GROUP refuses with BAD_REQUEST.',
    catches: [
      'ABANDON_GROUP refuses a group with a member that does not fit',
      'ABANDON_GROUP refuses an update with a member that does not fit',
    ],
    apply: (procedures) => ({
      ...procedures,
      applyConsistencyStrategy(attributes, validation) {
        const settled = procedures.applyConsistencyStrategy(attributes, validation);
        return isRefusal(settled) ? { ...settled, status: RSC.BAD_REQUEST } : settled;
      },
    }),
  },
  {
    name: 'abandon-group-drops-member',
    description: 'ABANDON_GROUP works as ABANDON_MEMBER.',
    catches: [
      'ABANDON_GROUP refuses a group with a member that does not fit',
      'ABANDON_GROUP refuses an update with a member that does not fit',
      'Under ABANDON_GROUP a <other> among <word> resources is refused',
      'An update with a member of another specialization is refused under ABANDON_GROUP',
    ],
    apply: takingFor(ConsistencyStrategy.ABANDON_GROUP, ConsistencyStrategy.ABANDON_MEMBER),
  },
  {
    name: 'abandon-member-refuses',
    description: 'ABANDON_MEMBER works as ABANDON_GROUP.',
    catches: [
      'ABANDON_MEMBER creates the group without the member that does not fit',
      'ABANDON_MEMBER creates the group even when no member fits',
      'ABANDON_MEMBER takes the update without the member that does not fit',
    ],
    apply: takingFor(ConsistencyStrategy.ABANDON_MEMBER, ConsistencyStrategy.ABANDON_GROUP),
  },
  {
    name: 'abandon-member-keeps-member',
    description: 'Under ABANDON_MEMBER a member that does not fit stays.',
    catches: [
      'ABANDON_MEMBER creates the group without the member that does not fit',
      'ABANDON_MEMBER takes the update without the member that does not fit',
    ],
    apply: settlingOtherwise(ConsistencyStrategy.ABANDON_MEMBER, (_settled, attributes) => ({
      ...attributes,
      memberTypeValidated: true,
    })),
  },
  {
    name: 'set-mixed-keeps-type',
    description: 'memberType stays under SET_MIXED.',
    catches: [
      'SET_MIXED creates the group with all members and memberType MIXED',
      'SET_MIXED takes the update with all members and makes the group MIXED',
    ],
    apply: settlingOtherwise(ConsistencyStrategy.SET_MIXED, (settled, { memberType = null }) => ({
      ...settled,
      memberType,
    })),
  },
  {
    name: 'set-mixed-drops-member',
    description: 'SET_MIXED takes the member that does not fit out as well.',
    catches: [
      'SET_MIXED creates the group with all members and memberType MIXED',
      'SET_MIXED takes the update with all members and makes the group MIXED',
    ],
    apply: settlingOtherwise(ConsistencyStrategy.SET_MIXED, (settled, _attributes, validation) => {
      const leaving = validation.filter(({ conforms }) => !conforms).map(({ memberID }) => memberID);
      return withMemberIDs(
        settled,
        memberIDsOf(settled).filter((memberID) => !leaving.includes(memberID)),
      );
    }),
  },
  {
    name: 'set-mixed-leaves-unvalidated',
    description: 'memberTypeValidated is false under SET_MIXED.',
    catches: [
      'SET_MIXED creates the group with all members and memberType MIXED',
      'SET_MIXED takes the update with all members and makes the group MIXED',
    ],
    apply: settlingOtherwise(ConsistencyStrategy.SET_MIXED, (settled) => ({
      ...settled,
      memberTypeValidated: false,
    })),
  },
  {
    name: 'strategy-default-abandon-group',
    description: 'Without consistencyStrategy a group is created under ABANDON_GROUP.',
    catches: ['Without a consistencyStrategy the member that does not fit is abandoned'],
    apply: (procedures) => ({
      ...procedures,
      createGroup(cse, request, draft) {
        const consistencyStrategy =
          givenAttributes(request).consistencyStrategy ?? ConsistencyStrategy.ABANDON_GROUP;
        const attributes = { ...draft.attributes, consistencyStrategy };
        return procedures.createGroup(cse, request, { ...draft, attributes });
      },
    }),
  },
];

/** One strategy works as another, and keeps its name. */
function takingFor(strategy: number, other: number) {
  return (procedures: CseProcedures): CseProcedures => ({
    ...procedures,
    applyConsistencyStrategy(attributes, validation) {
      if (consistencyStrategyIn(attributes) !== strategy) {
        return procedures.applyConsistencyStrategy(attributes, validation);
      }
      const taken = { ...attributes, consistencyStrategy: other };
      const settled = procedures.applyConsistencyStrategy(taken, validation);
      return isRefusal(settled) ? settled : { ...settled, consistencyStrategy: strategy };
    },
  });
}

type Settle = (settled: Attributes, attributes: Attributes, validation: MemberValidation) => Attributes;

/** Under one strategy a group with members that do not fit becomes something else. */
function settlingOtherwise(strategy: number, settle: Settle) {
  return (procedures: CseProcedures): CseProcedures => ({
    ...procedures,
    applyConsistencyStrategy(attributes, validation) {
      const settled = procedures.applyConsistencyStrategy(attributes, validation);
      const concerned =
        consistencyStrategyIn(attributes) === strategy && validation.some(({ conforms }) => !conforms);
      return isRefusal(settled) || !concerned ? settled : settle(settled, attributes, validation);
    },
  });
}

import { isRefusal, refuse } from '../../protocol/model/refusal';
import { ConsistencyStrategy } from '../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { changeGroup } from '../../reference-impl/cse/group/change-group';
import { consistencyStrategyIn } from '../../reference-impl/cse/group/group-attributes';
import type { MemberValidation } from '../../reference-impl/cse/group/member-validation';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Fault } from './fault';

const CREATED_UNVALIDATED = 'A group is created unvalidated when its sub-group cannot be reached';
const UPDATED_UNVALIDATED = 'An update with a sub-group that cannot be reached is taken unvalidated';
const NO_REASON_TO_REFUSE =
  'Even under ABANDON_GROUP a sub-group that cannot be reached is no reason to refuse';
const LATE_DELETION = 'ABANDON_GROUP deletes the group when the sub-group turns out not to fit';
const LATE_REMOVAL = 'ABANDON_MEMBER removes the sub-group when it turns out not to fit';
const LATE_MIXED = 'SET_MIXED makes the group MIXED when the sub-group turns out not to fit';
const DELETION_TOLD = 'A subscriber is told when the late validation deletes the group';
const CHANGE_TOLD = 'A subscriber is told when the late validation changes the group';

/** Deviations where a sub-group cannot be reached for validation. @see SOM 7.4.13.2.1 step 2, 7.4.13.2.3 step 5 */
export const UNREACHABLE_SUB_GROUP_FAULTS: readonly Fault[] = [
  {
    name: 'unreachable-sub-group-refused',
    description: 'A group with a sub-group that cannot be reached is refused with TARGET_NOT_REACHABLE.',
    catches: [CREATED_UNVALIDATED, UPDATED_UNVALIDATED, NO_REASON_TO_REFUSE],
    apply: (procedures) => ({
      ...procedures,
      applyConsistencyStrategy: (attributes, validation) =>
        hasUnreachable(validation)
          ? refuse(RSC.TARGET_NOT_REACHABLE, 'A sub-group cannot be reached.')
          : procedures.applyConsistencyStrategy(attributes, validation),
    }),
  },
  {
    name: 'unreachable-sub-group-inconsistent',
    description: 'A sub-group that cannot be reached counts as one that does not fit.',
    catches: [CREATED_UNVALIDATED, UPDATED_UNVALIDATED, NO_REASON_TO_REFUSE],
    apply: (procedures) => ({
      ...procedures,
      async typeOfSubGroupMember(cse, originator, memberID) {
        const found = await procedures.typeOfSubGroupMember(cse, originator, memberID);
        return found.kind === 'unreachable' ? { kind: 'missing' } : found;
      },
    }),
  },
  {
    name: 'unreachable-sub-group-validated',
    description: 'memberTypeValidated is true although a sub-group was not reached.',
    catches: [CREATED_UNVALIDATED, UPDATED_UNVALIDATED],
    apply: (procedures) => ({
      ...procedures,
      applyConsistencyStrategy(attributes, validation) {
        const settled = procedures.applyConsistencyStrategy(attributes, validation);
        return isRefusal(settled) ? settled : { ...settled, memberTypeValidated: true };
      },
    }),
  },
  {
    name: 'never-revalidated-after-create',
    description: 'A sub-group that could not be reached at create is never asked again.',
    catches: [
      'A sub-group that fits makes the group validated once it is reachable',
      LATE_DELETION,
      LATE_REMOVAL,
      LATE_MIXED,
    ],
    apply: (procedures) => revalidatingIf(procedures, (updated) => updated),
  },
  {
    name: 'never-revalidated-after-update',
    description: 'A sub-group that could not be reached at update is never asked again.',
    catches: [
      'After an update a sub-group that fits makes the group validated once it is reachable',
      'After an update ABANDON_GROUP deletes the group when the sub-group turns out not to fit',
      'After an update ABANDON_MEMBER removes the sub-group when it turns out not to fit',
      'After an update SET_MIXED makes the group MIXED when the sub-group turns out not to fit',
    ],
    apply: (procedures) => revalidatingIf(procedures, (updated) => !updated),
  },
  {
    name: 'late-validation-only-flags',
    description: 'Once a sub-group is reached the group counts as validated, whatever its type.',
    catches: [LATE_DELETION, LATE_REMOVAL, LATE_MIXED],
    apply: (procedures) => ({
      ...procedures,
      async applyLateValidation(cse, group, validation) {
        if (hasUnreachable(validation)) return;
        changeGroup(cse, group, { ...group.attributes, memberTypeValidated: true });
      },
    }),
  },
  {
    name: 'late-abandon-group-removes-member',
    description: 'Once a sub-group is found not to fit, ABANDON_GROUP removes the member only.',
    catches: [
      LATE_DELETION,
      'After an update ABANDON_GROUP deletes the group when the sub-group turns out not to fit',
      DELETION_TOLD,
    ],
    apply: removingLate(ConsistencyStrategy.ABANDON_GROUP),
  },
  {
    name: 'late-set-mixed-removes-member',
    description: 'Once a sub-group is found not to fit, SET_MIXED removes the member instead.',
    catches: [LATE_MIXED],
    apply: removingLate(ConsistencyStrategy.SET_MIXED),
  },
  {
    name: 'late-validation-tells-nobody',
    description: 'No subscriber is told of what a late validation does to the group.',
    catches: [DELETION_TOLD, CHANGE_TOLD],
    apply(procedures) {
      const quiet = new Set<string>();
      return {
        ...procedures,
        async applyLateValidation(cse, group, validation) {
          quiet.add(group.resourceID);
          await procedures.applyLateValidation(cse, group, validation);
          quiet.delete(group.resourceID);
        },
        notifySubscribers: async (cse, event) =>
          quiet.has(event.subject.resourceID) ? undefined : procedures.notifySubscribers(cse, event),
      };
    },
  },
];

function hasUnreachable(validation: MemberValidation): boolean {
  return validation.some(({ found }) => found.kind === 'unreachable');
}

/** Asks again only for groups that were updated, or only for those that were not. */
function revalidatingIf(procedures: CseProcedures, asksAgain: (updated: boolean) => boolean): CseProcedures {
  const updated = new Set<string>();
  return {
    ...procedures,
    updateGroup(cse, request, current, attributes) {
      updated.add(current.resourceID);
      return procedures.updateGroup(cse, request, current, attributes);
    },
    scheduleRevalidation(cse, group) {
      if (asksAgain(updated.has(group.resourceID))) procedures.scheduleRevalidation(cse, group);
    },
  };
}

/** Under one strategy late validation works as under ABANDON_MEMBER. */
function removingLate(strategy: number) {
  return (procedures: CseProcedures): CseProcedures => ({
    ...procedures,
    applyLateValidation(cse, group, validation) {
      if (consistencyStrategyIn(group.attributes) !== strategy) {
        return procedures.applyLateValidation(cse, group, validation);
      }
      const attributes = { ...group.attributes, consistencyStrategy: ConsistencyStrategy.ABANDON_MEMBER };
      return procedures.applyLateValidation(cse, { ...group, attributes }, validation);
    },
  });
}

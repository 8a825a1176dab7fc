import { specializationTypeIn } from '../../reference-impl/cse/group/group-attributes';
import type { MemberValidation } from '../../reference-impl/cse/group/member-validation';
import { isFanOutPoint } from '../../reference-impl/cse/group/virtual-member';
import type { Fault } from './fault';

/** Deviations from specializationType. @see SOM 7.4.13.2.1 step 1, 7.4.13.2.3 step 4 */
export const SPECIALIZATION_FAULTS: readonly Fault[] = [
  {
    name: 'specialization-not-checked',
    description: 'Members of any specialization fit.',
    catches: [
      'Under ABANDON_GROUP a <other> among <word> resources is refused',
      'A sub-group of another specialization is refused at create',
      'A member of another specialization on another CSE is found out',
      'An update with a member of another specialization is refused under ABANDON_GROUP',
      'A sub-group of another specialization is refused at update',
    ],
    apply: (procedures) => ({ ...procedures, conformsToSpecializationType: () => true }),
  },
  {
    name: 'specialization-never-fits',
    description: 'No member fits into a group with a specializationType.',
    catches: [
      'A group whose members are all <word> resources is created',
      'The specialization of a member on another CSE is learned from there',
    ],
    apply: (procedures) => ({
      ...procedures,
      conformsToSpecializationType: (attributes) => specializationTypeIn(attributes) === undefined,
    }),
  },
  {
    name: 'specialization-demanded-alike',
    description: 'Without specializationType all members must have the specialization of the first.',
    catches: ['Without specializationType a group of mgmtObj takes different specializations'],
    apply: (procedures) => ({
      ...procedures,
      async validateMembers(cse, originator, attributes) {
        const validation = await procedures.validateMembers(cse, originator, attributes);
        return specializationTypeIn(attributes) === undefined ? likeTheFirst(validation) : validation;
      },
    }),
  },
  {
    name: 'specialization-of-sub-group-ignored',
    description: 'A sub-group of any specialization fits.',
    catches: [
      'A sub-group of another specialization is refused at create',
      'A sub-group of another specialization is refused at update',
    ],
    apply: (procedures) => ({
      ...procedures,
      async validateMembers(cse, originator, attributes) {
        const validation = await procedures.validateMembers(cse, originator, attributes);
        return validation.map((member) =>
          isFanOutPoint(member.memberID)
            ? { ...member, conforms: procedures.conformsToMemberType(attributes, member.found) }
            : member,
        );
      },
    }),
  },
];

function likeTheFirst(validation: MemberValidation): MemberValidation {
  const [first] = validation;
  if (first?.found.kind !== 'known') return validation;
  const { specializationType } = first.found;
  return validation.map((member) => {
    const alike = member.found.kind === 'known' && member.found.specializationType === specializationType;
    return { ...member, conforms: member.conforms && alike };
  });
}

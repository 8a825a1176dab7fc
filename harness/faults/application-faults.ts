import type { MembersIntent } from '../../protocol/model/application-intent';
import type { AeProcedures } from '../../reference-impl/ae/procedures';
import type { Fault } from './fault';

type MemberIDs = AeProcedures['memberIDs'];

const WITHOUT_SUFFIX: MemberIDs = ({ members, groupsAsSuch, everyMemberOf }) => [
  ...members,
  ...groupsAsSuch,
  ...everyMemberOf,
];

const SUFFIX_ON_EVERY_GROUP: MemberIDs = ({ members, groupsAsSuch, everyMemberOf }: MembersIntent) => [
  ...members,
  ...[...groupsAsSuch, ...everyMemberOf].map((group) => `${group}/fopt`),
];

/** Another spelling of member IDs, in creations only or in updates only. */
function spelling(
  procedure: 'createGroup' | 'changeMembers',
  memberIDs: MemberIDs,
): (table: AeProcedures) => AeProcedures {
  return (table) => {
    const faulty = { ...table, memberIDs };
    return procedure === 'createGroup'
      ? { ...table, createGroup: (ae, intent) => table.createGroup({ ...ae, procedures: faulty }, intent) }
      : {
          ...table,
          changeMembers: (ae, intent) => table.changeMembers({ ...ae, procedures: faulty }, intent),
        };
  };
}

/** Deviations from what the document demands of an Originator. @see SOM 7.4.13.2.1 and 7.4.13.2.3 Originator */
export const APPLICATION_FAULTS: readonly Fault[] = [
  {
    name: 'application-creates-without-fopt',
    description: 'Leaves /fopt away from a group whose members are to be reached, when it creates a group.',
    catches: ['A group whose members are to be reached gets the suffix /fopt at create'],
    applyToAe: spelling('createGroup', WITHOUT_SUFFIX),
  },
  {
    name: 'application-creates-with-fopt-on-every-group',
    description: 'Adds /fopt to a group that is to be a member as such, when it creates a group.',
    catches: ['A group that is a member as such gets no suffix at create'],
    applyToAe: spelling('createGroup', SUFFIX_ON_EVERY_GROUP),
  },
  {
    name: 'application-leaves-member-type-to-the-default',
    description: 'Creates a group of one resource type without memberType.',
    catches: ['A group of containers is created with memberType container'],
    applyToAe: (table) => ({
      ...table,
      memberType: (kinds) =>
        kinds.some((kind) => 'resourceType' in kind) ? undefined : table.memberType(kinds),
    }),
  },
  {
    name: 'application-takes-flex-containers-for-containers',
    description: 'Creates a group of one flexContainer specialization with memberType container.',
    catches: ['A group of one flexContainer specialization names type and containerDefinition'],
    applyToAe: (table) => ({
      ...table,
      memberType: (kinds) =>
        kinds.some((kind) => 'containerDefinition' in kind) ? 3 : table.memberType(kinds),
    }),
  },
  {
    name: 'application-leaves-container-definition-away',
    description: 'Creates a group of one flexContainer specialization without specializationType.',
    catches: ['A group of one flexContainer specialization names type and containerDefinition'],
    applyToAe: (table) => ({
      ...table,
      specializationType: (kinds) =>
        kinds.some((kind) => 'containerDefinition' in kind) ? undefined : table.specializationType(kinds),
    }),
  },
  {
    name: 'application-leaves-mgmt-obj-type-to-the-default',
    description: 'Creates a group of one mgmtObj specialization without memberType.',
    catches: ['A group of one mgmtObj specialization names type and mgmtDefinition'],
    applyToAe: (table) => ({
      ...table,
      memberType: (kinds) =>
        kinds.some((kind) => 'mgmtDefinition' in kind) ? undefined : table.memberType(kinds),
    }),
  },
  {
    name: 'application-leaves-mgmt-definition-away',
    description: 'Creates a group of one mgmtObj specialization without specializationType.',
    catches: ['A group of one mgmtObj specialization names type and mgmtDefinition'],
    applyToAe: (table) => ({
      ...table,
      specializationType: (kinds) =>
        kinds.some((kind) => 'mgmtDefinition' in kind) ? undefined : table.specializationType(kinds),
    }),
  },
  {
    name: 'application-names-first-of-various-specializations',
    description: 'Creates a group of various specializations with the specializationType of the first.',
    catches: ['A group of various specializations is created without specializationType'],
    applyToAe: (table) => ({
      ...table,
      specializationType: (kinds) => table.specializationType(kinds.slice(0, 1)),
    }),
  },
  {
    name: 'application-updates-without-fopt',
    description:
      'Leaves /fopt away from a group whose members are to be reached, when it changes the members.',
    catches: ['A group whose members are to be reached gets the suffix /fopt at update'],
    applyToAe: spelling('changeMembers', WITHOUT_SUFFIX),
  },
  {
    name: 'application-updates-with-fopt-on-every-group',
    description: 'Adds /fopt to a group that is to be a member as such, when it changes the members.',
    catches: ['A group that is a member as such gets no suffix at update'],
    applyToAe: spelling('changeMembers', SUFFIX_ON_EVERY_GROUP),
  },
];

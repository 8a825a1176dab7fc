/**
 * The attributes of a group. Somecast attributes bear the project's names, which a target may spell otherwise.
 * @see SOM tables 7.4.13.1-2 and 7.4.13.1-3, TS-0004 table 8.2.3-2
 */
import { cited, GENERATED, inherited, OPTIONAL, REQUIRED, WRITE_ONCE } from '../attribute-rows';
import { BATCH_NOTIFY, SPECIALIZATION_TYPE } from '../complex-types';
import {
  ANY_URI,
  BOOLEAN,
  CONSISTENCY_STRATEGY,
  LIST_OF_URIS,
  listOf,
  MEMBER_TYPE,
  NON_NEGATIVE_INTEGER,
  POSITIVE_INTEGER,
  SOMECAST_ALGORITHM,
  STRING,
} from '../data-types';
import { ConsistencyStrategy, SomecastAlgorithm } from '../enumerations';
import { DEFAULT_PROJECT_NAMES, type ProjectNames } from '../project-names';
import { MemberType } from '../resource-type-numbers';
import type { AttributeRow } from '../rows';
import { CREATOR } from '../universal-attributes';

const CLAUSE = 'SOM table 7.4.13.1-3';

const MEMBER_ROWS: readonly AttributeRow[] = cited(CLAUSE, [
  { name: 'memberType', short: 'mt', type: MEMBER_TYPE, ...WRITE_ONCE, initial: MemberType.mixed },
  { name: 'specializationType', short: 'spty', type: SPECIALIZATION_TYPE, ...WRITE_ONCE },
  { name: 'currentNrOfMembers', short: 'cnm', type: NON_NEGATIVE_INTEGER, ...GENERATED },
  { name: 'maxNrOfMembers', short: 'mnm', type: POSITIVE_INTEGER, ...REQUIRED },
  { name: 'memberIDs', short: 'mid', type: listOf(ANY_URI), ...REQUIRED },
  { name: 'membersAccessControlPolicyIDs', short: 'macp', type: LIST_OF_URIS, ...OPTIONAL },
  { name: 'memberTypeValidated', short: 'mtv', type: BOOLEAN, ...GENERATED },
  {
    name: 'consistencyStrategy',
    short: 'csy',
    type: CONSISTENCY_STRATEGY,
    ...WRITE_ONCE,
    initial: ConsistencyStrategy.ABANDON_MEMBER,
  },
  { name: 'groupName', short: 'gn', type: STRING, ...OPTIONAL },
  { name: 'semanticSupportIndicator', short: 'ssi', type: BOOLEAN, ...GENERATED },
  { name: 'notifyAggregation', short: 'nar', type: BATCH_NOTIFY, ...OPTIONAL },
]);

function somecastRows(names: ProjectNames): readonly AttributeRow[] {
  return cited(CLAUSE, [
    { name: 'somecastEnable', short: names.somecastEnable, type: BOOLEAN, ...OPTIONAL },
    {
      name: 'somecastAlgorithm',
      short: names.somecastAlgorithm,
      type: SOMECAST_ALGORITHM,
      ...OPTIONAL,
      initial: SomecastAlgorithm.ROUND_ROBIN,
    },
  ]);
}

/** The rows of table 7.4.13.1-3 under a target's own spelling of what no table assigns. */
export function groupSpecificAttributes(names: ProjectNames): readonly AttributeRow[] {
  return [...MEMBER_ROWS, ...somecastRows(names)];
}

export function groupAttributes(names: ProjectNames): readonly AttributeRow[] {
  return [...inherited('SOM table 7.4.13.1-2'), CREATOR, ...groupSpecificAttributes(names)];
}

export const GROUP_SPECIFIC_ATTRIBUTES = groupSpecificAttributes(DEFAULT_PROJECT_NAMES);
export const GROUP_ATTRIBUTES = groupAttributes(DEFAULT_PROJECT_NAMES);

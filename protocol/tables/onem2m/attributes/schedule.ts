/**
 * The attributes of a schedule.
 * @see TS-0004 tables 7.4.9.1-2 and 7.4.9.1-3
 */
import { cited, inherited, OPTIONAL, REQUIRED } from '../attribute-rows';
import { SCHEDULE_ENTRIES } from '../complex-types';
import { BOOLEAN } from '../data-types';
import type { AttributeRow } from '../rows';

export const SCHEDULE_ATTRIBUTES: readonly AttributeRow[] = [
  ...inherited('TS-0004 table 7.4.9.1-2'),
  ...cited('TS-0004 table 7.4.9.1-3', [
    { name: 'scheduleElement', short: 'se', type: SCHEDULE_ENTRIES, ...REQUIRED },
    { name: 'networkCoordinated', short: 'nco', type: BOOLEAN, ...OPTIONAL },
  ]),
];

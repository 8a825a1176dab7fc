import { AGGREGATION, TARGET_MEMBERS } from './aggregation';
import { EXECUTION_ONCE } from './execution-once';
import { FAN_OUT_IDENTIFIERS } from './fan-out-identifiers';
import type { Law } from './law';
import { MEMBER_LISTS } from './member-lists';
import { RESULT_REPETITION } from './result-repetition';
import { SOMECAST_CONDITIONS } from './somecast-conditions';
import { SOMECAST_TURNS, SOMECAST_WEIGHTS, SOMECAST_WORK_LOAD } from './somecast-fairness';
import { SOMECAST_REACH } from './somecast-reach';

/** Every law, in the order in which they are tried. */
export const LAWS: readonly Law[] = [
  MEMBER_LISTS,
  AGGREGATION,
  TARGET_MEMBERS,
  SOMECAST_REACH,
  SOMECAST_CONDITIONS,
  SOMECAST_TURNS,
  SOMECAST_WEIGHTS,
  SOMECAST_WORK_LOAD,
  FAN_OUT_IDENTIFIERS,
  EXECUTION_ONCE,
  RESULT_REPETITION,
];

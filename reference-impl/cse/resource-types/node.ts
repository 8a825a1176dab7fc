import type { ResourceTypeProcedures } from '../resource-type';

/** <node>: nothing beyond the generic procedures. @see TS-0004 7.4.18 */
export const nodeProcedures: ResourceTypeProcedures = {};

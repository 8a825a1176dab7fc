import type { ResourceTypeProcedures } from '../resource-type';

/** <accessControlPolicy>: nothing beyond the generic procedures; who may touch it is in its selfPrivileges. @see TS-0004 7.4.2 */
export const accessControlPolicyProcedures: ResourceTypeProcedures = {};

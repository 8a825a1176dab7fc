import type { ResourceTypeProcedures } from '../resource-type';

/** <request>: made by the CSE itself where it accepts a request for later, and by nobody else. @see TS-0004 7.4.12 */
export const requestResourceProcedures: ResourceTypeProcedures = {
  madeByHostingCse: true,
  present: (cse, request, resource) => cse.procedures.presentRequest(cse, request, resource),
  checkDelete: (cse, resource) => cse.procedures.checkCancellation(cse, resource),
};

import { refuse } from '../../../protocol/model/refusal';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { ResourceTypeProcedures } from '../resource-type';

/** <CSEBase>: there from the start, and nobody creates it. @see TS-0004 7.4.3.2 */
export const cseBaseProcedures: ResourceTypeProcedures = {
  async create() {
    return refuse(RSC.OPERATION_NOT_ALLOWED, 'A CSEBase is not created by request.', 'TS-0004 7.4.3.2.1');
  },
};

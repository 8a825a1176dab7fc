import { refuse } from '../../../protocol/model/refusal';
import { MgmtDefinition } from '../../../protocol/tables/onem2m/enumerations';
import { resourceTypeByElement } from '../../../protocol/tables/onem2m/resource-types';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { ResourceTypeProcedures } from '../resource-type';

const DEFINITIONS: { readonly [specialization: string]: number } = MgmtDefinition;

/** <mgmtObj>: a specialization on the wire, told by mgmtDefinition; both must agree. @see TS-0004 7.4.15, annex D */
export const mgmtObjProcedures: ResourceTypeProcedures = {
  async create(_cse, _request, draft) {
    const specialization = resourceTypeByElement(draft.element)?.specialization;
    const expected = specialization === undefined ? undefined : DEFINITIONS[specialization];
    if (expected === undefined || draft.attributes.mgmtDefinition === expected) return draft.attributes;
    return refuse(
      RSC.BAD_REQUEST,
      `The mgmtDefinition of ${draft.element} is ${expected}.`,
      'TS-0004 7.4.15',
    );
  },
};

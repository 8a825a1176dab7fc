import type { Attributes } from '../../../protocol/model/attribute-value';
import { resourceTypeByElement } from '../../../protocol/tables/onem2m/resource-types';
import { numberOf } from '../attribute-reading';
import type { ResourceTypeProcedures } from '../resource-type';

/** <flexContainer>: keeps whatever custom attributes its schema has; the schema itself is not known here. @see TS-0004 7.4.37 */
export const flexContainerProcedures: ResourceTypeProcedures = {
  async create(_cse, _request, draft) {
    return { ...draft.attributes, stateTag: 0, contentSize: customSize(draft.element, draft.attributes) };
  },
  async update(_cse, _request, current, attributes) {
    return {
      ...attributes,
      stateTag: (numberOf(current.attributes.stateTag) ?? 0) + 1,
      contentSize: customSize(current.element, attributes),
    };
  },
};

/** Bytes of the custom attributes' values. @see TS-0001 9.6.35 */
function customSize(element: string, attributes: Attributes): number {
  const known = new Set(resourceTypeByElement(element)?.attributes.map(({ name }) => name));
  let size = 0;
  for (const [name, value] of Object.entries(attributes)) {
    if (!known.has(name))
      size += Buffer.byteLength(typeof value === 'string' ? value : JSON.stringify(value));
  }
  return size;
}

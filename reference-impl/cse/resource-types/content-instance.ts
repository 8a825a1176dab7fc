import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { numberOf } from '../attribute-reading';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import type { ResourceTypeProcedures } from '../resource-type';
import { countInstance, discountInstance } from './container-limits';

/** <contentInstance>: written once, counted by its container. @see TS-0004 7.4.7 */
export const contentInstanceProcedures: ResourceTypeProcedures = {
  async create(cse, _request, draft) {
    const contentSize = byteSize(draft);
    const container = cse.store.get(draft.parentID);
    const stateTag = (numberOf(container?.attributes.stateTag) ?? 0) + 1;
    return checkFits(cse, draft, contentSize) ?? { ...draft.attributes, stateTag, contentSize };
  },
  created: countInstance,
  deleted: discountInstance,
};

function byteSize(draft: Resource): number {
  const { content } = draft.attributes;
  return Buffer.byteLength(typeof content === 'string' ? content : (JSON.stringify(content) ?? ''));
}

function checkFits(cse: Cse, draft: Resource, contentSize: number): Refusal | undefined {
  const container = cse.store.get(draft.parentID);
  const maxByteSize = numberOf(container?.attributes.maxByteSize);
  if (maxByteSize === undefined || contentSize <= maxByteSize) return undefined;
  return refuse(RSC.NOT_ACCEPTABLE, 'The content is larger than maxByteSize.', 'TS-0004 7.4.7.2.1');
}

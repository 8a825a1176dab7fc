import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { numberOf } from '../attribute-reading';
import type { Cse } from '../cse';
import { removeTree } from '../remove-tree';
import type { Resource } from '../resource';

/** Counts a new instance into its container and drops the oldest ones that no longer fit. @see TS-0004 7.4.7.2.1 */
export function countInstance(cse: Cse, instance: Resource): void {
  const container = cse.store.get(instance.parentID);
  if (container === undefined) return;
  const counted = add(container, 1, sizeOf(instance));
  const stateTag = (numberOf(container.attributes.stateTag) ?? 0) + 1;
  cse.store.put({ ...counted, attributes: { ...counted.attributes, stateTag } });
  evictInstances(cse, counted);
}

/** Takes a deleted instance out of the count. @see TS-0004 7.4.7.2.4 */
export function discountInstance(cse: Cse, instance: Resource): void {
  const container = cse.store.get(instance.parentID);
  if (container !== undefined) cse.store.put(add(container, -1, -sizeOf(instance)));
}

/** Deletes the oldest instances as long as the container holds more than it may. @see TS-0004 7.4.6.2.3 */
export function evictInstances(cse: Cse, { resourceID }: Resource): void {
  if (!exceedsLimits(cse.store.get(resourceID))) return;
  for (const child of cse.store.childrenOf(resourceID)) {
    if (!exceedsLimits(cse.store.get(resourceID))) return;
    if (child.resourceType === ResourceType.contentInstance) removeTree(cse, child);
  }
}

function exceedsLimits(container: Resource | undefined): boolean {
  if (container === undefined) return false;
  const { attributes } = container;
  const instances = numberOf(attributes.currentNrOfInstances) ?? 0;
  const bytes = numberOf(attributes.currentByteSize) ?? 0;
  const maxNrOfInstances = numberOf(attributes.maxNrOfInstances) ?? Number.POSITIVE_INFINITY;
  const maxByteSize = numberOf(attributes.maxByteSize) ?? Number.POSITIVE_INFINITY;
  return instances > maxNrOfInstances || bytes > maxByteSize;
}

function add(container: Resource, instances: number, bytes: number): Resource {
  const { attributes } = container;
  return {
    ...container,
    attributes: {
      ...attributes,
      currentNrOfInstances: (numberOf(attributes.currentNrOfInstances) ?? 0) + instances,
      currentByteSize: (numberOf(attributes.currentByteSize) ?? 0) + bytes,
    },
  };
}

function sizeOf(instance: Resource): number {
  return numberOf(instance.attributes.contentSize) ?? 0;
}
